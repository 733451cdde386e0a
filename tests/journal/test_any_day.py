"""Random days: the tables are what the journal says, in any order of arrival, and the chain is unbroken."""

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.journal import verify
from shared.journal.event import Companion, Event
from shared.journal.store import Store
from shared.journal.tables import CompanionRow
from tests.support.builders import MORNING, empty_store, staffed_store
from tests.support.days import ACTS, Act, Life, every_act

Arrival = tuple[Event, tuple[Companion, ...], int]
SEEDS = st.integers(0, 1000)
some_days, many_days = settings(max_examples=12), settings(max_examples=25)


def arrivals(*stores: Store) -> list[Arrival]:
    """All events of these devices with their personal values, as a hub would send them."""
    found: dict[str, Arrival] = {}
    for store in stores:
        values: dict[str, list[Companion]] = {}
        for row in CompanionRow.select().execute(store.db):
            companion = Companion(event_id=row.event_id, field=row.field, salt=row.salt, value=row.value)
            values.setdefault(row.event_id, []).append(companion)
        for event in store.events():
            found.setdefault(event.id, (event, tuple(values.get(event.id, ())), 0))
    ordered = sorted(found.values(), key=lambda arrival: arrival[0].order)
    return [(event, values, place) for place, (event, values, _) in enumerate(ordered, start=1)]


def personal(store: Store) -> list[tuple[object, ...]]:
    return sorted(CompanionRow.select().tuples().execute(store.db))


def a_rebuild_gives_the_same_tables(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        store = staffed_store(Path(folder))
        Life(store).play(acts)
        assert verify.journal(store).found is None
        assert verify.projections(store) == ()
        before = verify.contents(store)
        store.rebuild()
        assert verify.contents(store) == before
        store.close()


def any_order_gives_the_same_tables(acts: list[Act], seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = staffed_store(folder / "a")
        Life(source).play(acts)
        coming = arrivals(source)
        there = empty_store(folder / "b")
        chance.shuffle(coming)
        while coming:
            size = chance.randint(1, 7)
            again = [coming[0]] if chance.random() < 0.2 else []
            there.receive(coming[:size] + again)
            coming = coming[size:]
        assert verify.contents(there) == verify.contents(source)
        assert personal(there) == personal(source)
        assert verify.journal(there).found is None
        source.close()
        there.close()


def two_devices_agree(first: list[Act], second: list[Act], seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        one, other = staffed_store(folder / "a"), empty_store(folder / "b")
        other.receive(arrivals(one))
        Life(one, MORNING).play(first)
        Life(other, MORNING + 7_000).play(second)
        both = arrivals(one, other)
        third = empty_store(folder / "c")
        for store in (one, other, third):
            mixed = list(both)
            chance.shuffle(mixed)
            store.receive(mixed)
        assert verify.contents(one) == verify.contents(other) == verify.contents(third)
        assert personal(one) == personal(other) == personal(third)
        for store in (one, other, third):
            assert verify.journal(store).found is None
            store.close()


@some_days
@given(acts=ACTS)
def test_a_rebuild_gives_the_same_tables(acts: list[Act]) -> None:
    a_rebuild_gives_the_same_tables(acts)


@some_days
@given(acts=ACTS, seed=SEEDS)
def test_any_order_of_arrival_gives_the_same_tables(acts: list[Act], seed: int) -> None:
    any_order_gives_the_same_tables(acts, seed)


@some_days
@given(first=ACTS, second=ACTS, seed=SEEDS)
def test_two_devices_apart_for_a_day_agree_when_they_meet(first: list[Act], second: list[Act], seed: int) -> None:
    two_devices_agree(first, second, seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(12))  # so that no single test takes minutes
@many_days
@given(first=ACTS, second=ACTS, seed=SEEDS)
def test_all_of_it_on_many_days(part: int, first: list[Act], second: list[Act], seed: int) -> None:
    a_rebuild_gives_the_same_tables(first)
    any_order_gives_the_same_tables(second, seed)
    two_devices_agree(first, second, seed)


def test_the_days_are_not_all_refusals(tmp_path):
    """The property tests would mean nothing if nothing happened in them."""
    store = staffed_store(tmp_path)
    Life(store).play(every_act())
    kinds = Counter(event.kind for event in store.events())
    expected = """card_awarded sentence_added card_reviewed pause_started pause_refused pause_ended
        inquiry_opened inquiry_transferred inquiry_informed inquiry_closed inquiry_reopened inquiry_merged
        personal_erased entry_written entry_changed candidate_set day_signed duty_set pin_failed signed_in
        number_taken number_called number_called_again number_served number_held number_missed
        document_published greeting_sent greeting_removed rating_unanswered
        help_requested help_followed rulebook_read"""
    assert set(expected.split()) - set(kinds) == set()
    assert verify.projections(store) == ()
    store.close()
