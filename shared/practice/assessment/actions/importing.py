"""Bring in inspections, sales and contests from files or by hand; what is known already adds nothing."""

import uuid
from collections.abc import Iterable

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.assessment import checklist, facts, inspections, plans, views
from shared.practice.assessment.facts import LineChecked
from shared.practice.assessment.rules.lines import InspectedLine, YearFigure
from shared.practice.assessment.tables import InspectionRow

_INSPECTION = uuid.UUID("0d1c8b06-6a0c-4a7e-8a7b-5a6c0f3b9e11")


def import_inspections(store: Store, lines: Iterable[InspectedLine], *, actor: str = "", now: int) -> int | Refusal:
    """Enter inspections from a file: the lines of one unit, day and kind of visit are one. How many were new.

    They are done as they come; a line of one that is known already adds nothing, an appeal changes it. Nothing is added
    to a month that is published.
    """
    visits: dict[tuple[str, str, str], list[InspectedLine]] = {}
    for line in lines:
        visits.setdefault((line.unit, line.day.isoformat(), line.visit.value), []).append(line)
    added = 0
    with store.transaction(now) as tx:
        for (unit, _, _), own in visits.items():
            subject = _name(own)
            if InspectionRow.select().where(InspectionRow.subject == subject).exists(store.db):
                continue
            first = own[0]
            month = f"{first.day:%Y-%m}"
            if plans.published(store, month):
                return Refusal("month_published", {"month": month})
            fact = facts.InspectionSaved(
                unit=unit,
                visit=first.visit,
                day=first.day,
                inspector="",
                checklist=checklist.NAME,
                checklist_version=inspections.checklist_version(store),
                lines=tuple(LineChecked(line.line, line.earned, line.reason) for line in own),
            )
            tx.record(fact, subject=subject, actor=actor)
            tx.record(facts.InspectionDone(), subject=subject, actor=actor)
            added += 1
    return added


def _name(own: list[InspectedLine]) -> str:
    lines = sorted(f"{line.line}={line.earned}" for line in own)
    first = own[0]
    name = "|".join((first.unit, first.day.isoformat(), first.visit, *lines))
    return f"inspection:{uuid.uuid5(_INSPECTION, name).hex}"


def import_sales(store: Store, lines: Iterable[YearFigure], source: str, *, actor: str = "", now: int) -> int | Refusal:
    """Set branches' sales completion; what is set already adds nothing. How many changed."""
    return _import_figures(store, "sales", lines, source, actor, now)


def import_contests(
    store: Store, lines: Iterable[YearFigure], source: str, *, actor: str = "", now: int
) -> int | Refusal:
    """Set units' contest results; what is set already adds nothing. How many changed."""
    return _import_figures(store, "contest", lines, source, actor, now)


def _import_figures(
    store: Store, kind: str, lines: Iterable[YearFigure], source: str, actor: str, now: int
) -> int | Refusal:
    changed = 0
    with store.transaction(now) as tx:
        for line in lines:
            if views.figures(store, line.year, kind).get(line.key) == line.value:
                continue
            if views.closed_year(store, line.year):
                return Refusal("year_closed", {"year": line.year})
            fact: facts.SalesSet | facts.ContestSet
            if kind == "sales":
                fact = facts.SalesSet(year=line.year, branch=line.key, completion=line.value, source=source)
            else:
                fact = facts.ContestSet(year=line.year, unit=line.key, result=line.value, source=source)
            tx.record(fact, subject=f"year:{line.year}", actor=actor)
            changed += 1
    return changed
