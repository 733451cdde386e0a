"""Duty ends with the day it began; the roster's home window and today's window are kept apart."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions, facts, views
from shared.people.rules import RosterLine
from tests.support.builders import HALL, MONDAY, MORNING, ROSTER, actor, at, elsewhere, empty_store, staffed_store

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY - timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def sits(store: Store, now: int, number: str = "1001") -> tuple[bool, str]:
    """Whether somebody is on duty, and at which window."""
    found = views.person_today(store, number, now)
    assert found
    on = number in [person.number for person in views.on_duty(store, found.hall, now=now)]
    assert on == found.on_duty
    return on, found.window


def changed(line: RosterLine, **values: object) -> RosterLine:
    return replace(line, **values)


@pytest.mark.parametrize(
    ("clock", "day", "on"),
    [
        ("08:29", MONDAY, True),  # asked with an earlier clock of the same day
        ("08:30", MONDAY, True),
        ("23:59:59.999", MONDAY, True),
        ("00:00", TUESDAY, False),
        ("08:30", TUESDAY, False),
        ("23:59:59.999", SUNDAY, False),  # the clock was set back over midnight
        ("08:30", MONDAY + timedelta(days=7), False),
    ],
)
def test_who_forgot_to_sign_off_was_on_duty_for_ever(store: Store, clock: str, day: date, on: bool) -> None:
    actions.set_duty(store, actor(), "1001", True, "5", now=at("08:30"))
    assert sits(store, at(clock, day)) == (on, "5" if day == MONDAY else "1")
    assert bool(views.on_duty(store, now=at(clock, day))) is on


def test_who_signs_on_again_the_next_day_sits_at_home(store: Store) -> None:
    actions.set_duty(store, actor(), "1001", True, "5", now=MORNING)
    actions.set_duty(store, actor(), "1001", False, now=at("12:00"))
    actions.set_duty(store, actor(), "1001", True, now=at("13:00"))
    assert sits(store, at("13:00")) == (True, "5")  # back from lunch, the same window
    actions.set_duty(store, actor(), "1001", True, now=at("08:30", TUESDAY))
    assert sits(store, at("08:30", TUESDAY)) == (True, "1")


def test_an_unchanged_roster_moved_whoever_sat_elsewhere(store: Store) -> None:
    actions.set_duty(store, actor(), "1001", True, "5", now=MORNING)
    assert actions.import_staff(store, ROSTER, now=at("12:00")) == 0
    assert sits(store, at("12:00")) == (True, "5")


def test_a_roster_with_another_home_window_moves_nobody_today(store: Store) -> None:
    assert actions.import_staff(store, [changed(ROSTER[0], window="7")], now=at("12:00")) == 1
    assert sits(store, at("12:00")) == (True, "1")
    assert sits(store, at("08:30", TUESDAY)) == (False, "7")


def test_who_moves_to_another_hall_was_on_duty_there_at_once(store: Store) -> None:
    moved = changed(ROSTER[0], hall="二号厅", window="3")
    assert actions.import_staff(store, [moved], now=at("12:00")) == 1
    assert sits(store, at("12:00")) == (False, "3")
    assert actions.import_staff(store, ROSTER[:1], now=at("13:00")) == 1  # and back again
    assert sits(store, at("13:00")) == (False, "1")


def test_signing_on_in_the_old_hall_by_who_has_not_heard_of_the_move(store: Store) -> None:
    moved = changed(ROSTER[0], hall="二号厅", window="3")
    actions.import_staff(store, [moved], now=at("12:00"))
    elsewhere(store, "staff:1001", at("12:30"), facts.DutySet(on=True, window="5"))  # recorded in the old hall
    assert sits(store, at("12:30")) == (False, "3")
    assert "1001" not in [person.number for person in views.on_duty(store, HALL, now=at("12:30"))]


def test_a_leaver_is_off_duty_also_when_they_come_back(store: Store) -> None:
    actions.import_staff(store, [changed(ROSTER[0], active=False)], now=at("12:00"))
    assert views.person_today(store, "1001", at("12:00")) is None
    actions.import_staff(store, ROSTER[:1], now=at("13:00"))
    assert sits(store, at("13:00")) == (False, "1")


def test_where_the_roster_names_no_window_the_last_one_is_kept(tmp_path: Path) -> None:
    store = empty_store(tmp_path)
    actions.import_staff(store, [changed(ROSTER[0], window="")], now=at("08:00"))
    actions.set_duty(store, actor(), "1001", True, "4", now=MORNING)
    assert sits(store, at("08:30", TUESDAY)) == (False, "4")
    actions.set_duty(store, actor(), "1001", True, now=at("08:30", TUESDAY))
    assert sits(store, at("08:30", TUESDAY)) == (True, "4")


@pytest.mark.parametrize("late", [False, True])
def test_a_journal_of_an_earlier_version_folds_the_same_in_any_order(tmp_path: Path, late: bool) -> None:
    """Monday: on at 5, nobody signs off. An import of then wrote the unchanged line anew and moved them to 1."""
    store = empty_store(tmp_path)
    line = {**asdict(ROSTER[0]), "role": Role.STAFF}
    then = [
        (at("08:00"), facts.StaffSet(**line)),
        (at("08:30"), facts.DutySet(on=True, window="5")),
        (at("12:00"), facts.StaffSet(**line)),
    ]
    for n, (ts, fact) in enumerate(reversed(then) if late else then, start=1):
        elsewhere(store, "staff:1001", ts, fact, n)
    assert sits(store, at("12:00")) == (True, "5")
    assert sits(store, at("08:30", TUESDAY)) == (False, "1")
    store.rebuild()
    assert sits(store, at("12:00")) == (True, "5")


def test_everyone_is_in_the_order_of_where_they_sit(store: Store) -> None:
    actions.set_duty(store, actor(), "1001", True, "10", now=MORNING)
    today = views.everyone_today(store, HALL, now=MORNING)
    assert [person.number for person in today] == ["2001", "9001", "1002", "1003", "1004", "1001"]
    assert [person.window for person in views.on_duty(store, now=MORNING)] == ["2", "3", "4", "10"]
