"""Publish the documents of assessment: which halls form a unit, and the checklist."""

from collections.abc import Sequence

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Transaction
from shared.people.acting import action
from shared.practice.assessment import checklist as standard
from shared.practice.assessment import inspections
from shared.practice.assessment.facts import CheckLine, Checklist, Unit, Units
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import documents
from shared.reference import actions as reference
from shared.reference.views import policy_on, understood, with_newer_names


@action(Act.PUBLISH)
def publish_units(tx: Transaction, who: Actor, units: Sequence[Unit], *, now: int) -> int | Refusal:
    """Publish the units for all; the version's number."""
    if refusal := documents.units(units) or understood(tx.store, inspections.UNITS, Units):
        return refusal
    body = with_newer_names(tx.store, inspections.UNITS, Units(units=tuple(units)))
    return reference.publish(tx.store, who, inspections.UNITS, body, now=now)


@action(Act.PUBLISH)
def publish_checklist(tx: Transaction, who: Actor, lines: Sequence[CheckLine], *, now: int) -> int | Refusal:
    """Publish the checklist's lines for all; reasons to choose from stay. Visits that are begun keep their version."""
    most = policy_on(tx.store, day_of(now))[Assessment].item_points
    if refusal := documents.checklist(lines, most):
        return refusal
    before, name = inspections.checklist(tx.store), f"checklist/{standard.NAME}"
    whole = Checklist(lines=tuple(lines), reasons=before.reasons, skips=before.skips)
    body = with_newer_names(tx.store, name, whole)
    for line in body["lines"]:
        if not line["clause"]:
            del line["clause"]  # an earlier version does not know the field
    return reference.publish(tx.store, who, name, body, now=now)
