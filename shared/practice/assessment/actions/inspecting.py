"""Enter an inspection: saved as often as wanted, with photos, until it is locked."""

import base64
import uuid
from datetime import date
from hashlib import sha256

import msgspec

from shared.declaration.practice import DeviceKind
from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.practice.assessment import checklist, facts, inspections, plans
from shared.practice.assessment.facts import LineChecked, Visit
from shared.practice.assessment.plans import Visiting
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import inspecting, visits
from shared.practice.assessment.rules.visits import VisitState
from shared.reference.views import policy_on
from shared.sync.enrolment import joined

_JPEG = b"\xff\xd8"


class Draft(msgspec.Struct, frozen=True):
    """An inspection as entered so far; a drawn visit keeps the plan's unit and kind. `seen_at` epoch ms, 0: unknown."""

    unit: str
    visit: Visit
    day: date
    lines: tuple[LineChecked, ...]
    seen_at: int = 0


def new_visit() -> str:
    """The subject of a visit that is not in the month's plan."""
    return f"inspection:{uuid.uuid4().hex}"


@action(at_home=True)
def save(tx: Transaction, who: Actor, inspection: str, draft: Draft, *, now: int) -> Refusal | None:
    """Save what is entered so far; lines may still lack reasons."""
    month = f"{draft.day:%Y-%m}"
    drawn = plans.visiting(tx.store, month, inspection)
    settings = policy_on(tx.store, months.first(month))[Assessment]
    if refusal := _may_write(tx.store, who, drawn, draft, day_of(now)):
        return refusal
    if drawn is None and (other := plans.month_of(tx.store, inspection, day_of(now))):
        return Refusal("other_month", {"month": other})
    begun = drawn.inspection if drawn else None
    name = begun.checklist if begun else checklist.NAME
    version = begun.checklist_version if begun else inspections.checklist_version(tx.store)
    if refusal := visits.within(inspections.checked(tx.store, name, version, draft.lines, settings)):
        return refusal
    fact = facts.InspectionSaved(
        unit=drawn.unit if drawn and drawn.drawn else draft.unit,
        visit=drawn.visit if drawn and drawn.drawn else draft.visit,
        day=draft.day,
        inspector=drawn.inspector if drawn else who.number,
        checklist=name,
        checklist_version=version,
        lines=draft.lines,
        seen_at=draft.seen_at,
    )
    tx.record(fact, subject=inspection, actor=who.number)
    return None


def _may_write(store: Store, who: Actor, visit: Visiting | None, draft: Draft, today: date) -> Refusal | None:
    month = f"{draft.day:%Y-%m}"
    kind = visit.visit if visit and visit.drawn else draft.visit
    enrolled = joined(store.folder)
    if kind is Visit.COVERT and enrolled is not None and enrolled.kind != DeviceKind.OFFICE:
        return Refusal("covert_at_office")
    if draft.day > today:
        return Refusal("inspection_day", {"value": draft.day})
    if refusal := _whose(store, who, visit, draft, month):
        return refusal
    state = visit.state if visit else VisitState.PLANNED
    return visits.may_write(state, plans.published(store, month) is not None, month)


def _whose(store: Store, who: Actor, visit: Visiting | None, draft: Draft, month: str) -> Refusal | None:
    """A visit is entered by its inspector or the office; an unplanned one also by supervisors that policy allows."""
    if visit is not None:
        return None if may(who.role, Act.ASSESS) or visit.inspector == who.number else Refusal("not_your_visit")
    unit = next((each for each in inspections.units(store) if each.code == draft.unit), None)
    if unit is None:
        return Refusal("unit_not_known", {"value": draft.unit, "known": ""})
    if not (may(who.role, Act.ASSESS) or may(who.role, Act.CONSENT)):
        return Refusal("not_your_visit")
    home = next((each for each in inspections.units(store) if who.hall in each.halls), None)
    supervises = who.role is Role.SUPERVISOR and home == unit
    same_branch = who.role is not Role.OFFICE and home is not None and home.branch == unit.branch
    settings = policy_on(store, months.first(month))[Assessment]
    return inspecting.may_inspect(supervises, same_branch, draft.visit, settings)


def lock(store: Store, actor: Actor, inspection: str, *, now: int) -> Refusal | None:
    """Lock an inspection whose lines are all answered, with reasons: from now on only an appeal changes it."""
    with store.transaction(now) as tx:
        found = _own(tx, actor, inspection)
        if isinstance(found, Refusal):
            return found
        made, who = found
        wanted = _wanted(store, made)
        if refusal := visits.may_lock(made.lines, wanted):
            return refusal
        tx.record(facts.InspectionDone(), subject=inspection, actor=who.number)
    return None


def _wanted(store: Store, made: inspections.Inspection) -> tuple[str, ...]:
    return tuple(line.code for line in inspections.lines_of(store, made.checklist, made.checklist_version))


def add_photo(
    store: Store, actor: Actor, inspection: str, line: str, jpeg: bytes, taken_at: int, no_face: bool, *, now: int
) -> Refusal | None:
    """Add a photo (JPEG) of evidence to a line; the same one again adds nothing."""
    with store.transaction(now) as tx:
        found = _own(tx, actor, inspection)
        if isinstance(found, Refusal):
            return found
        made, who = found
        if not jpeg.startswith(_JPEG):
            return Refusal("not_a_photo")
        limit = policy_on(store, made.day)[Assessment].photo_kb
        if len(jpeg) > limit * 1000:
            return Refusal("evidence_too_big", {"limit_kb": limit})
        digest = sha256(jpeg).hexdigest()
        if any((each.sha256, each.line) == (digest, line) for each in inspections.photos(store, inspection)):
            return None
        fact = facts.PhotoAdded(
            line=line,
            image=base64.b64encode(jpeg).decode(),
            sha256=digest,
            taken_at=taken_at,
            added_at=now,
            no_face=no_face,
        )
        tx.record(fact, subject=inspection, actor=who.number)
    return None


def _own(tx: Transaction, actor: Actor, inspection: str) -> tuple[inspections.Inspection, Actor] | Refusal:
    """The inspection, if this person may still write it."""
    who = acting(tx, actor, at_home=True)
    if isinstance(who, Refusal):
        return who
    made = inspections.inspection(tx.store, inspection)
    if made is None:
        return Refusal("visit_unknown")
    if not (may(who.role, Act.ASSESS) or made.inspector == who.number):
        return Refusal("not_your_visit")
    month = f"{made.day:%Y-%m}"
    state = VisitState.LOCKED if made.done else VisitState.DRAFT
    refusal = visits.may_write(state, plans.published(tx.store, month) is not None, month)
    return refusal or (made, who)
