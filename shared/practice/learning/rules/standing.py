"""Somebody's standing in a course: due, done, overdue, expired; and until when a pass is valid. Pure."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

import msgspec


class State(StrEnum):
    """应学, 完成, 逾期, 到期."""

    DUE = "due"
    DONE = "done"
    OVERDUE = "overdue"
    EXPIRED = "expired"


OPEN = (State.EXPIRED, State.OVERDUE, State.DUE)
"""The states of who is missing, the most urgent first."""


class Standing(msgspec.Struct, frozen=True):
    """One person in one course: day done, last day of validity, last day to do it. `soon`: it expires soon."""

    state: State
    done: date | None
    until: date | None
    due: date
    soon: bool = False


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a short month."""
    years, place = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, place + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def valid_until(done: date, months: int) -> date | None:
    """The last day on which it holds; None: for ever."""
    return months_later(done, months) if months else None


def due_day(course_due: date, since: date, newcomer_days: int) -> date:
    """The last day to do it: the course's, or for a newcomer so many days after they took up the post."""
    if since == date.min:
        return course_due
    return max(course_due, since + timedelta(days=newcomer_days))


def done_day(attended: Collection[date], passed: Collection[date], *, session: bool, quiz: bool) -> date | None:
    """The day on which all that the course asks for was done; passing once more renews it. None: not yet."""
    if (session and not attended) or (quiz and not passed):
        return None
    if quiz:
        return max(max(passed), min(attended)) if session else max(passed)
    return max(attended) if attended else None


def standing(done: date | None, due: date, months: int, today: date, soon_days: int) -> Standing:
    """The state today; a day that is the last still counts."""
    if done is None:
        return Standing(State.OVERDUE if today > due else State.DUE, None, None, due)
    until = valid_until(done, months)
    if until is not None and today > until:
        return Standing(State.EXPIRED, done, until, due)
    return Standing(State.DONE, done, until, due, until is not None and today > until - timedelta(days=soon_days))
