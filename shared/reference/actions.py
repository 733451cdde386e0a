"""Publish a document; give up one's own when joining others."""

from collections.abc import Callable, Mapping
from typing import Any

from shared.declaration.declared import declared
from shared.domain import calendar_check, policy_check, workdays
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal import stations
from shared.journal.store import Store
from shared.reference.facts import DocumentGivenUp, DocumentPublished
from shared.reference.publishers import publisher
from shared.reference.tables import DocumentRow
from shared.reference.views import document, last_version, version


def publish(store: Store, actor: Actor, name: str, body: Mapping[str, Any], *, now: int) -> int | Refusal:
    """Publish a new version of a document for all halls; its version number.

    Of policy and calendar, `body` may hold only what changes: the rest stays as it is in force. They are checked
    strictly. Where nothing would change, nothing is published and the number is that of the version in force.
    """
    body = policy_check.plain(body)
    with store.transaction(now) as tx:
        who = publisher(tx, actor)
        if isinstance(who, Refusal):
            return who
        if name in _REVISED:
            before = _in_force(store, name)
            revised = _REVISED[name](before, body)
            if isinstance(revised, Refusal):
                return revised
            if revised == before:
                return max(version(store, name), 1)  # version 1 is the one shipped
            body = revised
        number = max(last_version(store, name) + 1, 2)
        if name in _REVISED:
            body = {**body, "version": number}
        tx.record(
            DocumentPublished(name=name, version=number, body=dict(body)),
            subject=f"document:{name}",
            actor=who.number,
            hall="*",
        )
    return number


def _in_force(store: Store, name: str) -> dict[str, Any]:
    """The whole document in force as it would be published, without its number."""
    body = document(store, name)
    if name == "calendar":
        body = policy_check.plain(workdays.seed()) if body is None else body
    else:
        body = policy_check.whole(body or {}, declared().sections.values())
    return {key: value for key, value in body.items() if key != "version"}


def _revised_policy(body: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any] | Refusal:
    return policy_check.revised(body, changes, declared().sections.values())


_REVISED: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any] | Refusal]] = {
    "policy": _revised_policy,
    "calendar": calendar_check.revised,
}


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
