"""Exams passed and sessions attended by hall, for team assessment."""

from collections.abc import Iterable
from datetime import date

from shared.journal.store import Store
from shared.people.history import History
from shared.practice.learning.facts import Attendance
from shared.practice.learning.rules.attending import PRESENT, SessionState
from shared.practice.learning.rules.standing import State
from shared.practice.learning.views.attended import attendance, sessions
from shared.practice.learning.views.audience import courses
from shared.practice.learning.views.standings import matrix

Counts = tuple[int, int]
"""(how many, of how many)."""


def exams_by_hall(store: Store, last: date) -> dict[str, Counts]:
    """By hall, exams passed and valid on a day, of those that were due by then."""
    tested = {each.code for each in courses(store) if each.shown}
    found = [
        (one.hall, each.state is State.DONE)
        for one in matrix(store, last)
        for code, each in one.standings.items()
        if code in tested and each.state is not State.DUE
    ]
    return _counted(found)


def attended_by_hall(store: Store, first: date, last: date) -> dict[str, Counts]:
    """By hall, attendances at the closed sessions between two days, of those expected; excused ones are in neither."""
    history = History(store)
    found = [
        (one.hall, one.state in PRESENT)
        for each in sessions(store)
        if each.state is SessionState.CLOSED and first <= each.day <= last
        for one in attendance(store, each, history)
        if one.state is not Attendance.EXCUSED
    ]
    return _counted(found)


def _counted(found: Iterable[tuple[str, bool]]) -> dict[str, Counts]:
    counts: dict[str, Counts] = {}
    for hall, done in found:
        before = counts.get(hall, (0, 0))
        counts[hall] = (before[0] + done, before[1] + 1)
    return counts
