"""What an app may do with team assessment: bring in inspections, sales and contests; appeal, decide; close a year."""

import uuid
from collections.abc import Iterable
from datetime import date

from shared.domain import closing as periods
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.journal.store import Store
from shared.people.acting import acting
from shared.people.views import everyone
from shared.practice.assessment import checklist, facts, views
from shared.practice.assessment.facts import LineChecked, Visit
from shared.practice.assessment.rules import board
from shared.practice.assessment.rules.lines import InspectedLine, YearFigure
from shared.practice.assessment.tables import InspectionRow
from shared.practice.assessment.views import SignedDays
from shared.reference.views import policy_on

_INSPECTION = uuid.UUID("0d1c8b06-6a0c-4a7e-8a7b-5a6c0f3b9e11")


def import_inspections(store: Store, lines: Iterable[InspectedLine], *, actor: str = "", now: int) -> int:
    """Enter inspections from a file: the lines of one unit, day and kind of visit are one. How many were new.

    They are done as they come; a line of one that is known already adds nothing, an appeal changes it.
    """
    visits: dict[tuple[str, str, str], list[InspectedLine]] = {}
    for line in lines:
        visits.setdefault((line.unit, line.day.isoformat(), line.visit.value), []).append(line)
    added, halls = 0, {unit.code: unit.halls[0] for unit in views.units(store) if unit.halls}
    with store.transaction(now) as tx:
        for (unit, _, _), own in visits.items():
            subject = _name(own)
            if InspectionRow.select().where(InspectionRow.subject == subject).exists(store.db):
                continue
            first = own[0]
            fact = facts.InspectionSaved(
                unit=unit,
                visit=first.visit,
                day=first.day,
                inspector="",
                checklist=checklist.NAME,
                checklist_version=views.checklist(store).version,
                lines=tuple(LineChecked(line.line, line.earned, line.reason) for line in own),
            )
            hall = "" if first.visit is Visit.COVERT else halls.get(unit, "")
            tx.record(fact, subject=subject, actor=actor, hall=hall)
            tx.record(facts.InspectionDone(), subject=subject, actor=actor, hall=hall)
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


def appeal(store: Store, actor: Actor, inspection: str, line: str, text: str, *, now: int) -> Refusal | None:
    """A supervisor doubts one line of an inspection of their unit."""
    if not text.strip():
        return Refusal("empty_text")
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.CONSENT)
        if isinstance(who, Refusal):
            return who
        tx.record(facts.ItemAppealed(line=line, text=text), subject=inspection, actor=who.number)
    return None


def decide(
    store: Store, actor: Actor, inspection: str, line: str, earned: str, reason: str, *, now: int
) -> Refusal | None:
    """The office decides an appeal; `earned` is what the line has from now on, empty when it stays."""
    if not reason.strip():
        return Refusal("reason_needed")
    fact = facts.ItemDecided(line=line, accepted=bool(earned), reason=reason, earned=earned)
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.ASSESS)
        if isinstance(who, Refusal):
            return who
        tx.record(fact, subject=inspection, actor=who.number)
    return None


def close_year(store: Store, actor: Actor, year: int, preparer: str, signed: SignedDays, *, now: int) -> Refusal | None:
    """Approve and close a year: the head and one line a unit, in one transaction."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.ASSESS)
        if isinstance(who, Refusal):
            return who
        if views.closed_year(store, year):
            return Refusal("year_closed", {"year": year})
        office = frozenset(each.number for each in everyone(store) if each.role is Role.OFFICE)
        if refusal := periods.may_approve(preparer, who.number, office):
            return refusal
        found = views.year_board(store, year, signed, now=now)
        if isinstance(found, Refusal):
            return found
        kept, head = board.lines(year, found.rows), store.head()
        sales = views.figures(store, year, "sales")
        values = policy_on(store, date(year, 1, 1))
        fact = facts.YearClosed(
            year=year,
            policy=values.version,
            basis=head.n,
            basis_hash=head.link,
            inputs=board.inputs_digest(kept, sales),
            sales=sales,
            units=len(kept),
            rewards=sum(line.reward for line in kept),
            preparer=preparer,
            alone=preparer == who.number,
        )
        tx.record(fact, subject=f"year:{year}", actor=who.number)
        for line in kept:
            tx.record(line, subject=f"year:{year}", actor=who.number)
    return None
