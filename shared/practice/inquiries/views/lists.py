"""Lists of tickets, those with the nearest limit first, and the digest of a hall; customers masked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec
import peewee

from shared.domain import phones
from shared.domain.spelling import folded
from shared.domain.workdays import day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.inquiries import clashes, rules
from shared.practice.inquiries.facts import State
from shared.practice.inquiries.rules import Level, LightState
from shared.practice.inquiries.tables import InquiryRow
from shared.practice.inquiries.tickets import Ticket, in_order, is_open, prepared_urgent_first, select, urgent_first

_MOST_FOUND, _FEWEST_CHARACTERS = 50, 3


class Digest(msgspec.Struct, frozen=True):
    """What wants attention in a hall now, out of all `open` tickets. A ticket may be in several lists."""

    open: tuple[Ticket, ...]
    overdue: tuple[Ticket, ...]
    due_today: tuple[Ticket, ...]
    to_inform: tuple[Ticket, ...]
    special_asked: tuple[Ticket, ...]
    unowned: tuple[Ticket, ...]
    clashes: tuple[Ticket, ...]


def open_tickets(store: Store, hall: str, now: int) -> tuple[Ticket, ...]:
    """The open tickets of a hall, those with the nearest limit first."""
    return prepared_urgent_first(store, now, _OPEN_OF_HALL, hall)


def of_person(store: Store, number: str, now: int) -> tuple[Ticket, ...]:
    """The open tickets a person owns, handles or stands in for, in any hall."""
    return prepared_urgent_first(store, now, _OPEN_OF_PERSON, number)


def _concerns(number: Any) -> Any:
    return (InquiryRow.owner == number) | (InquiryRow.handler == number) | (InquiryRow.stand_in == number)


_OPEN_OF_HALL = PreparedQuery(lambda hall: in_order(InquiryRow.hall == hall, is_open()))
_CLASHING = PreparedQuery(lambda: in_order(clashes.clashing()))
_OPEN_OF_PERSON = PreparedQuery(lambda number: in_order(_concerns(number), is_open()))


def due_on(store: Store, number: str, day: date, now: int) -> tuple[Ticket, ...]:
    """The open tickets that a person has to act on whose target or last day is this one."""
    return tuple(t for t in of_person(store, number, now) if t.acting == number and day in (t.target, t.limit))


def escalated(store: Store, level: Level, now: int, halls: tuple[str, ...] = ()) -> tuple[Ticket, ...]:
    """Open tickets escalated to `level` or beyond, of some halls or of all: what branch and office must know."""
    where = [InquiryRow.hall.in_(halls)] if halls else []
    return tuple(t for t in urgent_first(store, now, is_open(), *where) if t.level >= level)


def of_day(store: Store, hall: str, day: date, now: int) -> tuple[Ticket, ...]:
    """The tickets of a hall opened or closed on a day, in the order of opening."""
    start, end = (rules.start_of(each) for each in (day, day + timedelta(days=1)))
    opened, closed = (
        InquiryRow.select(InquiryRow.subject).where(InquiryRow.hall == hall, moment.between(start, end - 1))
        for moment in (InquiryRow.opened_at, InquiryRow.closed_at)
    )
    return select(store, now, InquiryRow.subject.in_(opened | closed))


def by_phone(store: Store, phone: str, now: int) -> tuple[Ticket, ...]:
    """A customer's history: all tickets with this phone, newest first."""
    number = phones.phone(phone)
    if not isinstance(number, str) or not number:
        return ()
    return tuple(reversed(select(store, now, InquiryRow.phone.in_(phones.spellings(number)))))


def found(store: Store, wanted: str, now: int) -> tuple[Ticket, ...]:
    """Search while somebody types: part of a ticket's number, a phone's first or last digits.

    The newest first, at most 50; nothing for fewer than three characters.
    """
    number, digits = folded(wanted), "".join(c for c in folded(wanted) if c.isdecimal())
    if len(number) < _FEWEST_CHARACTERS:
        return ()
    matches = InquiryRow.number.contains(number)
    if len(digits) >= _FEWEST_CHARACTERS and not any(c.isalpha() for c in number):
        matches = matches | InquiryRow.phone.startswith(digits) | InquiryRow.phone.endswith(digits)
    newest = InquiryRow.select(InquiryRow.subject).where(matches).order_by(InquiryRow.opened_at.desc())
    tickets = select(store, now, InquiryRow.subject.in_(newest.limit(_MOST_FOUND)))
    return tuple(reversed(tickets)) or by_phone(store, wanted, now)


def by_number(store: Store, number: str, now: int) -> Ticket | None:
    """The ticket people call by this number."""
    return next(iter(select(store, now, InquiryRow.number == folded(number))), None)


def digest(store: Store, hall: str, now: int) -> Digest:
    """A hall's open tickets by what they need; `clashes` also of closed ones."""
    tickets, today = open_tickets(store, hall, now), day_of(now)

    def those(condition: Callable[[Ticket], bool]) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket in tickets if condition(ticket))

    return Digest(
        open=tickets,
        overdue=those(lambda t: t.light.state is LightState.OVERDUE),
        due_today=those(lambda t: t.light.state is not LightState.OVERDUE and min(t.target, t.limit) <= today),
        to_inform=those(lambda t: t.inform_by <= today),
        special_asked=those(lambda t: t.special_asked),
        unowned=those(lambda t: not t.owner),
        clashes=tuple(t for t in prepared_urgent_first(store, now, _CLASHING) if t.hall == hall),  # few, of any hall
    )


_COMPLAINT = peewee.SQL("(topic = 'complaint')")  # in the words of the partial index in `tables`


def closed_complaints(store: Store, now: int, hall: str = "") -> tuple[Ticket, ...]:
    """The complaints that are closed, of one hall or of all, the newest first."""
    where = [InquiryRow.hall == hall] if hall else []
    found = select(store, now, _COMPLAINT, InquiryRow.state == State.CLOSED.value, *where)
    return tuple(reversed(found))


def unconfirmed_open() -> peewee.Expression:
    """The condition that a ticket is open and its promise was counted without a year's official schedule."""
    return is_open() & InquiryRow.unconfirmed
