"""Everybody's standing in the courses that are for them, and who is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import standing
from shared.practice.learning.rules.attending import PRESENT, SessionState
from shared.practice.learning.rules.standing import OPEN, Standing
from shared.practice.learning.tables import AttemptRow, AttendanceRow
from shared.practice.learning.views.attended import sessions
from shared.practice.learning.views.audience import concerned, courses
from shared.reference.views import policy


@dataclass(frozen=True)
class Learner:
    """One person and their standing in each course that is for them."""

    number: str
    name: str
    hall: str
    post: str
    standings: Mapping[str, Standing]


@dataclass(frozen=True)
class Missing:
    """One person who still has to do a course, or to do it again."""

    number: str
    name: str
    hall: str
    course: str
    title: str
    standing: Standing


def matrix(store: Store, today: date, hall: str = "", number: str = "") -> tuple[Learner, ...]:
    """Staff × courses on a day, as far as it was known then; of a hall, of one person, or of all."""
    records, settings = _Records(store, today), policy(store)[Learning]
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


_PRESENT = PreparedQuery(lambda: AttendanceRow.select().where(AttendanceRow.state.in_(sorted(PRESENT))))
_PASSED = PreparedQuery(lambda day: AttemptRow.select().where(AttemptRow.passed_on != "", AttemptRow.passed_on <= day))


class _Records:
    """Attendances and passes up to a day, read once for all people."""

    def __init__(self, store: Store, today: date) -> None:
        self.history, self.courses, self._today = History(store), courses(store), today
        by_session = {each.id: each for each in sessions(store)}
        self._attended: dict[tuple[str, str], list[date]] = {}
        for row in _PRESENT.all(store.db):
            held = by_session.get(row.subject)
            if held and held.state is not SessionState.CANCELLED and held.day <= today:
                self._attended.setdefault((row.staff, held.course), []).append(held.day)
        self._passed: dict[tuple[str, str], list[date]] = {}
        for attempt in _PASSED.all(store.db, today.isoformat()):
            course = attempt.of.removeprefix("course:")
            self._passed.setdefault((attempt.staff, course), []).append(date.fromisoformat(attempt.passed_on))

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
