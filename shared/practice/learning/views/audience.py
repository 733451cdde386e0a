"""The courses, and for whom each is."""

import msgspec

from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import Span
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.rules import attending
from shared.practice.learning.tables import CourseRow


def course_subject(code: str) -> str:
    """The journal's subject of a course."""
    return f"course:{code}"


def courses(store: Store, *, withdrawn: bool = False) -> tuple[CourseSet, ...]:
    """The courses, by code."""
    found = (msgspec.json.decode(row.body, type=CourseSet) for row in _COURSES.all(store.db))
    return tuple(each for each in found if withdrawn or not each.withdrawn)


_COURSES = PreparedQuery(lambda: CourseRow.select().order_by(CourseRow.code))


def course(store: Store, code: str) -> CourseSet | None:
    """One course, also a withdrawn one."""
    return next((each for each in courses(store, withdrawn=True) if each.code == code), None)


def concerned(span: Span | None, course: CourseSet) -> bool:
    """Whether a course is for somebody as the roster has them."""
    return (
        span is not None
        and span.active
        and attending.must_take(span.post, span.role.value, course.posts, course.related)
    )
