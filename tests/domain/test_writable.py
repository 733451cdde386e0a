"""Free text is stored without the characters that cannot be: an unpaired surrogate once closed the kiosk."""

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
def test_characters_that_cannot_be_stored_are_dropped(tmp_path: Path, written: str, kept: str) -> None:
    store = staffed_store(tmp_path)
    assert isinstance(inquiries.open_at_kiosk(store, text=written, now=at("10:00")), Opened)
    assert isinstance(cards.award(store, "1002", P.POLITE, sentence=written, now=at("10:00")), cards.Awarded)
    given = cards.award(store, "1001", P.POLITE, now=at("10:00"))
    assert isinstance(given, cards.Awarded)
    assert cards.add_sentence(store, given.card, written, now=at("10:00")) is None
    assert [row.text for row in InquiryRow.select().execute(store.db)] == [kept]
    assert [row.sentence for row in CardRow.select().execute(store.db)] == [kept, kept]
    store.close()
