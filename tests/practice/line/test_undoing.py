"""A mistake is taken back: a wrong end or a wrong call, but not once the next customer is called."""

import pytest

from shared.journal.store import Store
from shared.practice.line import actions, facts, statistics, views
from shared.practice.line.statistics import Work
from tests.practice.line.steps import call, take
from tests.support.builders import code, elsewhere
from tests.support.practice_hall import DAY, HALL, LI, ZHANG, ZHAO, at


def test_a_wrong_end_is_taken_back_within_ten_seconds_and_repeated(store: Store) -> None:
    taken = take(store, "09:00", "consultation")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, taken.id, "ic_card_new", now=at("09:02"))
    by_another = actions.reopen(store, ZHAO, taken.id, now=at("09:02:05"))
    assert code(by_another) == "not_allowed"
    assert code(actions.reopen(store, ZHANG, taken.id, now=at("09:02:11"))) == "too_late"
    assert actions.reopen(store, ZHANG, taken.id, now=at("09:02:10")) is None
    assert statistics.workload(store, DAY, DAY) == ()
    assert views.served(store, "A001", HALL, at("09:03")) is None
    assert views.serving(store, "1001", at("09:03")).id == taken.id
    actions.done(store, ZHANG, taken.id, "settlement", now=at("09:03"))
    assert statistics.workload(store, DAY, DAY) == (Work("1001", {"settlement": 1}),)


def test_an_end_is_not_taken_back_once_the_next_customer_is_called(store: Store) -> None:
    first, second = take(store, "09:00"), take(store, "09:00")
    call(store, ZHANG, "09:01")
    actions.done(store, ZHANG, first.id, "gas_payment", now=at("09:02"))
    assert call(store, ZHANG, "09:02").id == second.id
    assert code(actions.reopen(store, ZHANG, first.id, now=at("09:02:05"))) == "still_serving"


def test_a_wrong_call_puts_the_customer_back_at_the_old_place(store: Store) -> None:
    first, second = take(store, "09:00"), take(store, "09:01")
    call(store, ZHANG, "09:02")
    assert code(actions.put_back(store, LI, first.id, now=at("09:02:05"))) == "not_allowed"
    assert actions.put_back(store, ZHANG, first.id, now=at("09:02:05")) is None
    assert [n.id for n in views.in_line(store, HALL, at("09:03"))] == [first.id, second.id]
    assert views.sign(store, HALL, at("09:03")) == ()
    assert views.serving(store, "1001", at("09:03")) is None
    again = call(store, LI, "09:03")
    assert (again.id, again.staff, again.window) == (first.id, "1002", "2")
    assert code(actions.put_back(store, LI, first.id, now=at("09:03:11"))) == "too_late"


@pytest.mark.parametrize(
    ("clock", "refused"), [("09:00:00", None), ("09:00:10", None), ("09:00:11", "too_late"), ("08:59:59", "too_late")]
)
def test_a_customer_gives_a_number_back_within_ten_seconds(store: Store, clock: str, refused: str | None) -> None:
    other, taken = take(store, "09:00"), take(store, "09:00")
    assert code(actions.give_back(store, taken.id, now=at(clock))) == refused
    left = [other.id] if refused is None else [other.id, taken.id]
    assert [n.id for n in views.in_line(store, HALL, at("09:01"))] == left


def test_a_number_that_is_called_or_not_of_this_kiosk_is_not_given_back(store: Store) -> None:
    taken = take(store, "09:00")
    elsewhere(store, "number:x", at("09:00"), facts.NumberTaken(letter="B", serial=1))
    call(store, ZHANG, "09:00:05")
    assert code(actions.give_back(store, taken.id, now=at("09:00:06"))) == "wrong_state"
    for unknown in ("number:x", "number:none"):
        assert code(actions.give_back(store, unknown, now=at("09:00:06"))) == "not_found"
