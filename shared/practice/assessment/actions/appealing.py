"""Appeals against lines of published inspections: by the unit's supervisor, decided by the office."""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.people.history import History
from shared.practice.assessment import facts, inspections, plans
from shared.practice.assessment.facts import InspectionShown
from shared.practice.assessment.rules import visits


@action(Act.CONSENT, at_home=True)
def appeal(tx: Transaction, who: Actor, inspection: str, line: str, text: str, *, now: int) -> Refusal | None:
    """A supervisor appeals against one line of an inspection of their unit, during the notice."""
    if not text.strip():
        return Refusal("empty_text")
    shown = plans.one_shown(tx.store, inspection)
    own = shown is not None and _is_of(tx.store, who.hall, shown)
    known = shown is not None and any(each.code == line for each in shown.lines)
    if refusal := visits.may_appeal(shown.until if shown else None, day_of(now), own, known):
        return refusal
    waiting = plans.appeals(tx.store, open_only=True)
    if any((each.inspection, each.line) == (inspection, line) for each in waiting):
        return Refusal("item_appealed")
    tx.record(facts.ItemAppealed(line=line, text=text), subject=inspection, actor=who.number, hall=who.hall)
    return None


def _is_of(store: Store, hall: str, shown: InspectionShown) -> bool:
    return any(unit.code == shown.unit and hall in unit.halls for unit in inspections.units(store))


@action(Act.ASSESS)
def decide(
    tx: Transaction, who: Actor, inspection: str, line: str, earned: str, reason: str, *, now: int
) -> Refusal | None:
    """The office decides an appeal; `earned`: the line's points from now on, "" when they stay.

    The published score stays on record; the year is computed from the decided one.
    """
    if not reason.strip():
        return Refusal("reason_needed")
    waiting = plans.appeals(tx.store, open_only=True)
    found = next((each for each in waiting if (each.inspection, each.line) == (inspection, line)), None)
    made = inspections.inspection(tx.store, inspection)
    checked = next((each for each in made.lines if each.code == line), None) if made else None
    if found is None or checked is None:
        return Refusal("item_appeal_unknown")
    if earned and (refusal := visits.corrected(checked, earned)):
        return refusal
    span = History(tx.store).on(found.actor, day_of(now))
    fact = facts.ItemDecided(line=line, accepted=bool(earned), reason=reason, earned=earned)
    tx.record(fact, subject=inspection, actor=who.number, hall=span.hall if span else "")
    return None
