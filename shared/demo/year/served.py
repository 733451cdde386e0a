"""工作量: at each month's end the ticket machines' counts are imported, one line a person: 960 in the year."""

from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import PREPARER, YEAR, Company, chance
from shared.practice.workload import actions
from shared.practice.workload.rules import WorkLine

LAST = date(YEAR, 12, 22)  # the year is closed by the 31st
_BUSY = {1: 1.25, 2: 0.9, 3: 1, 4: 0.95, 5: 0.9, 6: 0.85, 7: 0.85, 8: 0.9, 9: 1, 10: 1.1, 11: 1.25, 12: 0.95}
_SERVICE = {"cashier": ("gas_payment", 960), "consultant": ("consultation", 620)}


def plan(company: Company, agenda: Agenda) -> None:
    """Each month's import on its last working day, December's before the year is closed."""
    luck = chance("workload")
    pace = {line.number: luck.uniform(0.8, 1.2) for line in company.window_staff}
    for month in range(1, 13):
        day = min(company.of_month(month)[-1], LAST)
        lines = [
            WorkLine(
                day, line.number, service, int(usual * _BUSY[month] * pace[line.number] * luck.uniform(0.93, 1.07))
            )
            for line in company.window_staff
            for service, usual in (_SERVICE[line.post],)
        ]
        agenda.at(day, "17:00", partial(_import, company, lines, f"{YEAR}-{month:02}.csv"))


def _import(company: Company, lines: list[WorkLine], source: str, now: int) -> None:
    done(actions.import_workload(company.store, lines, source, actor=company.who(PREPARER, now), now=now))
