"""Recounts promises that were made before a year's official schedule of holidays was published."""

from datetime import date

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.people.company import speaks_for_all
from shared.practice.inquiries import facts, rules, views
from shared.practice.inquiries.facts import Aspect, Kind, Promise
from shared.practice.inquiries.tables import InquiryRow


def recount(store: Store, actor: Actor, *, now: int) -> int | Refusal:
    """Count the unconfirmed promises of open tickets anew, of all halls, by a calendar just published; how many."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.PUBLISH)
        return who if isinstance(who, Refusal) else _recount(tx, who.number)


def recount_late(store: Store, *, now: int) -> int:
    """Recount tickets that a hall opened before the published calendar had reached it; how many.

    Only the office's device does it, daily: two counters of one hall would both record it.
    """
    if not speaks_for_all(store) or not _due(store):
        return 0
    with store.transaction(now) as tx:
        return _recount(tx)


def _due(store: Store) -> list[tuple[InquiryRow, Promise]]:
    rows = list(InquiryRow.select().where(views.unconfirmed_open()).execute(store.db))
    if not rows:
        return []
    terms = views.terms(store)
    found = ((row, rules.promise(row.since, Kind(row.kind), terms)) for row in rows)
    return [(row, promise) for row, promise in found if not promise.deadlines.unconfirmed]


def _recount(tx: Transaction, by: str = "") -> int:
    due = _due(tx.store)
    for row, promise in due:
        seen, before = views.seen(tx.store, row.subject, Aspect.LIMIT), date.fromisoformat(row.limit)
        fact = facts.InquiryRecounted(promise=promise, instead_of=before, seen=seen)
        tx.record(fact, subject=row.subject, actor=by, hall=row.hall)
    return len(due)
