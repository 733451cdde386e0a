"""A course with its bank and a session on the tests' day, on one device."""

from datetime import date

from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.people.actions import set_pin
from shared.practice.learning import actions, papers, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Category, Choice, CourseSet
from shared.practice.learning.papers import Attempt
from shared.practice.learning.rules.quiz import Question
from shared.practice.learning.rules.standing import State
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, OFFICE, WANG, ZHANG, at

PIN = "402913"
COURSE = "service"
OF = views.course_subject(COURSE)
FIVE = tuple(
    Question(COURSE, f"q{n}", 0, f"第{n}题？", (Choice("对", right=True), Choice("错"), Choice("不知道")))
    for n in range(1, 6)
)


def course(**changes: object) -> CourseSet:
    """温情服务 for cashiers, and for consultants as a related post: a session, five questions, half a year."""
    values: dict[str, object] = {
        "code": COURSE, "title": "温情服务", "category": Category.SKILL, "posts": ("cashier",),
        "related": ("consultant",), "months": 6, "shown": 5, "due": date(2026, 3, 31),
    }  # fmt: skip
    return CourseSet(**{**values, **changes})  # type: ignore[arg-type]


def planned(store: Store, *, trainer: Actor = WANG, day: date = DAY, **changes: object) -> str:
    """The course and one session of it, at nine; its subject."""
    done(actions.set_questions(store, OFFICE, FIVE, now=at("08:00")))
    done(actions.set_course(store, OFFICE, course(**changes), now=at("08:00")))
    for each in (ZHANG, LI):
        done(set_pin(store, each.number, PIN, now=at("08:00")))
    plan = Plan(COURSE, day, "09:00", "培训室", trainer.number)
    return str(done(actions.plan(store, OFFICE, plan, now=at("08:10"))))


def answered(store: Store, who: Actor, right: int, of: str = OF, now: int = 0) -> Attempt:
    """A paper handed in with so many right answers."""
    now = now or at("10:00")
    found = done(actions.begin(store, who, of, now=now))
    assert isinstance(found, Attempt)
    answers = [[0] if place < right else [1] for place in range(len(found.paper))]
    done(actions.hand_in(store, who, found.id, answers, now=now + 60_000))
    return papers.attempt(store, found.id)  # type: ignore[return-value]


def state_of(store: Store, number: str, today: date = DAY) -> State:
    """Where the person stands in the course."""
    [own] = views.matrix(store, today, number=number)
    return own.standings[COURSE].state
