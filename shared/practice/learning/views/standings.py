"""Everybody's standing in the courses that are for them, and who is missing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from peewee import ModelSelect, fn

from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import standing
from shared.practice.learning.rules.attending import PRESENT, SessionState
from shared.practice.learning.rules.standing import OPEN, Standing
from shared.practice.learning.tables import AttemptRow, AttendanceRow, SessionRow
from shared.practice.learning.views.audience import concerned, courses
from shared.reference.views import policy


class Learner(msgspec.Struct, frozen=True):
    """One person and their standing in each course that is for them."""

    number: str
    name: str
    hall: str
    post: str
    standings: Mapping[str, Standing]


class Missing(msgspec.Struct, frozen=True):
    """One person who still has to do a course, or to do it again."""

    number: str
    name: str
    hall: str
    course: str
    title: str
    standing: Standing


def matrix(store: Store, today: date, hall: str = "", number: str = "") -> tuple[Learner, ...]:
    """Staff × courses on a day, as far as it was known then; of a hall, of one person, or of all."""
    records, settings = _Records(store, today, number), policy(store)[Learning]
    found = []
    for known in records.history.numbers if not number else (number,):
        span = records.history.on(known, today)
        if span is None or not span.active or hall not in ("", span.hall):
            continue
        own = {each.code: records.standing(known, each, settings) for each in records.courses if concerned(span, each)}
        if own:
            found.append(Learner(known, span.name, span.hall, span.post, own))
    return tuple(sorted(found, key=lambda each: (each.hall, each.number)))


def missing(store: Store, today: date, hall: str = "") -> tuple[Missing, ...]:
    """Who is missing, the most urgent first."""
    titles = {each.code: each.title for each in courses(store)}
    found = (
        Missing(one.number, one.name, one.hall, code, titles[code], each)
        for one in matrix(store, today, hall)
        for code, each in one.standings.items()
        if each.state in OPEN
    )
    return tuple(
        sorted(found, key=lambda each: (OPEN.index(each.standing.state), each.standing.due, each.hall, each.number))
    )


def _attended(day: object, *where: Any) -> "ModelSelect[AttendanceRow]":
    """By person and course, the first and the last day of a session at which somebody was."""
    held = (SessionRow.state != SessionState.CANCELLED.value) & (SessionRow.day != "") & (SessionRow.day <= day)
    days = fn.MIN(SessionRow.day).alias("first"), fn.MAX(SessionRow.day).alias("last")
    rows = AttendanceRow.select(AttendanceRow.staff, SessionRow.course, *days)
    joined = rows.join(SessionRow, on=SessionRow.subject == AttendanceRow.subject)
    present = AttendanceRow.state.in_(sorted(PRESENT))
    return joined.where(present, held, *where).group_by(AttendanceRow.staff, SessionRow.course)


def _passed(day: object, *where: Any) -> "ModelSelect[AttemptRow]":
    """By person and course or contest, the last day on which a paper passed."""
    last = fn.MAX(AttemptRow.passed_on).alias("last")
    passed = AttemptRow.select(AttemptRow.staff, AttemptRow.of, last)
    until = (AttemptRow.passed_on != "") & (AttemptRow.passed_on <= day)
    return passed.where(until, *where).group_by(AttemptRow.staff, AttemptRow.of)


_ATTENDED, _PASSED = PreparedQuery(lambda day: _attended(day)), PreparedQuery(lambda day: _passed(day))
_ATTENDED_BY = PreparedQuery(lambda day, number: _attended(day, AttendanceRow.staff == number))
_PASSED_BY = PreparedQuery(lambda day, number: _passed(day, AttemptRow.staff == number))
_day = date.fromisoformat


class _Records:
    """Attendances and passes up to a day, read once: of everybody, or of one person by their number."""

    def __init__(self, store: Store, today: date, number: str = "") -> None:
        self.history, self.courses, self._today = History(store), courses(store), today
        asked = (today.isoformat(), number) if number else (today.isoformat(),)
        attended = (_ATTENDED_BY if number else _ATTENDED).all(store.db, *asked)
        passed = (_PASSED_BY if number else _PASSED).all(store.db, *asked)
        self._attended = {(r.staff, r.course): (_day(r.first), _day(r.last)) for r in attended}
        self._passed = {(r.staff, r.of.removeprefix("course:")): (_day(r.last),) for r in passed}

    def standing(self, number: str, course: CourseSet, settings: Learning) -> Standing:
        """A person's standing in a course."""
        key = (number, course.code)
        done = standing.done_day(
            self._attended.get(key, ()), self._passed.get(key, ()), session=course.session, quiz=course.shown > 0
        )
        due = standing.due_day(course.due, self._since(number, course), settings.newcomer_days)
        return standing.standing(done, due, course.months, self._today, settings.soon_days)

    def _since(self, number: str, course: CourseSet) -> date:
        """Since when the course is for this person without a break."""
        since: date | None = None
        for span in self.history.all_of(number):
            if span.since > self._today:
                break
            since = (since or span.since) if concerned(span, course) else None
        return since or date.min
