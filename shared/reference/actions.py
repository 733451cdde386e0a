"""Publishes documents; gives up this device's own when it joins a hub."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shared.declaration.declared import declared
from shared.domain import calendar_check, policy_check, workdays
from shared.domain.actor import Actor
from shared.domain.document import effective
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar, day_of
from shared.journal import stations
from shared.journal.store import Store, Transaction
from shared.reference import views
from shared.reference.facts import DocumentGivenUp, DocumentPublished
from shared.reference.publishers import publisher
from shared.reference.tables import DocumentRow
from shared.reference.views import document, last_version, version


def publish(
    store: Store, actor: Actor, name: str, body: Mapping[str, Any], *, now: int, first: int = 2
) -> int | Refusal:
    """Publish a new version of a document for all halls; its version number, `first` where version 1 was shipped.

    Of policy and calendar, `body` may hold only what changes: the rest stays as it is in force. They are checked
    strictly. Where nothing would change, nothing is published and the number is that of the version in force. A policy
    that takes effect on a later day is published again with the change in it, so that none of its values is lost.
    """
    body = policy_check.plain(body)
    with store.transaction(now) as tx:
        who = publisher(tx, actor)
        if isinstance(who, Refusal):
            return who
        if name == "policy":
            bodies = revised_policies(store, body, day_of(now))
        elif name == "calendar":
            bodies = _revised_calendar(store, body)
        else:
            bodies = (dict(body),)
        if isinstance(bodies, Refusal):
            return bodies
        numbers = [_record(tx, who, name, each, first) for each in bodies]
        return numbers[0] if numbers else max(version(store, name), 1)  # version 1 is the one shipped


def _record(tx: Transaction, who: Actor, name: str, body: dict[str, Any], first: int) -> int:
    number = max(last_version(tx.store, name) + 1, first)
    if name in _NUMBERED:
        body = {**body, "version": number}
    fact = DocumentPublished(name=name, version=number, body=body)
    tx.record(fact, subject=f"document:{name}", actor=who.number, hall="*")
    return number


_NUMBERED = ("policy", "calendar")


def _revised_calendar(store: Store, changes: Mapping[str, Any]) -> tuple[dict[str, Any], ...] | Refusal:
    if refusal := views.understood(store, "calendar", Calendar):
        return refusal
    body = document(store, "calendar")
    before = _unnumbered(policy_check.plain(workdays.seed()) if body is None else Calendar.upcast(body))
    found = calendar_check.revised(before, changes)
    return found if isinstance(found, Refusal) else () if found == before else (found,)


def revised_policies(store: Store, changes: Mapping[str, Any], today: date) -> tuple[dict[str, Any], ...] | Refusal:
    """The documents that these changes are published as: one for their day, and one for each that waits for a later."""
    sections = tuple(declared().sections.values())
    schedule = views.schedule(store, "policy", today)
    asked_for = max(effective(changes), today)
    base = [_unnumbered(each.body) for each in schedule if each.effective <= asked_for and not each.undated]
    before = policy_check.whole(base[-1] if base else {}, sections)
    first = policy_check.revised(before, changes, sections)
    if isinstance(first, Refusal):
        return first
    if _values(first) == _values(before):
        return ()
    found = [first]
    for later in (each for each in schedule if each.effective > asked_for):
        again = policy_check.revised(later.body, {**changes, "effective": later.body["effective"]}, sections)
        if isinstance(again, Refusal):
            return again
        again = _unnumbered(again)
        if _values(again) != _values(found[-1]):
            found.append(again)
    return tuple(found)


def _unnumbered(body: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != "version"}


def _values(body: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in ("version", "effective")}


def give_up(store: Store, *, now: int) -> int:
    """End the documents that this device published itself, as it joins a hub; how many.

    Only the office publishes for all: no other device would get these, and a greater version would win here.
    """
    own = DocumentRow.station.in_(list(stations.past(store.db, store.station).own))
    with store.transaction(now) as tx:
        found: dict[str, list[str]] = {}
        for row in DocumentRow.select().where(own, ~DocumentRow.given_up).execute(store.db):
            found.setdefault(row.subject, []).append(row.event_id)
        for subject, events in found.items():
            tx.record(DocumentGivenUp(events=tuple(events)), subject=subject)
    return len(found)
