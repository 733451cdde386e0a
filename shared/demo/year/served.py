"""工作量: at each month's end the ticket machines' counts are imported, one line a person: 960 in the year."""

from datetime import date
from functools import partial
from random import Random

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import PREPARER, YEAR, Company, seeded
from shared.practice.workload import actions
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine

LAST = date(YEAR, 12, 22)  # the year is closed by the 31st
_BUSY = {1: 1.25, 2: 0.9, 3: 1, 4: 0.95, 5: 0.9, 6: 0.85, 7: 0.85, 8: 0.9, 9: 1, 10: 1.1, 11: 1.25, 12: 0.95}
_AWAY = 2  # absences a month
_SERVICE = {"cashier": ("gas_payment", 960), "consultant": ("consultation", 620)}


def plan(company: Company, agenda: Agenda) -> None:
    """Each month's import on its last working day, December's before the year is closed."""
    rng = seeded("workload")
    pace = {line.number: rng.uniform(0.8, 1.2) for line in company.window_staff}
    for month in range(1, 13):
        day = min(company.of_month(month)[-1], LAST)
        lines = [
            WorkLine(day, line.number, service, int(usual * _BUSY[month] * pace[line.number] * rng.uniform(0.93, 1.07)))
            for line in company.window_staff
            for service, usual in (_SERVICE[line.post],)
        ]
        agenda.at(day, "17:00", partial(_import, company, lines, f"{YEAR}-{month:02}.csv"))
        away = [_absence(company, month, rng) for _ in range(_AWAY)]
        agenda.at(day, "16:40", partial(_import_absences, company, away))


def _absence(company: Company, month: int, rng: Random) -> AbsenceLine:
    """A day or two; training and assignments are credited in the pay."""
    days = [day for day in company.of_month(month) if day <= LAST]
    place = rng.randrange(len(days) - 1)
    number = rng.choice(company.window_staff).number
    return AbsenceLine(number, rng.choice(list(Absence)), days[place], days[place + rng.randrange(2)])


def _import_absences(company: Company, lines: list[AbsenceLine], now: int) -> None:
    done(actions.import_absences(company.store, lines, actor=company.who(PREPARER, now), now=now))


def _import(company: Company, lines: list[WorkLine], source: str, now: int) -> None:
    done(actions.import_workload(company.store, lines, source, actor=company.who(PREPARER, now), now=now))
