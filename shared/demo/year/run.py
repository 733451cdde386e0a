"""Plays the year: every module plans its steps, then each day is carried out in one transaction."""

from datetime import date, time

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year import (
    award,
    book,
    cards,
    column,
    happy,
    last_days,
    learning,
    pay,
    served,
    set_up,
    survey,
    tickets,
    verdicts,
    visits,
    year_end,
)
from shared.demo.year.company import APPROVER, HEAD_OFFICE, PREPARER, YEAR, Company
from shared.device.demonstration import Demonstration
from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.hall_setup import hand_out_pins

_PLANS = (
    *(set_up, book, served, cards, tickets, verdicts, visits, pay, award, learning, column, survey, happy, year_end),
    last_days,
)
HERE = HEAD_OFFICE
"""The hall of the device at first; at the end it stands in `last_days.HALL`."""
BEGIN = ms_at(set_up.DAY, time(7))
STANDING = Demonstration(ms_at(date(YEAR, 12, 31), time(16, 10)), "effect")
SIGNING_IN = (PREPARER, APPROVER, last_days.SUPERVISOR, last_days.ME)


def play(store: Store, progress: Progress = no_progress) -> dict[str, str]:
    """Record the year 2014; the PINs of those who may look at it, by staff number. `progress` counts working days."""
    company, agenda = Company(store), Agenda()
    for each in _PLANS:
        each.plan(company, agenda)
    pins: dict[str, str] = {}
    total, passed = len(company.days), 0
    for day in agenda.days():
        morning = ms_at(day, time(8))
        with store.transaction(morning):
            agenda.run_day(day)
        pins = pins or done(hand_out_pins(store, SIGNING_IN, now=morning))
        passed += company.calendar.is_workday(day) and day.year == company.days[0].year
        progress(min(passed, total), total)
    done(people.place_device(store, last_days.HALL, now=STANDING.now))
    return pins
