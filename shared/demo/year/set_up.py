"""Before the year: the roster, the halls as units, the happy station's lines; and the rule that changes in July."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import msgspec

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, PREPARER, WINDOWS, Company, roster
from shared.people import actions as people
from shared.practice.assessment.facts import Unit, Units
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Hotline, Station
from shared.reference import actions as reference

DAY = date(2013, 12, 30)
_TOLD_EVERY = {DAY: 3, date(2014, 7, 1): 2}  # working days between two messages to a customer who waits
STATION = Station(
    hotlines=(Hotline("快乐驿站 一线", "024-23860001"), Hotline("快乐驿站 二线", "024-23860002")),
    group="快乐驿站",
    group_code="https://example.com/happy-station",
)


def plan(company: Company, agenda: Agenda) -> None:
    """The day before the last of 2013."""
    store = company.store
    units = Units(units=tuple(Unit(hall, hall, branch, (hall,), WINDOWS) for hall, branch in HALLS.items()))
    agenda.at(DAY, "08:00", lambda now: people.import_staff(store, roster(), now=now))
    agenda.at(
        DAY,
        "08:30",
        lambda now: done(
            reference.publish(store, company.who(PREPARER, now), "units", msgspec.to_builtins(units), now=now)
        ),
    )
    agenda.at(DAY, "09:00", lambda now: done(happiness.publish(store, company.who(PREPARER, now), STATION, now=now)))
    for day, every in _TOLD_EVERY.items():
        agenda.at(day, "08:20", partial(_set_rule, company, {"inquiries": {"inform_every": every}}))


def _set_rule(company: Company, values: Mapping[str, object], now: int) -> None:
    done(reference.publish(company.store, company.who(PREPARER, now), "policy", values, now=now))
