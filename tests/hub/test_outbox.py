"""What a device owes the hub: the weight of a batch, its own stations, what a revoked device forgets at once."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from shared.journal import seal, stations
from shared.journal.event import Event
from shared.journal.store import Store
from shared.journal.tables import CompanionRow
from shared.practice.cards.views import of_day
from shared.sync import outbox
from shared.sync.page_size import MOST
from tests.hub.site import card
from tests.support.builders import HALL, MONDAY, MORNING, empty_store

PHOTO = "p" * 60_000
"""About the longest text that an event may hold."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path)
    yield opened
    opened.close()


def record(store: Store, subject: str, sentence: str = "", code: str = "") -> Event:
    with store.transaction(MORNING) as tx:
        return tx.record(msgspec.structs.replace(card(sentence=sentence), code=code), subject=subject)


def test_a_batch_ends_before_it_is_too_heavy_for_a_poor_line_and_the_rest_comes_next(store: Store) -> None:
    events = [record(store, f"card:{n}", code=PHOTO) for n in range(100)]  # six million bytes
    first = outbox.next_batch(store, 500)
    assert 60 <= len(first) < 70
    assert [parcel.event.id for parcel in first] == [event.id for event in events[: len(first)]]
    outbox.acknowledge(store, [parcel.event.id for parcel in first])
    second = outbox.next_batch(store, 500)
    assert [parcel.event.id for parcel in second] == [event.id for event in events[len(first) :]]


def test_a_batch_of_light_events_is_as_long_as_asked_for(store: Store) -> None:
    events = [record(store, f"card:{n}") for n in range(12)]
    batch = outbox.next_batch(store, 10)
    assert [parcel.event.n for parcel in batch] == list(range(1, 11))
    assert [parcel.before for parcel in batch] == ["", *(event.link for event in events[:9])]


def test_a_claim_says_how_far_the_hub_has_all_and_what_the_hub_lost_waits_again(store: Store) -> None:
    events = [record(store, f"card:{n}") for n in range(4)]
    assert outbox.claims(store) == [outbox.Claim(store.station, 0, 0, seal.START, 4)]
    outbox.acknowledge(store, [event.id for event in events[:3]])
    assert outbox.claims(store) == [outbox.Claim(store.station, 3, 3, events[2].link, 4)]
    outbox.acknowledge(store, [events[3].id])
    assert outbox.claims(store) == [outbox.Claim(store.station, 4, 4, events[3].link, 4)]
    assert outbox.unsend(store, store.station, 2) == 2
    assert outbox.claims(store) == [outbox.Claim(store.station, 2, 2, events[1].link, 4)]


def test_one_event_heavier_than_a_batch_is_sent_all_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.journal.store.MOST_BYTES", 5_000_000)  # as before there was a limit
    record(store, "card:heavy", code="x" * 4_100_000)
    record(store, "card:light")
    assert [parcel.event.subject for parcel in outbox.next_batch(store, 10)] == ["card:heavy"]


def test_a_device_under_a_new_station_says_so_in_its_journal_and_still_speaks_for_the_old_one(store: Store) -> None:
    last, former = record(store, "card:1"), store.station
    stations.go_on(store, "taken", MORNING)
    told = store.events()[-1]
    assert (told.kind, told.station, told.n) == ("station_replaced", store.station, 1)
    assert told.station != former
    assert (told.body["former"], told.body["upto"], told.body["reason"]) == (former, last.n, "taken")
    assert told.order > last.order
    assert [claim.station for claim in outbox.claims(store)] == [store.station, former]
    outbox.acknowledge(store, [last.id, told.id])  # both are the first of their station
    assert outbox.claims(store) == [
        outbox.Claim(store.station, 1, 1, told.link, 1),
        outbox.Claim(former, 1, 1, last.link, 1),
    ]


def test_a_station_set_apart_is_no_longer_compared_and_the_others_are(store: Store) -> None:
    been = [store.station]
    for _ in range(3):
        record(store, f"card:{len(been)}")
        stations.go_on(store, "taken", MORNING)
        been.append(store.station)
    first, second, third, present = been
    assert set(outbox.former_stations(store)) == {first, second, third}
    outbox.set_apart(store, first)
    outbox.set_apart(store, third)
    assert outbox.former_stations(store) == [second]
    assert [claim.station for claim in outbox.claims(store)] == [present, second]


def test_a_revoked_device_forgets_two_subjects_at_once_and_in_the_end_all_that_was_sent(store: Store) -> None:
    sent = [record(store, f"card:{n}", sentence=f"话{n}") for n in range(11)]
    outbox.acknowledge(store, [event.id for event in sent])
    record(store, "card:mine", sentence="未传的话")
    left, found = [words(store)], []
    while some := outbox.forget_personal(store, 2):
        found.append(some)
        left.append(words(store))
    assert left == [12, 10, 8, 6, 4, 2, 1]
    assert found == [8, 8, 7, 5, 3, 1]  # no more than four times as many are looked for: the screen is waiting
    assert {one.sentence for one in of_day(store, HALL, MONDAY)} == {"", "未传的话"}


def words(store: Store) -> int:
    """How many personal values lie here."""
    return CompanionRow.select().count(store.db)


@pytest.mark.parametrize("damage", ["'no json'", "CAST(x'7b22ff223a317d' AS TEXT)"], ids=["json", "text"])
def test_a_damaged_row_waits_and_those_after_it_are_sent(store: Store, damage: str) -> None:
    for n in range(3):
        record(store, f"card:{n}")
    store.db.execute_sql("DROP TRIGGER event_no_change")
    store.db.execute_sql(f"UPDATE event SET body = {damage} WHERE n = 2")
    batch = outbox.next_batch(store, 10)
    assert [parcel.event.n for parcel in batch] == [1, 3]
    outbox.acknowledge(store, [parcel.event.id for parcel in batch])
    assert outbox.next_batch(store, 10) == []
    assert outbox.waiting(store).count == 1


@pytest.mark.parametrize(("limit", "most_bytes"), [(2, MOST), (10, 8_000)], ids=["many", "heavy"])
def test_rows_damaged_before_they_were_sent_held_up_all_after_them(store: Store, limit: int, most_bytes: int) -> None:
    """On a poor line a message has 8,000 bytes: less than one of these two."""
    for n in range(4):
        record(store, f"card:{n}", code=PHOTO if n < 2 else "")
    store.db.execute_sql("DROP TRIGGER event_no_change")
    store.db.execute_sql("UPDATE event SET body = replace(body, '}', '') WHERE n <= 2")
    assert [parcel.event.n for parcel in outbox.next_batch(store, limit, most_bytes)] == [3, 4]


def test_a_lost_letter_that_was_recorded_so_is_sent(store: Store) -> None:
    record(store, "card:1", sentence="谢\ufffd")
    record(store, "card:2", code="谢\ufffd")
    assert [parcel.event.subject for parcel in outbox.next_batch(store, 10)] == ["card:1", "card:2"]
