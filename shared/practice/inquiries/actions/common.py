"""One act on one ticket: who may, in which state, what it records. What the other modules here share."""

from collections.abc import Callable

from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.practice.inquiries import views
from shared.practice.inquiries.facts import State
from shared.practice.inquiries.rules import Terms
from shared.practice.inquiries.tables import InquiryRow

Decide = Callable[[InquiryRow, Terms], Fact | Refusal]


def step(
    store: Store,
    actor: Actor,
    ticket: str,
    decide: Decide,
    now: int,
    *,
    act: Act = Act.SERVE,
    states: tuple[State, ...] = (State.OPEN,),
) -> Refusal | None:
    """Read, decide and record in one transaction; None means done."""
    with store.transaction(now) as tx:
        who, row = acting(tx, actor, act), row_of(store, ticket)
        if isinstance(who, Refusal):
            return who
        if row is None:
            return Refusal("not_found")
        if not may_touch(who, row, act):
            return Refusal("not_allowed")
        if row.state not in [state.value for state in states]:
            return Refusal("not_open" if State.OPEN in states else "not_closed")
        answer = decide(row, views.terms(store))
        if isinstance(answer, Refusal):
            return answer
        record(tx, ticket, who, answer, row.hall)
    return None


def may_touch(actor: Actor, row: InquiryRow, act: Act) -> bool:
    """Colleagues of the hall, and whoever owns or handles it from elsewhere."""
    concerned = actor.number in (row.owner, row.handler, row.stand_in)
    return may(actor.role, act) and (actor.hall == row.hall or (concerned and act is Act.SERVE))


def row_of(store: Store, ticket: str) -> InquiryRow | None:
    """The ticket of this subject, or None."""
    return InquiryRow.select().where(InquiryRow.subject == ticket).first(store.db)  # type: ignore[no-any-return] # peewee


def record(tx: Transaction, ticket: str, actor: Actor, fact: Fact, hall: str = "") -> None:
    """Record a fact about a ticket; `hall`: where it belongs, "" for this device's."""
    tx.record(fact, subject=ticket, actor=actor.number, hall=hall)
