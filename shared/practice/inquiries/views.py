"""What may be asked about tickets: lists with masked customers and a light, one with its history, the digest.

A list never holds a full name or phone; `actions.open_personal` gives them, on record.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import peewee

from shared.domain import phones
from shared.domain.clock import DAY_MS
from shared.domain.fact import Fact
from shared.domain.spelling import folded
from shared.domain.workdays import day_of, ms_at
from shared.journal.event import PersonalErased
from shared.journal.store import Store
from shared.practice.inquiries import clashes, rules
from shared.practice.inquiries.clashes import Clash, Setting
from shared.practice.inquiries.facts import (
    Aspect,
    Deadlines,
    InquiryReopened,
    Kind,
    State,
    TimeConfirmed,
)
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.inquiries.rules import Colour, Level, Light, LightState
from shared.practice.inquiries.tables import AspectRow, InquiryRow
from shared.practice.inquiries.tickets import Ticket, is_open, select, standing, terms, urgent_first
from shared.reference import views as reference

__all__ = [
    "Clash",
    "Colour",
    "Digest",
    "Level",
    "Light",
    "LightState",
    "Page",
    "Setting",
    "Step",
    "Ticket",
    "standing",
    "terms",
]
_FOUND, _LEAST = 50, 3  # tickets that a search shows, characters it needs


_KEPT = """SELECT count(*), sum(date(closed_at / 1000, 'unixepoch', '+8 hours') <= "limit"), count(satisfaction),
    sum(satisfaction IN ('satisfied', 'fair')) FROM inquiry WHERE state = 'closed' AND closed_at BETWEEN ? AND ?"""
_OVERDUE = """SELECT count(*) FROM inquiry WHERE state = 'open' AND "limit" BETWEEN ? AND ? AND "limit" < ?"""


@dataclass(frozen=True)
class Step:
    """One thing that happened to a ticket; `fact` is None for the erasure of the customer's data."""

    id: str
    at: int
    actor: str
    fact: Fact | None


@dataclass(frozen=True)
class Page:
    """One ticket with its words, its history in order, its duplicates, and what a change must name as seen.

    `clashes`: what two counters set differently, with names and phones masked.
    """

    ticket: Ticket
    text: str
    answer: str
    steps: tuple[Step, ...]
    duplicates: tuple[Ticket, ...]
    merged_into: Ticket | None
    seen: dict[Aspect, str]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class Digest:
    """What wants attention in a hall now, out of all `open` tickets. A ticket may stand in several lists."""

    open: tuple[Ticket, ...]
    overdue: tuple[Ticket, ...]
    due_today: tuple[Ticket, ...]
    to_inform: tuple[Ticket, ...]
    special_asked: tuple[Ticket, ...]
    unowned: tuple[Ticket, ...]
    clashes: tuple[Ticket, ...]


def open_tickets(store: Store, hall: str, now: int) -> tuple[Ticket, ...]:
    """The open tickets of a hall, the most urgent first."""
    return urgent_first(store, now, InquiryRow.hall == hall, is_open())


def of_person(store: Store, number: str, now: int) -> tuple[Ticket, ...]:
    """The open tickets a person owns, handles or stands in for, in any hall."""
    concerned = (InquiryRow.owner == number) | (InquiryRow.handler == number) | (InquiryRow.stand_in == number)
    return urgent_first(store, now, concerned, is_open())


def escalated(store: Store, level: Level, now: int, halls: tuple[str, ...] = ()) -> tuple[Ticket, ...]:
    """Open tickets that have come to `level` or beyond, of some halls or of all: what branch and office must know."""
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
    """What somebody means who is still typing: part of a ticket's number, a phone's first or last digits.

    The newest first, at most `_FOUND`; nothing before there are `_LEAST` characters.
    """
    number, digits = folded(wanted), "".join(c for c in folded(wanted) if c.isdecimal())
    if len(number) < _LEAST:
        return ()
    fits = InquiryRow.number.contains(number)
    if len(digits) >= _LEAST and not any(c.isalpha() for c in number):
        fits = fits | InquiryRow.phone.startswith(digits) | InquiryRow.phone.endswith(digits)
    newest = InquiryRow.select(InquiryRow.subject).where(fits).order_by(InquiryRow.opened_at.desc()).limit(_FOUND)
    tickets = select(store, now, InquiryRow.subject.in_(newest))
    return tuple(reversed(tickets)) or by_phone(store, wanted, now)


