"""A Tuesday after a Monday on which everybody forgot everything, on one PC with its kiosk."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.sign import hall_board
from kiosk.store import hall as kiosk_hall
from kiosk.store.lobby import State
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people import actions as people
from shared.people import views as people_views
from shared.people.presence import is_away
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from shared.practice.line import views as line_views
from shared.practice.pauses import actions as pauses
from shared.practice.pauses import views as pause_views
from tests.support.builders import HALL, MONDAY, ROSTER, actor, at, attested, code, staffed_store

TUESDAY = MONDAY + timedelta(days=1)
MORNING = at("08:40", TUESDAY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Monday evening: nobody has signed off, 1001 sits at window 5 and paused, 1002 has a customer, one is held."""
    made = staffed_store(tmp_path)
    people.set_duty(made, actor(), "1001", True, "5", now=at("09:00"))
    for _ in range(4):
        line.take(made, now=at("16:00"))
    held = line.call_next(made, actor("1002"), now=at("16:10"))
    assert isinstance(held, line_views.Number)
    line.hold(made, actor("1002"), held.id, now=at("16:11"))
    line.call_next(made, actor("1002"), now=at("16:12"))
    assert isinstance(pauses.request(made, actor(), waiting=attested(0, at("16:20")), now=at("16:20")), pauses.Started)
    yield made
    made.close()


def monday(store: Store) -> dict[str, line_views.Number]:
    """Monday's numbers by their state."""
    numbers = (*line_views.sign(store, HALL, at("16:30")), *line_views.set_aside(store, HALL, at("16:30")))
    return {number.state.value: number for number in (*numbers, *line_views.in_line(store, HALL, at("16:30"))[:1])}


def signs_on(store: Store, number: str, now: int = MORNING) -> None:
    assert people.set_duty(store, actor(number), number, True, now=now) is None


@pytest.mark.parametrize(
    ("clock", "day", "present"),
    [
        ("16:30", MONDAY, ["1001", "1002", "1003", "1004"]),
        ("23:59:59.999", MONDAY, ["1001", "1002", "1003", "1004"]),
        ("00:00", TUESDAY, []),
        ("08:40", TUESDAY, []),
        ("16:30", MONDAY - timedelta(days=1), []),  # the clock was set back
    ],
)
def test_the_kiosk_offered_absent_people_for_cards(store: Store, clock: str, day: date, present: list[str]) -> None:
    lobby = kiosk_hall.lobby(store, True, clock=at(clock, day))
    assert sorted(person.number for person in lobby.people) == present
    assert (lobby.state is State.OPEN) is bool(present)
    assert bool(lobby.called) is (day == MONDAY)


def test_a_pause_was_granted_because_of_windows_that_are_empty(store: Store) -> None:
    signs_on(store, "1001")
    alone = pauses.request(store, actor(), waiting=attested(0, MORNING), now=MORNING)
    assert isinstance(alone, Refusal)
    assert (alone.code, alone.details["other_windows"]) == ("last_window", 0)
    signs_on(store, "1003")
    begun = pauses.request(store, actor(), waiting=attested(0, MORNING), now=MORNING)
    assert isinstance(begun, pauses.Started)
    assert begun.go_to == ("3",)  # and to no window of Monday's
    (running,) = pause_views.running(store, HALL, MORNING)
    assert (running.window, running.id) == ("1", begun.pause)  # at home, not at Monday's five


def test_a_pause_left_running_on_monday_has_ended_on_tuesday(store: Store) -> None:
    assert pause_views.running(store, HALL, at("16:30"))
    assert is_away(store, "1001", at("16:30"))
    assert pause_views.running(store, HALL, MORNING) == ()
    assert not is_away(store, "1001", MORNING)
    assert pause_views.mine(store, "1001", MORNING) == pause_views.Mine(None, (), 2)
    assert pause_views.overruns(store, HALL, MORNING) == ()
    board = hall_board.read(store, MORNING)
    assert (board.calls, board.away, board.following) == ((), (), ())


def test_mondays_customer_is_not_served_on_tuesday(store: Store) -> None:
    signs_on(store, "1002")
    assert line_views.serving(store, "1002", MORNING) is None
    assert line_views.sign(store, HALL, MORNING) == line_views.set_aside(store, HALL, MORNING) == ()
    assert line_views.waiting(store, HALL, MORNING) is None
    taken = line.take(store, now=MORNING)
    assert isinstance(taken, line.Taken)
    assert (taken.label, taken.ahead) == ("A001", 0)
    called = line.call_next(store, actor("1002"), now=MORNING)
    assert isinstance(called, line_views.Number)
    assert (called.id, called.window) == (taken.id, "2")


@pytest.mark.parametrize("now", [at("00:00", TUESDAY), MORNING, at("16:40", MONDAY - timedelta(days=1))])
def test_a_number_of_another_day_could_be_called_held_and_finished(store: Store, now: int) -> None:
    numbers, clerk = monday(store), actor("1002")
    before = len(store.events())
    refused = [
        line.call_again(store, clerk, numbers["called"].id, now=now),
        line.done(store, clerk, numbers["called"].id, "gas_payment", now=now),
        line.hold(store, clerk, numbers["called"].id, now=now),
        line.no_show(store, clerk, numbers["called"].id, now=now),
        line.put_back(store, clerk, numbers["called"].id, now=now),
        line.take_back(store, clerk, numbers["held"].id, now=now),
    ]
    assert list(map(code, refused)) == ["of_another_day"] * 6
    assert len(store.events()) == before


def test_the_same_roster_imported_in_the_morning_puts_nobody_on_duty(store: Store) -> None:
    assert people.import_staff(store, ROSTER, now=MORNING) == 0
    assert people_views.on_duty(store, HALL, now=MORNING) == ()


def test_who_is_off_duty_on_tuesday_can_have_a_stand_in(store: Store) -> None:
    opened = inquiries.open_inquiry(store, actor("1002"), text="更名要带什么？", now=at("15:00"))
    assert isinstance(opened, inquiries.Opened)
    assert code(inquiries.stand_in(store, actor("1003"), opened.id, "1003", now=at("15:30"))) == "handler_on_duty"
    assert inquiries.stand_in(store, actor("1003"), opened.id, "1003", now=MORNING) is None
