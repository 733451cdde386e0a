"""Publish a document; give up one's own when joining others."""

from typing import Any

import msgspec

from shared.domain.actor import Actor
from shared.domain.document import fault
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import Calendar
from shared.journal import stations
from shared.journal.store import Store
from shared.reference.facts import DocumentGivenUp, DocumentPublished
from shared.reference.tables import DocumentRow
from shared.reference.views import document, last_version

_TYPED: dict[str, type] = {"policy": Policy, "calendar": Calendar}


def publish(store: Store, actor: Actor, name: str, body: dict[str, Any], *, now: int) -> int | Refusal:
    """Publish a new version of a document for all halls; its version number. A malformed one is refused."""
    if not may(actor.role, Act.PUBLISH):
        return Refusal("not_allowed")
    with store.transaction(now) as tx:
        number = max(last_version(store, name) + 1, 2)  # version 1 is the one shipped
        if name in _TYPED:
            body = {**body, "version": number}
            if reason := fault(body, _TYPED[name], document(store, name)):
                return Refusal("bad_document", {"name": name, "reason": reason})
        body = msgspec.to_builtins(body, builtin_types=(), str_keys=True)
        tx.record(
            DocumentPublished(name=name, version=number, body=body),
            subject=f"document:{name}",
            actor=actor.number,
            hall="*",
        )
    return number


def give_up(store: Store, *, now: int) -> int:
    """What this device published by itself is no longer in force here, because it joins others; how many documents.

    Only the office publishes for all: nobody else would ever hear of these, and a greater number would win here.
    """
    own = DocumentRow.station.in_(list(stations.past(store.db, store.station).own))
    with store.transaction(now) as tx:
        found: dict[str, list[str]] = {}
        for row in DocumentRow.select().where(own, ~DocumentRow.given_up).execute(store.db):
            found.setdefault(row.subject, []).append(row.event_id)
        for subject, events in found.items():
            tx.record(DocumentGivenUp(events=tuple(events)), subject=subject)
    return len(found)
