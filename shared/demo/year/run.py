"""Live the year: every practice plans, then each day is carried out in one transaction."""

import secrets
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
from shared.people import rules
from shared.people.policy import PinsPolicy
from shared.reference.views import policy

_PLANS = (
    *(set_up, book, served, cards, tickets, verdicts, visits, pay, award, learning, column, survey, happy, year_end),
    last_days,
)
HERE = HEAD_OFFICE
"""Where the device stands at first; at the end in the hall that is looked at."""
BEGIN = ms_at(set_up.DAY, time(7))
STANDING = Demonstration(ms_at(date(YEAR, 12, 31), time(16, 10)), "effect")
SIGNING_IN = (
    PREPARER,
    APPROVER,
    last_days.SUPERVISOR,
    last_days.ME,
)  # two of the office, a supervisor, somebody of a window


def live(store: Store, progress: Progress = no_progress) -> dict[str, str]:
    """Record the year 2014; the PINs of those who may look at it, by staff number. `progress` counts working days."""
    company, agenda = Company(store), Agenda()
    for each in _PLANS:
        each.plan(company, agenda)
    pins: dict[str, str] = {}
    total, passed = len(company.days), 0
    for day in agenda.days():
        morning = ms_at(day, time(8))
        with store.transaction(morning):
            agenda.live(day)
        pins = pins or {number: _set_pin(store, number, morning) for number in SIGNING_IN}
        passed += company.calendar.is_workday(day) and day.year == company.days[0].year
        progress(min(passed, total), total)
    done(people.place_device(store, last_days.HALL, now=STANDING.now))
    return pins


def _set_pin(store: Store, number: str, now: int) -> str:
    values = policy(store)[PinsPolicy]
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(values.digits))
        if rules.new_pin(pin, values) is None:
            done(people.set_pin(store, number, pin, now=now))
            return pin
