"""Who must be at a session, in which state they are, and how often somebody attended. Pure."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

import msgspec

from shared.domain.refusal import Refusal
from shared.practice.learning.facts import Attendance


class SessionState(StrEnum):
    """已计划, 已结束, 已取消."""

    PLANNED = "planned"
    CLOSED = "closed"
    CANCELLED = "cancelled"


PRESENT = frozenset({Attendance.PRESENT, Attendance.LATE})
OVER = {
    SessionState.PLANNED: "",
    SessionState.CLOSED: "session_closed",
    SessionState.CANCELLED: "session_cancelled",
}


def must_take(post: str, role: str, posts: Collection[str], related: Collection[str]) -> bool:
    """Whether a course or contest is for somebody: by their post, or by their role above staff."""
    return bool({post, role if role != "staff" else ""} & {*posts, *related} - {""})


def arrival(now: datetime, day: date, start: str, late_minutes: int) -> Attendance | Refusal:
    """Whether somebody who signs in now is on time or late; refused on another day than the session's."""
    if now.date() != day:
        return Refusal("session_not_today", {"day": day})
    begins = datetime.fromisoformat(f"{day.isoformat()}T{start}").replace(tzinfo=now.tzinfo)
    return Attendance.LATE if now > begins + timedelta(minutes=late_minutes) else Attendance.PRESENT


def final(recorded: Attendance | None, state: SessionState, away: bool) -> Attendance:
    """Somebody's attendance: once the session is closed, who is not recorded was absent, or excused if away."""
    if recorded is not None and recorded is not Attendance.EXPECTED:
        return recorded
    if state is not SessionState.CLOSED:
        return Attendance.EXPECTED
    return Attendance.EXCUSED if away else Attendance.ABSENT


class Rate(msgspec.Struct, frozen=True):
    """How many sessions somebody attended, of those held so far that counted for them, and how many are planned."""

    attended: int
    held: int
    planned: int

    @property
    def so_far(self) -> Fraction | None:
        """The share of the past sessions; None before the first."""
        return Fraction(self.attended, self.held) if self.held else None


def attended(sessions: Iterable[tuple[SessionState, Attendance]]) -> Rate:
    """The rate over the sessions at which somebody was expected; those they were excused from do not count."""
    counted = [(s, a) for s, a in sessions if s is not SessionState.CANCELLED and a is not Attendance.EXCUSED]
    held = [a for s, a in counted if s is SessionState.CLOSED]
    return Rate(sum(a in PRESENT for a in held), len(held), len(counted))
