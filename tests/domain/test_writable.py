"""What customers and staff write is stored whatever it holds: half a surrogate pair once closed the kiosk."""

from pathlib import Path

import pytest

from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.cards.tables import CardRow
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.tables import InquiryRow
from tests.support.builders import at, staffed_store


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\0b", "ab"),
        ("\ud83d好", "好"),
        ("好\udc4d", "好"),
        ("\x1b[2J", "[2J"),
        ("一\n二\t三", "一\n二\t三"),
        ("谢谢👍", "谢谢👍"),
    ],
)
def test_a_text_without_form_is_stored_without_what_cannot_be(tmp_path: Path, written: str, kept: str) -> None:
    store = staffed_store(tmp_path)
    assert isinstance(inquiries.open_at_kiosk(store, text=written, now=at("10:00")), Opened)
    given = cards.award(store, "1001", P.POLITE, now=at("10:00"))
    assert isinstance(given, cards.Awarded)
    assert cards.add_sentence(store, given.card, written, now=at("10:00")) is None
    assert [row.text for row in InquiryRow.select().execute(store.db)] == [kept]
    assert [row.sentence for row in CardRow.select().execute(store.db)] == [kept]
    store.close()
