"""What may be asked about today's line: who waits, whom a window serves, which numbers were served.

Counts over days are in `statistics`.
"""

from collections import Counter
from datetime import date
from itertools import takewhile

import msgspec
import peewee

from shared.domain.workdays import day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.line import rules
from shared.practice.line.policy import LinePolicy
from shared.practice.line.rules import State
from shared.practice.line.tables import NumberRow, WindowRow
from shared.reference.views import policy

__all__ = ["CalledTwice", "Number", "Served", "State", "Typed", "Waiting"]
SERVICES_OF_WINDOW = "line_services:"


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """One number of today's line. `service` is the chosen one (`""`: none), `given` the one done. Epoch ms."""

    id: str
    label: str
    service: str
    given: str
    state: State
    staff: str
    window: str
    calls: int
    taken_at: int
    called_at: int | None
    done_at: int | None
    priority: str = ""
    """Why it goes first, "" where it does not."""


class Waiting(msgspec.Struct, frozen=True):
    """How many customers wait, and when that was true (epoch ms): an input to the pause rule."""

    count: int
    counted_at: int


class Served(msgspec.Struct, frozen=True):
    """A served number as a token: `id` is what one verified card names, `staff` whom the card is for."""

    id: str
    label: str
    staff: str
    window: str
    service: str
    at: int


class CalledTwice(msgspec.Struct, frozen=True):
    """A number that windows called while they could not see each other: who did, in the order of the calls."""

    label: str
    staff: tuple[str, ...]
    at: int


class Typed(msgspec.Struct, frozen=True):
    """The numbers served today that digits typed without a letter may mean; `sure` if only one letter gave it out."""

    served: tuple[Served, ...]
    sure: bool


def waiting(store: Store, hall: str, now: int, *, heard_at: int | None = None) -> Waiting | None:
    """How many wait in a hall; None where no number was taken today: a hall without a line is not an empty one.

    `heard_at`: when this device last heard from the hall's others; their numbers are no fresher than that.
    """
    if not today(hall, now).exists(store.db):
        return None
    count = today(hall, now, State.WAITING).count(store.db)
    if heard_at is None or not today(hall, now).where(NumberRow.station != store.station).exists(store.db):
        return Waiting(count, now)
    return Waiting(count, min(heard_at, now))


def in_line(store: Store, hall: str, now: int) -> tuple[Number, ...]:
    """Who waits now, the next one first: those with priority, but only so many of them in a row."""
    rule, waiting = policy(store)[LinePolicy], _numbers(store, _WAITING, hall, _day(now))
    if not any(number.priority for number in waiting):
        return waiting
    called = NumberRow.select(NumberRow.priority).where(
        NumberRow.hall == hall, NumberRow.day == _day(now), NumberRow.called_at.is_null(False)
    )
    last = called.order_by(NumberRow.called_at.desc()).limit(rule.in_a_row).tuples().execute(store.db)
    run = len(list(takewhile(bool, (why for (why,) in last))))
    return tuple(rules.in_turn(waiting, lambda number: bool(number.priority), run, rule))


def services(store: Store, hall: str, window: str) -> tuple[str, ...]:
    """The services that are called to a window; none: all.

    Earlier versions kept them as a setting of the window's device: it holds until they are chosen anew.
    """
    chosen = _SERVICES.first(store.db, hall, window)
    return tuple((chosen.services if chosen else store.setting(SERVICES_OF_WINDOW + window)).split())


def priorities(store: Store, hall: str, on: date, until: int) -> dict[str, int]:
    """Why numbers of a day went first, and how many, as it was known at `until` (epoch ms)."""
    query = NumberRow.select(NumberRow.priority, peewee.fn.COUNT(NumberRow.priority)).where(
        NumberRow.hall == hall, NumberRow.day == on.isoformat(), NumberRow.priority_at <= until
    )
    return dict(query.group_by(NumberRow.priority).order_by(NumberRow.priority).tuples().execute(store.db))


def number(store: Store, subject: str) -> Number | None:
    """One number, by its id."""
    return next(iter(_numbers(store, BY_ID, subject)), None)


def set_aside(store: Store, hall: str, now: int) -> tuple[Number, ...]:
    """Held and missed numbers of today, which may be taken back."""
    return _numbers(store, _SET_ASIDE, hall, _day(now))


def serving(store: Store, number: str, now: int) -> Number | None:
    """The number a member of staff has called and not finished today."""
    return next(iter(_numbers(store, _SERVING, number, _day(now))), None)


def sign(store: Store, hall: str, now: int, limit: int = 5) -> tuple[Number, ...]:
    """The numbers called and not finished, the latest call first."""
    numbers = _numbers(store, _CALLED, hall, _day(now))
    return tuple(sorted(numbers, key=lambda number: number.called_at or 0, reverse=True)[:limit])


