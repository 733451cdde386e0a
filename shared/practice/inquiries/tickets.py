"""A ticket as people see it: its row, judged by the rules at a moment, with the customer masked."""

from datetime import date

import msgspec
import peewee

from shared.domain import masking
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.inquiries import clashes, rules
from shared.practice.inquiries.facts import Aspect, Channel, Kind, Satisfaction, State, Topic
from shared.practice.inquiries.rules import Level, Light, Standing, Terms
from shared.practice.inquiries.tables import InquiryRow
from shared.reference import views as reference


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """One ticket in a list, as it stands at the moment asked about. `name`, `phone`, `text` are masked."""

    id: str
    number: str
    hall: str
    owner: str
    handler: str
    stand_in: str
    channel: Channel
    topic: Topic
    kind: Kind
    name: str
    phone: str
    text: str
    received_at: int
    target: date
    limit: date
    first_limit: date
    inform_by: date
    unconfirmed: bool
    special_asked: bool
    extensions: int
    informed: int
    state: State
    closed_at: int | None
    late: bool
    on_the_spot: bool
    satisfaction: Satisfaction | None
    light: Light
    level: Level
    warned: tuple[tuple[float, int], ...]
    clashes: tuple[Aspect, ...]

    @property
    def promised(self) -> date:
        """The day the customer is told; after an extension, the new one."""
        return self.limit

    @property
    def acting(self) -> str:
        """Who has to act: the stand-in while there is one, otherwise the handler."""
        return self.stand_in or self.handler


def terms(store: Store) -> Terms:
    """The policy and the calendar in force."""
    return Terms(reference.policy(store), reference.calendar(store))


def select(store: Store, now: int, *where: peewee.Expression | peewee.SQL) -> tuple[Ticket, ...]:
    """The tickets of which all of `where` is true, in the order of opening, as they stand at `now`."""
    return _tickets(store, now, list(in_order(*where).execute(store.db)))


def in_order(*where: peewee.Expression | peewee.SQL) -> "peewee.ModelSelect[InquiryRow]":
    """The query of `select`."""
    return InquiryRow.select().where(*where).order_by(InquiryRow.opened_at, InquiryRow.number)


def prepared_urgent_first(store: Store, now: int, query: PreparedQuery, *values: str) -> tuple[Ticket, ...]:
    """The tickets of a kept query `in_order`, those with the nearest limit first."""
    return _urgent_first(_tickets(store, now, query.all(store.db, *values)))


def urgent_first(store: Store, now: int, *where: peewee.Expression) -> tuple[Ticket, ...]:
    """The tickets of which all of `where` is true, those with the nearest limit first."""
    return _urgent_first(select(store, now, *where))


def _urgent_first(tickets: tuple[Ticket, ...]) -> tuple[Ticket, ...]:
    return tuple(sorted(tickets, key=lambda ticket: (ticket.limit, ticket.received_at)))


def _tickets(store: Store, now: int, rows: list[InquiryRow]) -> tuple[Ticket, ...]:
    clashing, in_force = clashes.aspects(store), terms(store)
    return tuple(_ticket(row, clashing.get(row.subject, ()), now, in_force) for row in rows)


def is_open() -> peewee.Expression:
    """The condition that a ticket is open."""
    return InquiryRow.state == State.OPEN.value


def standing(row: InquiryRow) -> Standing:
    """A row as the rules judge it."""
    return Standing(
        received_at=row.since,
        target=date.fromisoformat(row.target),
        limit=date.fromisoformat(row.limit),
        inform_by=date.fromisoformat(row.inform_by),
        closed=row.state != State.OPEN.value,
        withdrawn=row.state == State.WITHDRAWN.value,
    )


def _ticket(row: InquiryRow, clashing: tuple[Aspect, ...], now: int, terms: Terms) -> Ticket:
    """The row's columns in their types, masked; then what the rules say of them."""
    state = standing(row)
    return Ticket(
        id=row.subject,
        number=row.number,
        hall=row.hall,
        owner=row.owner,
        handler=row.handler,
        stand_in=row.stand_in,
        channel=Channel(row.channel),
        topic=Topic(row.topic),
        kind=Kind(row.kind),
        name=masking.name(row.name),
        phone=masking.phone(row.phone),
        text=masking.text(row.text),
        received_at=row.received_at,
        target=state.target,
        limit=state.limit,
        first_limit=date.fromisoformat(row.first_limit),
        inform_by=state.inform_by,
        unconfirmed=bool(row.unconfirmed),
        special_asked=bool(row.special_asked),
        extensions=row.extensions,
        informed=row.informed,
        state=State(row.state),
        closed_at=row.closed_at,
        late=rules.overdue(state.limit, row.closed_at or now, terms.policy),
        on_the_spot=bool(row.on_the_spot),
        satisfaction=Satisfaction(row.satisfaction) if row.satisfaction else None,
        light=rules.light(state, now, terms),
        level=Level.NONE if state.closed else rules.escalation(state.limit, now, terms),
        warned=() if state.closed else rules.warnings(state, now, terms),
        clashes=clashing,
    )
