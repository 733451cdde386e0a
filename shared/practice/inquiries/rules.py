"""What is promised for a first inquiry, and what follows as time passes. Pure: `now` is an argument.

The rules: resources/handbook/practices.en.md §3.

Moments are epoch milliseconds. A day promised ends when the hall closes on it. Nothing suspends a deadline.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import IntEnum, StrEnum
from itertools import pairwise

import msgspec

from shared.domain.clock import DAY_MS
from shared.domain.lengths import too_long
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes, Hours
from shared.domain.workdays import Calendar, day_of, local, ms_at
from shared.practice.inquiries.facts import Deadlines, Kind, Promise
from shared.practice.inquiries.policy import InquiriesPolicy

_READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Colour(StrEnum):
    """The traffic light of a list; always shown with a word."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


class LightState(StrEnum):
    """What the light says: 正常 / 临期 / 已过目标日 / 应告知未告知 / 超期 / 办结 / 已撤回."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    PAST_TARGET = "past_target"
    NOT_INFORMED = "not_informed"
    OVERDUE = "overdue"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


_COLOUR = {
    LightState.ON_TIME: Colour.GREEN,
    LightState.DUE_SOON: Colour.AMBER,
    LightState.PAST_TARGET: Colour.AMBER,
    LightState.NOT_INFORMED: Colour.RED,
    LightState.OVERDUE: Colour.RED,
    LightState.CLOSED: Colour.GREY,
    LightState.WITHDRAWN: Colour.GREY,
}


class Level(IntEnum):
    """Who must know: nobody yet / owner and supervisor / branch as well / office as well."""

    NONE = 0
    SUPERVISOR = 1
    BRANCH = 2
    OFFICE = 3


class Light(msgspec.Struct, frozen=True):
    """A colour and its word."""

    colour: Colour
    state: LightState


class Standing(msgspec.Struct, frozen=True):
    """What a ticket is judged by: since when its clock runs, what is in force now, and whether it is over."""

    received_at: int
    target: date
    limit: date
    inform_by: date
    closed: bool = False
    withdrawn: bool = False


class Terms(msgspec.Struct, frozen=True):
    """The documents in force: every rule of time needs both."""

    policy: Policy
    calendar: Calendar


_LONGEST_NAME = 60  # characters


def deadlines(received_at: int, kind: Kind, calendar: Calendar, policy: Policy) -> Deadlines:
    """The days promised to a customer who asked at `received_at`."""
    rule = policy[InquiriesPolicy]
    target, limit = (
        (rule.special_target, rule.special_limit) if kind is Kind.SPECIAL else (rule.general_target, rule.general_limit)
    )
    day = day_received(received_at, calendar, policy)
    last = calendar.add(day, limit)
    inform_by = calendar.add(day, rule.inform_first)
    return Deadlines(
        day=day,
        target=calendar.add(day, target),
        limit=last,
        inform_by=inform_by,
        unconfirmed=not calendar.confirmed(day_of(received_at), max(last, inform_by)),
    )


def day_received(received_at: int, calendar: Calendar, policy: Policy) -> date:
    """T: the day itself; after closing time or on a rest day, the next working day."""
    day = day_of(received_at)
    if calendar.is_workday(day) and local(received_at).time() <= policy[Hours].close:
        return day
    return calendar.add(day, 1)


def promise(received_at: int, kind: Kind, terms: Terms) -> Promise:
    """The deadlines together with the versions they were counted by."""
    return Promise(
        kind=kind,
        deadlines=deadlines(received_at, kind, terms.calendar, terms.policy),
        policy=terms.policy.version,
        calendar=terms.calendar.version,
    )


def next_inform(informed_at: int, terms: Terms) -> date:
    """By when the customer must be informed again after a message."""
    return terms.calendar.add(day_of(informed_at), terms.policy[InquiriesPolicy].inform_every)


def start_of(day: date) -> int:
    """The first moment of a day."""
    return ms_at(day, time.min)


def end_of(day: date, policy: Policy) -> int:
    """The moment a promised day is over."""
    return ms_at(day, policy[Hours].close)


def overdue(limit: date, now: int, policy: Policy) -> bool:
    """Whether the limit has passed."""
    return now > end_of(limit, policy)


def warnings(standing: Standing, now: int, terms: Terms) -> tuple[tuple[float, int], ...]:
    """The warnings raised so far: (share of the working time, moment). Every one falls in opening hours."""
    calendar, policy = terms.calendar, terms.policy
    total = calendar.working_ms(standing.received_at, end_of(standing.limit, policy), policy[Hours])
    due = (
        (share, calendar.moment(standing.received_at, int(total * share), policy[Hours]))
        for share in policy[InquiriesPolicy].warn_at
    )
    return tuple((share, at) for share, at in due if at <= now)


def escalation(limit: date, now: int, terms: Terms) -> Level:
    """Who must know by now that the limit has passed."""
    rule = terms.policy[InquiriesPolicy]
    steps = ((Level.OFFICE, rule.escalate_office), (Level.BRANCH, rule.escalate_branch), (Level.SUPERVISOR, 0))
    for level, days in steps:
        day = terms.calendar.add(limit, days) if days else limit
        if overdue(day, now, terms.policy):
            return level
    return Level.NONE


def light(standing: Standing, now: int, terms: Terms) -> Light:
    """The colour and word of a ticket in a list; the worst that is true."""
    word = _light_state(standing, now, terms)
    return Light(_COLOUR[word], word)


def _light_state(standing: Standing, now: int, terms: Terms) -> LightState:
    policy = terms.policy
    if standing.closed:
        return LightState.WITHDRAWN if standing.withdrawn else LightState.CLOSED
    if overdue(standing.limit, now, policy):
        return LightState.OVERDUE
    if overdue(standing.inform_by, now, policy):
        return LightState.NOT_INFORMED
    if overdue(standing.target, now, policy):
        return LightState.PAST_TARGET
    return LightState.DUE_SOON if warnings(standing, now, terms) else LightState.ON_TIME


def extension(standing: Standing, new_limit: date, grounds: str, now: int, terms: Terms) -> Refusal | None:
    """An extension is named before the limit, has grounds, and ends on a later working day."""
    if overdue(standing.limit, now, terms.policy):
        return Refusal("past_limit", {"limit": standing.limit})
    if not grounds.strip():
        return Refusal("grounds_missing")
    if new_limit <= standing.limit:
        return Refusal("date_not_later", {"limit": standing.limit})
    if not terms.calendar.is_workday(new_limit):
        return Refusal("not_a_workday", {"next": terms.calendar.on_or_after(new_limit)})
    return None


def special(kind: Kind, limit: date, now: int, policy: Policy) -> Refusal | None:
    """Special time is asked for and granted before the general limit, so that no breach can be undone by it."""
    if kind is Kind.SPECIAL:
        return Refusal("already_special")
    if overdue(limit, now, policy):
        return Refusal("past_limit", {"limit": limit})
    return None


def undone_in_time(opened_at: int, now: int, policy: Policy) -> Refusal | None:
    """Whether a ticket opened by mistake may still be taken back: within a short time only."""
    return None if 0 <= now - opened_at <= policy[CounterTimes].undo_seconds * 1000 else Refusal("too_late")


def required_text(text: str, policy: Policy) -> Refusal | None:
    """Refuses an empty text (`text_missing`), and one beyond the policy's limit."""
    return optional_text(text, policy) if text.strip() else Refusal("text_missing")