def served(store: Store, text: str, hall: str, now: int) -> Served | None:
    """The served number of today that a customer typed (A001) or scanned (its id); None unless it was served."""
    found = rules.parsed(text)
    query = NumberRow.select().where(NumberRow.state == State.SERVED.value, NumberRow.hall == hall)
    if found:
        letter, serial = found
        query = query.where(NumberRow.day == _day(now), NumberRow.letter == letter, NumberRow.serial == serial)
    else:
        query = query.where(NumberRow.subject == text)
    rows = list(query.limit(2).execute(store.db))
    return _as_served(rows[0]) if len(rows) == 1 else None  # the same label twice: only the slip's code can tell


def served_of_any_letter(store: Store, serial: int, hall: str, now: int) -> Typed:
    """The served numbers of today with this serial, whichever kiosk of the hall gave them out."""
    rows = list(today(hall, now).where(NumberRow.serial == serial).order_by(NumberRow.letter).execute(store.db))
    letters = Counter(row.letter for row in rows)
    told_apart = (row for row in rows if letters[row.letter] == 1 and row.state == State.SERVED.value)
    return Typed(tuple(map(_as_served, told_apart)), sure=len(letters) < 2)


def last_served(store: Store, number: str, since: int, now: int) -> Served | None:
    """The number of today that somebody finished last, if not before `since` (epoch ms); `number`: of the staff."""
    query = NumberRow.select().where(
        NumberRow.staff == number,
        NumberRow.day == _day(now),
        NumberRow.state == State.SERVED.value,
        NumberRow.done_at >= since,
    )
    row = query.order_by(NumberRow.done_at.desc()).first(store.db)
    return None if row is None else _as_served(row)


def just_served(store: Store, hall: str, since: int, now: int) -> Served | None:
    """The number of today that was finished last, if that was not before `since` (epoch ms)."""
    query = today(hall, now, State.SERVED).where(NumberRow.done_at >= since).order_by(NumberRow.done_at.desc())
    row = query.first(store.db)
    return None if row is None else _as_served(row)


def called_twice(store: Store, hall: str, on: date, until: int) -> tuple[CalledTwice, ...]:
    """The numbers of a day that more than one window called at once, as it was known at `until` (epoch ms)."""
    query = NumberRow.select().where(
        NumberRow.hall == hall, NumberRow.day == on.isoformat(), NumberRow.called_twice_at <= until
    )
    return tuple(
        CalledTwice(rules.label(row.letter, row.serial), tuple(row.called_twice_by.split()), row.called_twice_at)
        for row in query.order_by(NumberRow.called_twice_at, NumberRow.subject).execute(store.db)
    )


def _as_served(row: NumberRow) -> Served:
    done_at = row.done_at or 0  # a served number has one
    return Served(row.subject, rules.label(row.letter, row.serial), row.staff, row.window, row.given, done_at)


def _day(now: int) -> str:
    return day_of(now).isoformat()


def today(hall: str, now: int, *states: State) -> "peewee.ModelSelect[NumberRow]":
    return _of_day(hall, _day(now), *states)


def _of_day(hall: str, day: str, *states: State) -> "peewee.ModelSelect[NumberRow]":
    query = NumberRow.select().where(NumberRow.hall == hall, NumberRow.day == day)
    return query.where(NumberRow.state.in_([state.value for state in states])) if states else query


def _in_order(query: "peewee.ModelSelect[NumberRow]") -> "peewee.ModelSelect[NumberRow]":
    return query.order_by(NumberRow.ts, NumberRow.station, NumberRow.n)


_SERVICES = PreparedQuery(
    lambda hall, window: WindowRow.select(WindowRow.services).where(WindowRow.hall == hall, WindowRow.window == window)
)
_WAITING = PreparedQuery(lambda hall, day: _in_order(_of_day(hall, day, State.WAITING)))
_CALLED = PreparedQuery(lambda hall, day: _in_order(_of_day(hall, day, State.CALLED)))
_SET_ASIDE = PreparedQuery(lambda hall, day: _in_order(_of_day(hall, day, State.HELD, State.MISSED)))
BY_ID = PreparedQuery(lambda subject: NumberRow.select().where(NumberRow.subject == subject))
_SERVING = PreparedQuery(
    lambda staff, day: _in_order(
        NumberRow.select().where(NumberRow.staff == staff, NumberRow.day == day, NumberRow.state == State.CALLED.value)
    )
)


def _numbers(store: Store, query: PreparedQuery, *values: str) -> tuple[Number, ...]:
    rows = query.all(store.db, *values)
    return tuple(
        Number(
            id=row.subject,
            label=rules.label(row.letter, row.serial),
            service=row.service,
            given=row.given,
            state=State(row.state),
            staff=row.staff,
            window=row.window,
            calls=row.calls,
            taken_at=row.taken_at,
            called_at=row.called_at,
            done_at=row.done_at,
            priority=row.priority,
        )
        for row in rows
    )
