"""明查暗访: each month's lot, the 32 visits that it draws, what they find, and the publication."""

from datetime import date
from functools import partial
from random import Random

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, PREPARER, TRAINER, YEAR, Company, seeded
from shared.demo.year.set_up import DAY as SET_UP
from shared.domain import months
from shared.practice.assessment import actions, inspections, plans
from shared.practice.assessment.actions import Draft
from shared.practice.assessment.checklist import NAME
from shared.practice.assessment.facts import CheckLine, LineChecked
from shared.practice.assessment.plans import Visiting

_LAST = date(YEAR, 12, 22)  # the year's board is shown the day after
INSPECTORS = (PREPARER, TRAINER, "2001", "2005", "2009", "2013")  # the office, a supervisor of each branch
_REASONS = ("做得不够", "未做到", "让用户久等", "不整洁")
_APPEAL_MONTH = 4


def plan(company: Company, agenda: Agenda) -> None:
    """Twelve months, each drawn on the last working day before it, and published on the first after it."""
    care = _care()
    for month in range(1, 13):
        before = company.of_month(month - 1)[-1] if month > 1 else company.after(SET_UP, 1)
        agenda.at(before, "15:00", partial(_draw, company, agenda, f"{YEAR}-{month:02}", care))
        after = date(YEAR, 12, 31) if month == 12 else company.after(company.of_month(month)[-1], 1)
        agenda.at(after, "11:00", partial(_publish, company, agenda, f"{YEAR}-{month:02}"))


def _care() -> dict[str, float]:
    """How much of the checklist each hall usually fulfils: some better, some worse."""
    rng = seeded("care")
    return {hall: rng.uniform(0.72, 0.94) for hall in HALLS}


def _draw(company: Company, agenda: Agenda, month: str, care: dict[str, float], now: int) -> None:
    office = company.who(PREPARER, now)
    done(actions.draw_plan(company.store, office, month, INSPECTORS, seed=f"{month}-demonstration", now=now))
    rng = seeded(f"visits {month}")
    for visit in plans.visits(company.store, month):
        day = min(visit.day, _LAST)
        agenda.at(day, f"{visit.hour:02}:{rng.randrange(60):02}", partial(_visit, company, visit, day, care, rng))


def _visit(company: Company, visit: Visiting, day: date, care: dict[str, float], rng: Random, now: int) -> None:
    """The visit is written down line by line and locked."""
    store, who = company.store, company.who(visit.inspector, now)
    lines = inspections.lines_of(store, NAME, inspections.checklist_version(store))
    rising = min(0.99, care[visit.unit] + 0.02 * (day.month - 6) / 6)
    made = tuple(_checked(line, rising, rng) for line in lines)
    done(actions.save(store, who, visit.id, Draft(visit.unit, visit.visit, day, made, now), now=now))
    done(actions.lock(store, who, visit.id, now=now))


def _checked(line: CheckLine, care: float, rng: Random) -> LineChecked:
    full = int(line.points)
    if rng.random() < care:
        return LineChecked(line.code, str(full))
    return LineChecked(line.code, str(rng.choice((full - 1, full - 1, full - 2))), rng.choice(_REASONS))


def _publish(company: Company, agenda: Agenda, month: str, now: int) -> None:
    done(actions.publish_month(company.store, company.who(PREPARER, now), month, now=now))
    if months.first(month).month == _APPEAL_MONTH:
        _plan_appeal(company, agenda, month, now)


def _plan_appeal(company: Company, agenda: Agenda, month: str, now: int) -> None:
    """One supervisor doubts a deduction, and is right."""
    visit, line = next(
        (each, line)
        for each in plans.visits(company.store, month)
        if each.inspection
        for line in each.inspection.lines
        if line.reason
    )
    supervisor = company.supervisor(visit.unit)
    agenda.moment(now + 3_600_000, partial(_appeal, company, supervisor, visit.id, line.code))
    agenda.moment(now + 10_800_000, partial(_grant, company, visit.id, line.code, str(line.points)))


def _appeal(company: Company, supervisor: str, visit: str, line: str, now: int) -> None:
    text = "当时正在更换公示栏，照片可证。"
    done(actions.appeal(company.store, company.who(supervisor, now), visit, line, text, now=now))


def _grant(company: Company, visit: str, line: str, earned: str, now: int) -> None:
    reason = "照片属实，恢复得分。"
    done(actions.decide(company.store, company.who(PREPARER, now), visit, line, earned, reason, now=now))
