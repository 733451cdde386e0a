"""Import inspections, sales and contest results from files; what is known already adds nothing."""

import uuid
from collections.abc import Iterable

import msgspec

from shared.domain.actor import Actor
from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store, Transaction
from shared.people.acting import allowed
from shared.practice.assessment import checklist, facts, inspections, plans, views
from shared.practice.assessment.facts import LineChecked
from shared.practice.assessment.rules.import_lines import InspectedLine, YearFigure
from shared.practice.assessment.tables import InspectionRow

_NAMESPACE = uuid.UUID("0d1c8b06-6a0c-4a7e-8a7b-5a6c0f3b9e11")  # of ids derived from what an inspection says


def import_inspections(
    store: Store, lines: Iterable[InspectedLine], *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Enter inspections from a file: the lines of one unit, day and kind of visit are one. How many were new.

    They are locked at once. Refused (`visit_locked`) where a line is known with other points, since only an appeal
    changes it, and (`month_published`) where its month is published.
    """
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.ASSESS)
        if isinstance(by, Refusal):
            return by
        unseen = (_left(store, own) for own in _visits(lines) if not _is_known(store, own))
        new: list[list[InspectedLine]] = []
        for own in unseen:
            if isinstance(own, Refusal):
                return own
            new += [own] if own else []
        for month in sorted({f"{own[0].day:%Y-%m}" for own in new}):
            if plans.published(store, month):
                return Refusal("month_published", {"month": month})
        for own in new:
            _record(tx, own, by)
    return len(new)


def _visits(lines: Iterable[InspectedLine]) -> Iterable[list[InspectedLine]]:
    found: dict[tuple[str, str, str], list[InspectedLine]] = {}
    for line in lines:
        found.setdefault((line.unit, line.day.isoformat(), line.visit.value), []).append(line)
    return found.values()


def _is_known(store: Store, own: list[InspectedLine]) -> bool:
    return InspectionRow.select().where(InspectionRow.subject == _name(own)).exists(store.db)


def _left(store: Store, own: list[InspectedLine]) -> list[InspectedLine] | Refusal:
    """The lines that were not entered before for the same unit, day and kind of visit; refused with other points."""
    first, known = own[0], dict[str, str]()
    same = (InspectionRow.unit == first.unit, InspectionRow.day == first.day.isoformat())
    rows = InspectionRow.select().where(*same, InspectionRow.visit == first.visit.value, InspectionRow.inspector == "")
    for row in rows.execute(store.db):
        known |= {each.code: each.earned for each in msgspec.json.decode(row.lines, type=tuple[LineChecked, ...])}
    if any(rate(known[line.line] or "0") != rate(line.earned or "0") for line in own if line.line in known):
        return Refusal("visit_locked")
    return [line for line in own if line.line not in known]


def _record(tx: Transaction, own: list[InspectedLine], by: str) -> None:
    first, subject = own[0], _name(own)
    fact = facts.InspectionSaved(
        unit=first.unit,
        visit=first.visit,
        day=first.day,
        inspector="",
        checklist=checklist.NAME,
        checklist_version=inspections.checklist_version(tx.store),
        lines=tuple(LineChecked(line.line, line.earned, line.reason) for line in own),
    )
    tx.record(fact, subject=subject, actor=by)
    tx.record(facts.InspectionDone(), subject=subject, actor=by)


def _name(own: list[InspectedLine]) -> str:
    lines = sorted(f"{line.line}={line.earned}" for line in own)
    first = own[0]
    name = "|".join((first.unit, first.day.isoformat(), first.visit, *lines))
    return f"inspection:{uuid.uuid5(_NAMESPACE, name).hex}"


def import_sales(
    store: Store, lines: Iterable[YearFigure], source: str, *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Set branches' sales completion; what is set already adds nothing. How many changed."""
    return _import_figures(store, "sales", lines, source, actor, now)


def import_contests(
    store: Store, lines: Iterable[YearFigure], source: str, *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Set units' contest results; what is set already adds nothing. How many changed."""
    return _import_figures(store, "contest", lines, source, actor, now)


def _import_figures(
    store: Store, kind: str, lines: Iterable[YearFigure], source: str, actor: Actor | None, now: int
) -> int | Refusal:
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.ASSESS)
        if isinstance(by, Refusal):
            return by
        changed = [line for line in lines if views.figures(store, line.year, kind).get(line.key) != line.value]
        for year in sorted({line.year for line in changed}):
            if views.closed_year(store, year):
                return Refusal("year_closed", {"year": year})
        for line in changed:
            fact: facts.SalesSet | facts.ContestSet
            if kind == "sales":
                fact = facts.SalesSet(year=line.year, branch=line.key, completion=line.value, source=source)
            else:
                fact = facts.ContestSet(year=line.year, unit=line.key, result=line.value, source=source)
            tx.record(fact, subject=f"year:{line.year}", actor=by)
    return len(changed)
