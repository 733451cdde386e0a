"""Tables show when a thing happened, not its place in the order: corrected clocks and imports make the two differ."""

import logging
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.journal.store import Store
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import InquiryWithdrawn
from shared.practice.line import actions as line
from shared.practice.line.actions import Taken
from shared.practice.line.facts import NumberCalled
from shared.practice.pauses.facts import Decision, PauseStarted, PauseWithdrawn
from tests.journal.test_any_day import arrivals
from tests.support.builders import at, elsewhere, empty_store, staffed_store
from tests.support.days import Life, every_act
from tests.support.examples import arrivals as arrivals_of

ORDER = ("ts", "id", "pos")
"""Columns that say where something stands in the order, not when it happened."""
A_DAY_AND_TWO_HOURS = 26 * 3_600_000


@pytest.fixture(scope="module")
def ordered_later(tmp_path_factory):
    """A day as one device recorded it, and at another that received all of it ordered a day and two hours later."""
    folder = tmp_path_factory.mktemp("moments")
    recorded, received = staffed_store(folder / "recorded"), empty_store(folder / "received")
    Life(recorded).play(every_act())
    call_at_two_windows(recorded)
    take_a_pause_back(recorded)
    later = [
        (msgspec.structs.replace(event, ts=event.ts + A_DAY_AND_TWO_HOURS), values, seq)
        for event, values, seq in arrivals(recorded)
    ]
    assert received.receive(later) == len(recorded.events())
    yield rows(recorded), rows(received)
    recorded.close()
    received.close()


def call_at_two_windows(store: Store) -> None:
    """A number called at a second window that had not received of the first."""
    now = store.events()[-1].ts
    taken = line.take(store, now=now)
    assert isinstance(taken, Taken)
    for n, staff in enumerate(("1001", "1002"), start=1):
        elsewhere(store, taken.id, now + n * 60_000, NumberCalled(staff=staff, window="1"), n)


def take_a_pause_back(store: Store) -> None:
    """The hall's one pause at a time leaves hardly room for a slip among the acts of `Life`."""
    decision = Decision(
        policy_version=1, limit=5, inclusive=False, per_day=2, own_today=0, colleagues_paused=0, other_windows=1
    )
    started = PauseStarted(staff="1001", window="1", post="cashier", seconds=300, decision=decision)
    for n, fact in enumerate((started, PauseWithdrawn()), start=10):
        elsewhere(store, "pause:slip", at("09:03") + n * 1000, fact, n)


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for table in store.projections.tables():
        dicts = table.select().dicts().execute(store.db)
        found[table._meta.table_name] = sorted(
            ({k: v for k, v in d.items() if k not in ORDER} for d in dicts), key=repr
        )
    return found


@pytest.mark.parametrize(
    "table",
    [
        *("card", "unrated", "pause", "pause_refused", "inquiry", "inquiry_aspect", "diary_entry", "number"),
        *("help", "help_step", "greeting", "rulebook_read", "person"),
    ],
)
def test_every_table_tells_when_it_happened(ordered_later, table):
    recorded, received = ordered_later
    assert recorded[table], "nothing happened here"
    assert received[table] == recorded[table]


def one_of_every_kind(folder: Path, shift: int, *, backwards: bool) -> dict[str, list[dict[str, Any]]]:
    """The tables of a device that got an example of every kind, ordered so much later."""
    store = empty_store(folder)
    kinds = list(store.projections.fact_types.values())
    store.receive(arrivals_of(reversed(kinds) if backwards else kinds, shift))
    found = rows(store)
    store.close()
    return found


@pytest.mark.parametrize("backwards", [False, True])
def test_every_kind_tells_when_it_happened(tmp_path, caplog, backwards):
    """Both ways, as what one kind writes another one may write over."""
    caplog.set_level(logging.CRITICAL)  # a hall, a person, a month under several names: the others are left out
    recorded = one_of_every_kind(tmp_path / "recorded", 0, backwards=backwards)
    received = one_of_every_kind(tmp_path / "received", A_DAY_AND_TWO_HOURS, backwards=backwards)
    assert received == recorded
    if not backwards:
        assert [table for table, found in recorded.items() if not found] == ["inspection"]  # "x" is no number of points


def test_an_inquiry_taken_back_is_over_when_that_happened(tmp_path):
    store = staffed_store(tmp_path)
    opened = inquiries.open_at_kiosk(store, text="交错了", now=at("10:00"))
    assert isinstance(opened, inquiries.Opened)
    with store.transaction(at("10:00") + A_DAY_AND_TWO_HOURS) as tx:
        tx.record(InquiryWithdrawn(), subject=opened.id, actor="", occurred_at=at("10:00") + 5_000)
    (ticket,) = (row for row in rows(store)["inquiry"] if row["subject"] == opened.id)
    assert (ticket["state"], ticket["closed_at"]) == ("withdrawn", at("10:00") + 5_000)
    store.close()
