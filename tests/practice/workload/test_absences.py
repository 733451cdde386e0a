"""Who is away: entered once, taken back, read by day; and what a ticket machine counted, entered once."""

from datetime import date

import pytest

from shared.domain.workdays import Calendar
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.workload import actions, views
from shared.practice.workload.facts import Absence, WorkloadImported
from shared.practice.workload.rules import AbsenceLine, WorkLine
from tests.support.builders import code
from tests.support.practice_hall import HALL, LI, OFFICE, ZHAO, at

NOW = at("14:00")
FRIDAY, SATURDAY, MONDAY, TUESDAY = (date(2026, 3, day) for day in (6, 7, 9, 10))
WEEKDAYS = Calendar(version=1, years={})
TRAINED = AbsenceLine("1002", Absence.TRAINING, FRIDAY, MONDAY)


@pytest.fixture(autouse=True)
def moved(store):
    """李娜 belongs to the second hall from Monday on."""
    import_staff(
        store, [RosterLine("1002", "李娜", "一分公司", "二号厅", "2", "cashier", LI.role)], now=at("08:00", MONDAY)
    )


def last_event(store):
    event = store.events()[-1]
    return event.actor, event.hall, store.fact(event)


def test_an_absence_is_entered_once_until_it_is_taken_back(store):
    assert actions.import_absences(store, [TRAINED, TRAINED], actor=OFFICE, now=NOW) == 1
    [found] = views.absences(store)
    assert last_event(store)[:2] == ("9001", HALL)  # where she was on the first day
    assert actions.set_absence(store, OFFICE, "1002", Absence.TRAINING, FRIDAY, MONDAY, now=NOW) is None
    assert views.absences(store) == (found,) == (views.Away(found.id, "1002", "training", FRIDAY, MONDAY),)
    assert code(actions.withdraw_absence(store, OFFICE, "absence:x", now=NOW)) == "not_found"
    assert actions.withdraw_absence(store, OFFICE, found.id, now=NOW) is None
    assert last_event(store)[:2] == ("9001", HALL)
    assert views.absences(store) == ()
    assert code(actions.withdraw_absence(store, OFFICE, found.id, now=NOW)) == "not_found"
    assert actions.import_absences(store, [TRAINED], now=NOW) == 1
    assert views.absences(store) == (found,)


def test_absences_are_listed_from_the_latest(store):
    for staff, first, last in (("1001", FRIDAY, FRIDAY), ("1003", FRIDAY, MONDAY), ("1001", MONDAY, MONDAY)):
        assert actions.set_absence(store, OFFICE, staff, Absence.SICK, first, last, now=NOW) is None
    assert code(actions.set_absence(store, OFFICE, "1001", Absence.SICK, MONDAY, FRIDAY, now=NOW)) == "days_reversed"
    assert [(each.staff, each.last) for each in views.absences(store)] == [
        *(("1001", MONDAY), ("1003", MONDAY), ("1001", FRIDAY)),
    ]


@pytest.mark.parametrize(
    ("first", "last", "kinds", "days"),
    [
        (FRIDAY, TUESDAY, ("training",), {FRIDAY, MONDAY}),  # not the weekend
        (MONDAY, TUESDAY, ("training",), {MONDAY}),
        (SATURDAY, SATURDAY, ("training",), set()),
        (TUESDAY, TUESDAY, ("training",), None),
        (FRIDAY, TUESDAY, ("sick", "leave"), None),
    ],
)
def test_the_working_days_of_absences_of_a_kind(store, first, last, kinds, days):
    actions.import_absences(store, [TRAINED], now=NOW)
    assert views.absent_days(store, kinds, first, last, WEEKDAYS).get("1002") == days


def test_who_is_away_on_a_day_for_whatever_reason(store):
    actions.import_absences(store, [TRAINED, AbsenceLine("1003", Absence.SICK, MONDAY, TUESDAY)], now=NOW)
    away = [sorted(views.away_on(store, day)) for day in (FRIDAY, SATURDAY, MONDAY, TUESDAY)]
    assert away == [["1002"], ["1002"], ["1002", "1003"], ["1003"]]


def test_a_count_is_entered_once_and_another_one_replaces_it(store):
    friday, monday = WorkLine(FRIDAY, "1002", "settlement", 5), WorkLine(MONDAY, "1002", "settlement", 6)
    other = WorkLine(FRIDAY, "1002", "gas_payment", 5)
    assert actions.import_workload(store, [friday, monday, other], "a.csv", actor=OFFICE, now=NOW) == 3
    assert actions.import_workload(store, [friday, monday, other], "b.csv", actor=OFFICE, now=NOW) == 0
    assert code(actions.import_workload(store, [friday], "b.csv", actor=ZHAO, now=NOW)) == "not_allowed"
    entered = [event for event in store.events() if event.kind == "workload_imported"]
    assert [(event.actor, event.hall) for event in entered] == [("9001", HALL), ("9001", "二号厅"), ("9001", HALL)]
    assert store.fact(entered[0]) == WorkloadImported(
        day=FRIDAY, staff="1002", service="settlement", count=5, source="a.csv"
    )
    corrected = WorkLine(FRIDAY, "1002", "settlement", 7)
    assert actions.import_workload(store, [corrected], "c.csv", now=NOW) == 1
    assert sorted((row.day, row.service, row.count) for row in views.imports(store, FRIDAY, MONDAY)) == [
        *(("2026-03-06", "gas_payment", 5), ("2026-03-06", "settlement", 7), ("2026-03-09", "settlement", 6)),
    ]
    assert [row.count for row in views.imports(store, SATURDAY, TUESDAY)] == [6]
