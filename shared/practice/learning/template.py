"""The courses with their questions in a template file; the last day to take them is set anew where it is imported."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import msgspec

from shared.declaration.practice import TemplatePart
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.learning import actions, papers, views
from shared.practice.learning.facts import Choice, CourseSet
from shared.practice.learning.rules.quiz import Question

_DAYS = 90  # from the import to the last day for whoever is employed then


class _Question(msgspec.Struct):
    """A question as a template file holds it."""

    code: str
    text: str
    choices: tuple[Choice, ...]
    multiple: bool = False


def _export(store: Store) -> dict[str, Any]:
    return {course.code: _course(store, course) for course in views.courses(store)}


def _course(store: Store, course: CourseSet) -> dict[str, Any]:
    whole: dict[str, Any] = msgspec.to_builtins(course)
    asked = [each for each in papers.bank(store, course.code) if not each.voided]
    questions = [_Question(each.code, each.text, each.choices, each.multiple) for each in asked]
    kept = {key: value for key, value in whole.items() if key not in ("kind", "code", "due", "withdrawn")}
    return {**kept, "questions": msgspec.to_builtins(questions)}


def _read(code: str, item: Mapping[str, Any], due: str) -> tuple[CourseSet, list[Question]]:
    course = msgspec.convert({**item, "kind": CourseSet.kind(), "code": code, "due": due}, CourseSet)
    asked = msgspec.convert(item.get("questions", []), list[_Question])
    return course, [Question(code, each.code, 1, each.text, each.choices, each.multiple) for each in asked]


def _knows(code: str, item: Any) -> bool:
    try:
        _read(code, item, "2000-01-01")
    except (msgspec.ValidationError, TypeError, AttributeError):  # of another shape, or no mapping at all
        return False
    return True


def _take(store: Store, actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None:
    due = (day_of(now) + timedelta(days=_DAYS)).isoformat()
    for code, item in items.items():
        course, questions = _read(code, item, due)
        done = actions.set_questions(store, actor, questions, now=now)
        if isinstance(done, Refusal):
            return done
        if refusal := actions.set_course(store, actor, course, now=now):
            return refusal
    return None


COURSES = TemplatePart(
    key="courses",
    title=Text("课程", "Courses"),
    export=_export,
    knows=_knows,
    name=lambda code, item: str(item.get("title") or code),
    take=_take,
)