def by_number(store: Store, number: str, now: int) -> Ticket | None:
    """The ticket people call by this number."""
    return next(iter(select(store, now, InquiryRow.number == folded(number))), None)


def page(store: Store, subject: str, now: int) -> Page | None:
    """One ticket, whole."""
    row = InquiryRow.select().where(InquiryRow.subject == subject).first(store.db)
    if row is None:
        return None
    return Page(
        ticket=select(store, now, InquiryRow.subject == subject)[0],
        text=row.text,
        answer=row.answer,
        steps=_steps(store, subject),
        duplicates=select(store, now, InquiryRow.into == subject),
        merged_into=next(iter(select(store, now, InquiryRow.subject == row.into)), None) if row.into else None,
        seen={aspect: seen(store, subject, aspect) for aspect in Aspect},
        clashes=clashes.masked(clashes.of_ticket(store, subject)),
    )


def digest(store: Store, hall: str, now: int) -> Digest:
    """Due, overdue, to inform, to consent to, without an owner; and, in any state, set differently by two counters."""
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
        clashes=tuple(t for t in urgent_first(store, now, clashes.clashing()) if t.hall == hall),  # few, of any hall
    )


@dataclass(frozen=True)
class Closed:
    """A closed ticket as totals count it: whose work, when, and what was promised and kept."""

    hall: str
    acting: str
    at: int
    on_the_spot: bool
    within_limit: bool
    informed: bool


def closed_between(store: Store, first: date, last: date) -> tuple[Closed, ...]:
    """The tickets closed from `first` to `last`, each once; merged ones count in the ticket they went into."""
    inside = InquiryRow.closed_at.between(ms_at(first, time.min), ms_at(last + timedelta(days=1), time.min) - 1)
    query = InquiryRow.select().where(inside, InquiryRow.state == State.CLOSED.value)
    return tuple(
        Closed(
            hall=row.hall,
            acting=row.stand_in or row.handler,
            at=row.closed_at,
            on_the_spot=row.on_the_spot,
            within_limit=day_of(row.closed_at).isoformat() <= row.limit,
            informed=day_of(row.closed_at).isoformat() <= row.inform_by,
        )
        for row in query.execute(store.db)
    )


@dataclass(frozen=True)
class Kept:
    """Of closed tickets: how many in time; of how many customers were asked, how many said 满意 or 基本满意.

    `overdue` ones are open still.
    """

    closed: int
    within_limit: int
    asked: int
    satisfied: int
    overdue: int = 0

    @property
    def due(self) -> int:
        """Of how many it can be said whether they were in time."""
        return self.closed + self.overdue


def kept_between(store: Store, first: date, last: date, today: date) -> Kept:
    """What was kept of the promises of tickets that were closed, or fell overdue, in these days; of all halls."""
    end = ms_at(last + timedelta(days=1), time.min) - 1
    row = store.db.execute_sql(_KEPT, (ms_at(first, time.min), end)).fetchone()
    limits = [day.isoformat() for day in (first, last, today)]
    (overdue,) = store.db.execute_sql(_OVERDUE, limits).fetchone()
    return Kept(*(number or 0 for number in (*row, overdue)))


def is_closed_complaint(store: Store, subject: str) -> bool | None:
    """Whether a ticket is a complaint and closed; None when it is no complaint."""
    row = InquiryRow.select().where(InquiryRow.subject == subject, InquiryRow.topic == "complaint").first(store.db)
    return None if row is None else row.state == State.CLOSED.value


def merged(store: Store, subjects: Sequence[str]) -> dict[str, str]:
    """Those of these tickets that were merged into another, by ticket the one that answers it."""
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


