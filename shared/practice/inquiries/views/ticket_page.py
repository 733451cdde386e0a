"""One ticket with its history, and what other practices ask about one."""

from collections.abc import Sequence
from datetime import date

import msgspec

from shared.domain.fact import Fact
from shared.domain.workdays import day_of
from shared.journal.event import PersonalErased
from shared.journal.store import Store
from shared.practice.inquiries import clashes, rules
from shared.practice.inquiries.clashes import Clash
from shared.practice.inquiries.facts import Aspect, Deadlines, InquiryReopened, Kind, State
from shared.practice.inquiries.tables import AspectRow, InquiryRow
from shared.practice.inquiries.tickets import Ticket, select, terms


class TicketStep(msgspec.Struct, frozen=True):
    """One thing that happened to a ticket; `fact` is None for the erasure of the customer's data."""

    id: str
    at: int
    actor: str
    fact: Fact | None


class TicketPage(msgspec.Struct, frozen=True):
    """One ticket with its texts, its history in order, its duplicates, and what a change must name as `seen`.

    `clashes`: what two counters set differently, with names and phones masked.
    """

    ticket: Ticket
    text: str
    answer: str
    steps: tuple[TicketStep, ...]
    duplicates: tuple[Ticket, ...]
    merged_into: Ticket | None
    seen: dict[Aspect, str]
    clashes: tuple[Clash, ...]


def page(store: Store, subject: str, now: int) -> TicketPage | None:
    """One ticket with its history; None where it is not known here."""
    row = InquiryRow.select().where(InquiryRow.subject == subject).first(store.db)
    if row is None:
        return None
    return TicketPage(
        ticket=select(store, now, InquiryRow.subject == subject)[0],
        text=row.text,
        answer=row.answer,
        steps=_steps(store, subject),
        duplicates=select(store, now, InquiryRow.into == subject),
        merged_into=next(iter(select(store, now, InquiryRow.subject == row.into)), None) if row.into else None,
        seen={aspect: seen(store, subject, aspect) for aspect in Aspect},
        clashes=clashes.masked(clashes.of_ticket(store, subject)),
    )


def is_closed_complaint(store: Store, subject: str) -> bool | None:
    """Whether a ticket is a complaint and closed; None when it is no complaint."""
    row = InquiryRow.select().where(InquiryRow.subject == subject, InquiryRow.topic == "complaint").first(store.db)
    return None if row is None else row.state == State.CLOSED.value


def merged(store: Store, subjects: Sequence[str]) -> dict[str, str]:
    """Those of these tickets that were merged into another: ticket → the one that answers it."""
    if not subjects:
        return {}
    query = InquiryRow.select(InquiryRow.subject, InquiryRow.into).where(
        InquiryRow.subject.in_(subjects), InquiryRow.state == State.MERGED.value
    )
    return dict(query.tuples().execute(store.db))


def hall_of(store: Store, subject: str) -> str:
    """The hall of a ticket, "" where it is not known here."""
    row = InquiryRow.select(InquiryRow.hall).where(InquiryRow.subject == subject).first(store.db)
    return row.hall if row else ""


def received_on(store: Store, subject: str) -> date | None:
    """The day on which a ticket was received; None where it is not known here."""
    row = InquiryRow.select(InquiryRow.received_at).where(InquiryRow.subject == subject).first(store.db)
    return day_of(row.received_at) if row else None


def seen(store: Store, subject: str, aspect: Aspect) -> str:
    """The event that set this aspect last, for the `seen` of the next one; `""` = as opened."""
    last = (AspectRow.subject == subject) & (AspectRow.aspect == aspect.value) & AspectRow.kept
    return AspectRow.select(AspectRow.event_id).where(last).scalar(store.db) or ""


def _steps(store: Store, subject: str) -> tuple[TicketStep, ...]:
    said = ((event, store.readable(event)) for event in store.events(subject=subject))
    return tuple(
        TicketStep(event.id, event.occurred_at, event.actor, fact)
        for event, fact in said
        if fact or event.kind == PersonalErased.kind()
    )


def with_special_time(store: Store, page: TicketPage) -> Deadlines:
    """The days that hold once the longer time is given, counted from when the ticket was received or reopened."""
    reopened = (step.at for step in reversed(page.steps) if isinstance(step.fact, InquiryReopened))
    in_force = terms(store)
    return rules.deadlines(next(reopened, page.ticket.received_at), Kind.SPECIAL, in_force.calendar, in_force.policy)
