"""Publish what assessment goes by: which halls form a unit, and the checklist."""

from collections.abc import Sequence

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.assessment import checklist as standard
from shared.practice.assessment import inspections
from shared.practice.assessment.facts import CheckLine, Checklist, Unit, Units
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import documents
from shared.reference import actions as reference
from shared.reference.views import policy_on


def publish_units(store: Store, actor: Actor, units: Sequence[Unit], *, now: int) -> int | Refusal:
    """Publish the units for all; the version's number."""
    if refusal := documents.units(units):
        return refusal
    body = msgspec.to_builtins(Units(units=tuple(units)))
    return reference.publish(store, actor, "units", body, now=now)


def publish_checklist(store: Store, actor: Actor, lines: Sequence[CheckLine], *, now: int) -> int | Refusal:
    """Publish the checklist's lines for all; reasons to choose from stay. Visits that are begun keep their version."""
    most = policy_on(store, day_of(now))[Assessment].item_points
    if refusal := documents.checklist(lines, most):
        return refusal
    before = inspections.checklist(store)
    body = msgspec.to_builtins(Checklist(lines=tuple(lines), reasons=before.reasons, skips=before.skips))
    return reference.publish(store, actor, f"checklist/{standard.NAME}", body, now=now)
