"""The customer's personal data: opening it is recorded, and it is erased after the retention time."""

from datetime import time

import msgspec

from shared.domain.actor import Actor
from shared.domain.clock import DAY_MS
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.practice.inquiries import clashes, facts, views
from shared.practice.inquiries.actions.common import may_touch, record, row_of
from shared.practice.inquiries.clashes import Clash


class Customer(msgspec.Struct, frozen=True):
    """A customer's data in full, opened on purpose; also where two counters wrote it down differently."""

    name: str
    phone: str
    clashes: tuple[Clash, ...] = ()


def open_personal(store: Store, actor: Actor, ticket: str, *, now: int) -> Customer | Refusal:
    """The customer's name and phone in full. That somebody looked is recorded."""
    with store.transaction(now) as tx:
        who, row = acting(tx, actor), row_of(store, ticket)
        if isinstance(who, Refusal):
            return who
        if row is None:
            return Refusal("not_found")
        if not (may_touch(who, row, Act.SERVE) or may(who.role, Act.SEE_ALL_HALLS)):
            return Refusal("not_allowed")
        record(tx, ticket, who, facts.InquiryPersonalOpened(), row.hall)
        return Customer(row.name, row.phone, clashes.of_ticket(store, ticket))


@action(Act.DEVICES)
def confirm_time(tx: Transaction, who: Actor, since: int, until: int, *, now: int) -> Refusal | None:
    """Somebody who looks after devices says that the clock is right and this time (ms) did pass."""
    tx.record(facts.TimeConfirmed(since=since, until=until), subject=f"clock:{tx.store.hall}", actor=who.number)
    return None


def erase_due(store: Store, *, now: int) -> int:
    """Erase the personal data of tickets closed long enough ago; how many. Any app may run it daily.

    Erasing cannot be undone, so a clock that jumped ahead is not believed at once: the present is taken to be at most
    a day after the last event before today.
    """
    yesterday = store.last_event_before(ms_at(day_of(now), time.min))
    due = views.erasable(store, min(now, yesterday + DAY_MS))
    for ticket in due:
        with store.transaction(now) as tx:
            row = row_of(store, ticket)
            tx.erase(ticket, reason="retention", hall=row.hall if row else "")
    return len(due)
