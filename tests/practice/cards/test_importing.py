"""A file of paper cards is imported once, however often, with whatever notes, by whichever version and device."""

import uuid
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.practice.cards import facts, views
from shared.practice.cards.actions import CARD_NAMESPACE
from shared.practice.cards.facts import Giver, P, Source
from shared.practice.cards.importing import Imported, import_cards
from shared.practice.cards.paper_cards import PaperCard, paper_card
from tests.support.builders import HALL, MONDAY, MORNING, staffed_store

CARD = PaperCard(MONDAY, "1001", P.POLITE, Giver.CUSTOMER, "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def noted(*notes: str) -> list[PaperCard]:
    return [replace(CARD, note=note) for note in notes]


def total(store: Store) -> int:
    return len(views.of_day(store, HALL, MONDAY))


def test_a_corrected_note_is_no_new_card(store: Store) -> None:
    assert import_cards(store, noted("好", "", "谢谢"), now=MORNING) == Imported(3, 0, ())
    assert import_cards(store, noted("很好", "", "谢谢"), now=MORNING) == Imported(0, 3, (0,))
    assert import_cards(store, noted("", "谢谢", "好"), now=MORNING) == Imported(0, 3, ())
    assert import_cards(store, noted("谢谢\r\n"), now=MORNING) == Imported(0, 1, ())


def test_only_what_is_beyond_the_known_ones_is_new(store: Store) -> None:
    import_cards(store, noted("好"), now=MORNING)
    assert import_cards(store, noted("很好", "好", "真好"), now=MORNING) == Imported(2, 1, ())
    assert import_cards(store, [replace(CARD, giver=Giver.COLLEAGUE)], now=MORNING).added == 1
    assert import_cards(store, [replace(CARD, p=P.PATIENT)], now=MORNING).added == 1
    assert total(store) == 5


def test_what_an_earlier_version_imported_is_known(store: Store) -> None:
    """Its cards were named by their note as well."""
    with store.transaction(MORNING) as tx:
        for note, place in (("好", 1), ("", 1), ("", 2)):
            name = "|".join((MONDAY.isoformat(), "1001", "polite", "customer", note, str(place)))
            fact = facts.CardAwarded(
                staff="1001", p=P.POLITE, giver=Giver.CUSTOMER, source=Source.PAPER, policy=1, sentence=note
            )
            subject = f"card:{uuid.uuid5(CARD_NAMESPACE, name).hex}"
            tx.record(fact, subject=subject, occurred_at=ms_at(MONDAY, time(12)), hall=HALL)
    assert import_cards(store, noted("好", "", ""), now=MORNING) == Imported(0, 3, ())
    assert import_cards(store, noted("更好", "", "", ""), now=MORNING) == Imported(1, 3, (0,))
    assert total(store) == 4


def test_one_file_imported_at_two_devices_counts_once(store: Store, tmp_path: Path) -> None:
    there = staffed_store(tmp_path / "there")
    import_cards(store, noted("好", ""), now=MORNING)
    import_cards(there, noted("很好", ""), now=MORNING)
    known = {event.id for event in store.events()}
    cards = [event for event in there.events() if event.kind == "card_awarded" and event.id not in known]
    store.receive([(event, (), place) for place, event in enumerate(cards, start=1)])
    assert sum(card.counted for card in views.of_day(store, HALL, MONDAY)) == 2


WRITTEN = {"date": "2026-03-02", "staff": "'0012", "p": "礼貌", "giver": "", "note": " 好 "}


def test_a_line_is_read_as_people_write_it() -> None:
    assert paper_card(WRITTEN, {"0012": "0012"}, MONDAY) == PaperCard(MONDAY, "0012", P.POLITE, Giver.CUSTOMER, "好")


@pytest.mark.parametrize(
    ("column", "written", "refused"),
    [
        ("date", "", "missing_value"),
        ("staff", "", "missing_value"),
        ("p", "", "missing_value"),
        ("date", "昨天", "bad_date"),
        ("date", "2026-03-03", "future_date"),
        ("p", "快", "unknown_p"),
        ("giver", "邻居", "unknown_giver"),
        ("staff", "12", "unknown_person"),
    ],
)
def test_a_line_that_says_no_card_is_refused_with_what_is_wrong(column: str, written: str, refused: str) -> None:
    answer = paper_card({**WRITTEN, column: written}, {"0012": "0012"}, MONDAY)
    assert isinstance(answer, Refusal)
    assert answer.code == refused