def first_ticket(store: Store, hall: str) -> date | None:
    """The day of a hall's first ticket; None before there is any."""
    first = InquiryRow.select(peewee.fn.MIN(InquiryRow.received_at)).where(InquiryRow.hall == hall).scalar(store.db)
    return None if first is None else day_of(first)


def closed_complaints(store: Store, now: int, hall: str = "") -> tuple[Ticket, ...]:
    """The complaints that are closed, of one hall or of all, the newest first."""
    where = [InquiryRow.hall == hall] if hall else []
    found = select(store, now, InquiryRow.topic == "complaint", InquiryRow.state == State.CLOSED.value, *where)
    return tuple(reversed(found))


def unconfirmed_open() -> peewee.Expression:
    """The condition that a ticket is open and its promise was counted without a year's official schedule."""
    return is_open() & InquiryRow.unconfirmed


def erasable(store: Store, now: int) -> tuple[str, ...]:
    """The tickets whose personal data is due to be erased; a duplicate waits for the ticket that answers it.

    Only days that the hall lived count: see `rules.lived_before`.
    """
    values = reference.policy(store)[InquiriesPolicy]
    before = now - values.erase_after_days * DAY_MS
    if not _closed_and_personal(store, before):
        return ()
    lived = rules.lived_before(
        store.days_of_work(now),
        now,
        values.erase_after_days * DAY_MS,
        values.longest_closure_days * DAY_MS,
        _confirmed(store),
    )
    return () if lived is None else _closed_and_personal(store, min(before, lived))


def unconfirmed(store: Store, now: int) -> rules.Span | None:
    """The time (ms) that keeps personal data from being erased until somebody says that it did pass; None for none.

    The clock may have jumped, or the hall was closed for longer than it ever is: only a person knows.
    """
    values = reference.policy(store)[InquiriesPolicy]
    if not _closed_and_personal(store, now - values.erase_after_days * DAY_MS):
        return None
    found = rules.jumps(store.days_of_work(now), now, values.longest_closure_days * DAY_MS, _confirmed(store))
    return found[0] if found else None


def _confirmed(store: Store) -> list[rules.Span]:
    said = (event for event in store.events(subject=f"clock:{store.hall}") if event.kind == TimeConfirmed.kind())
    return [(event.body["since"], event.body["until"]) for event in said]


def _closed_and_personal(store: Store, before: int) -> tuple[str, ...]:
    main = InquiryRow.alias()
    kept = main.select(peewee.SQL("1")).where(
        main.subject == InquiryRow.into, (main.state == State.OPEN.value) | (main.closed_at > before)
    )
    query = InquiryRow.select(InquiryRow.subject).where(
        InquiryRow.personal, InquiryRow.closed_at <= before, ~is_open(), ~peewee.fn.EXISTS(kept)
    )
    return tuple(subject for (subject,) in query.order_by(InquiryRow.closed_at).tuples().execute(store.db))


def seen(store: Store, subject: str, aspect: Aspect) -> str:
    """The event that set this aspect last, for the `seen` of the next one; `""` = as opened."""
    mine = (AspectRow.subject == subject) & (AspectRow.aspect == aspect.value) & AspectRow.kept
    return AspectRow.select(AspectRow.event_id).where(mine).scalar(store.db) or ""


def _steps(store: Store, subject: str) -> tuple[Step, ...]:
    said = ((event, store.readable(event)) for event in store.events(subject=subject))
    return tuple(
        Step(event.id, event.occurred_at, event.actor, fact)
        for event, fact in said
        if fact or event.kind == PersonalErased.kind()
    )


def with_special_time(store: Store, page: Page) -> Deadlines:
    """The days that hold once the longer time is given, counted from when the ticket was received or reopened."""
    reopened = (step.at for step in reversed(page.steps) if isinstance(step.fact, InquiryReopened))
    book = terms(store)
    return rules.deadlines(next(reopened, page.ticket.received_at), Kind.SPECIAL, book.calendar, book.policy)