def optional_text(text: str, policy: Policy) -> Refusal | None:
    """Refuses a text beyond the policy's limit."""
    return too_long(text, policy[InquiriesPolicy].text_limit)


def optional_name(text: str) -> Refusal | None:
    """Refuses a customer's name or phone that is too long."""
    return too_long(text, _LONGEST_NAME)


def device_mark(station: str) -> str:
    """Four letters and digits (no I, L, O, U) for a device, so that two of them never give out the same number."""
    value = int.from_bytes(hashlib.sha256(station.encode()).digest()[:4], "big")
    return "".join(_READABLE[(value >> 5 * place) % 32] for place in range(4))


def ticket_number(day: date, station: str, serial: int) -> str:
    """What people call a ticket by: day, device, count of the day on that device, as in 260304-K7QX-01."""
    return f"{day:%y%m%d}-{device_mark(station)}-{serial:02}"


def next_serial(numbers: Iterable[str]) -> int:
    """The serial after the greatest of those given out on one day at one device."""
    return 1 + max((int(number.rsplit("-", 1)[1]) for number in numbers), default=0)


Span = tuple[int, int]
"""From one moment to another, ms."""


def retention_cutoff(
    moments: Iterable[int], end: int, retention_ms: int, longest_gap: int, confirmed: Sequence[Span] = ()
) -> int | None:
    """The moment `retention_ms` before `end`, in time that is known to have passed; None where less has.

    `moments` at which something was recorded, newest first. Between two of them at most `longest_gap` ms are taken to
    have passed, unless somebody `confirmed` that all did: a clock that jumped a year ahead must not erase anything.
    """
    left, after = retention_ms, end
    for moment in moments:
        gap = after - moment if _covered((moment, after), confirmed) else min(after - moment, longest_gap)
        if gap >= left:
            return after - left
        left, after = left - gap, moment
    return None


def unconfirmed_gaps(moments: Iterable[int], end: int, longest_gap: int, confirmed: Sequence[Span]) -> list[Span]:
    """The spans without records, longer than a hall is ever closed, that nobody has confirmed; newest first."""
    spans = [(before, after) for after, before in pairwise([end, *moments])]
    return [span for span in spans if span[1] - span[0] > longest_gap and not _covered(span, confirmed)]


def _covered(span: Span, confirmed: Sequence[Span]) -> bool:
    """Whether somebody has said that this time passed; to the day, because late records move its ends a little."""
    return any(since - DAY_MS <= span[0] and span[1] <= until + DAY_MS for since, until in confirmed)
