"""Events of another window about the same number arrive later, and the table can be rebuilt."""

import itertools

import pytest

from kiosk.sign import hall_board
from shared.journal.opening import open_store, wal_is_safe
from shared.journal.store import Store
from shared.practice.line import actions, facts, statistics, tables, views
from shared.practice.line.rules import State
from shared.practice.line.statistics import Work
from shared.registry import PROJECTIONS
from tests.practice.line.steps import call, take
from tests.support.builders import elsewhere
from tests.support.practice_hall import DAY, HALL, LI, WANG, ZHANG, at


def test_served_by_two_windows_apart_counts_once_for_the_first(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "gas_payment", now=at("09:10"))
    elsewhere(store, taken.id, at("09:02"), facts.NumberCalled(staff="1002", window="2"), n=1)
    elsewhere(store, taken.id, at("09:05"), facts.NumberServed(staff="1002", window="2", service="settlement"), n=2)
    assert statistics.workload(store, DAY, DAY) == (Work("1002", {"settlement": 1}),)
    [twice] = views.called_twice(store, HALL, DAY, at("10:00"))
    assert (twice.label, twice.staff, twice.at) == ("A001", ("1001", "1002"), at("09:02"))


def test_all_who_called_one_number_are_named_and_when_it_was_first_called_twice(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    elsewhere(store, taken.id, at("09:02"), facts.NumberCalled(staff="1002", window="2"), n=1)
    elsewhere(store, taken.id, at("09:03"), facts.NumberCalled(staff="1003", window="3"), n=2)
    [twice] = views.called_twice(store, HALL, DAY, at("10:00"))
    assert (twice.staff, twice.at) == (("1001", "1002", "1003"), at("09:02"))


@pytest.mark.skipif(not wal_is_safe(), reason="with a rollback journal nobody can write while somebody reads")
def test_a_number_called_during_the_reading_of_the_board_was_called_and_waiting(store: Store) -> None:
    take(store, "09:00")
    other = open_store(store.folder, PROJECTIONS)
    asked, connection = itertools.count(1), store.db.connection()

    def call_once(statement: str) -> None:
        if '"number"' in statement and next(asked) == 3:  # those before it counted who waits
            connection.set_trace_callback(None)
            call(other, ZHANG, "09:01")

    connection.set_trace_callback(call_once)
    during, after = (hall_board.read(store, at("09:02")) for _ in range(2))
    other.close()
    assert (during.waiting, during.following, during.calls) == (1, ("A001",), ())
    assert (after.waiting, after.following, [each.number for each in after.calls]) == (0, (), ["A001"])


def test_a_number_is_given_back_only_where_it_was_given_out(store: Store) -> None:
    taken = take(store, "09:00")
    elsewhere(store, taken.id, at("09:00:05"), facts.NumberGivenBack())
    number = views.number(store, taken.id)
    assert number
    assert number.state is State.WAITING


def test_taking_back_what_another_window_served_first_changes_nothing(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "gas_payment", now=at("09:10"))
    actions.reopen(store, ZHANG, taken.id, now=at("09:10:05"))
    elsewhere(store, taken.id, at("09:05"), facts.NumberServed(staff="1002", window="2", service="settlement"))
    assert statistics.workload(store, DAY, DAY) == (Work("1002", {"settlement": 1}),)


def test_a_call_undone_after_the_number_was_set_aside_leaves_it_waiting_without_staff(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    elsewhere(store, taken.id, at("09:02"), facts.NumberCalled(staff="1002", window="2"), n=1)
    elsewhere(store, taken.id, at("09:03"), facts.NumberMissed(), n=2)
    assert actions.take_back(store, WANG, taken.id, now=at("09:04")) is None
    assert actions.put_back(store, WANG, taken.id, now=at("09:04:05")) is None
    number = views.number(store, taken.id)
    assert number
    assert (number.state, number.staff) == (State.WAITING, "")


def test_a_call_taken_back_leaves_the_customer_at_the_other_window_that_called_them(store: Store) -> None:
    taken = take(store, "09:00")
    call(store, ZHANG, "09:01")
    elsewhere(store, taken.id, at("09:00:50"), facts.NumberCalled(staff="1002", window="2"))
    both = views.number(store, taken.id)
    assert both
    assert (both.staff, both.window) == ("1001", "1")
    assert actions.put_back(store, ZHANG, taken.id, now=at("09:01:05")) is None
    number = views.number(store, taken.id)
    assert number
    assert (number.state, number.staff, number.window) == (State.CALLED, "1002", "2")
    assert [(n.label, n.window) for n in views.sign(store, HALL, at("09:02"))] == [("A001", "2")]


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    one, two = take(store, "09:00"), take(store, "09:01", "settlement")
    call(store, ZHANG, "09:02")
    actions.call_again(store, ZHANG, one.id, now=at("09:03"))
    actions.no_show(store, ZHANG, one.id, now=at("09:04"))
    actions.take_back(store, LI, one.id, now=at("09:05"))
    call(store, WANG, "09:06")
    actions.done(store, WANG, two.id, "settlement", now=at("09:07"))
    actions.reopen(store, WANG, two.id, now=at("09:07:04"))
    actions.done(store, WANG, two.id, "settlement", now=at("09:07:08"))
    elsewhere(store, one.id, at("09:04") + 1, facts.NumberHeld())
    elsewhere(store, "number:unknown", at("09:08"), facts.NumberMissed(), n=2)
    before = rows(store)
    assert len(before) == 2
    store.rebuild()
    assert rows(store) == before


def rows(store: Store) -> list[dict[str, object]]:
    found = tables.NumberRow.select().order_by(tables.NumberRow.subject).dicts().execute(store.db)
    return [{k: v for k, v in row.items() if k != "id"} for row in found]
