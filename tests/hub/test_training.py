"""A course from its plan to a certificate over a real hub: two halls' counters and the office; who holds what."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from shared.device import pepper
from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.domain.workdays import day_of, ms_at
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.learning import actions, facts, mistakes, papers, views
from shared.practice.learning.about import PRACTICE
from shared.practice.learning.actions import Plan
from shared.practice.learning.actions.certifying import certificate_subject
from shared.practice.learning.actions.telling import tell_mistakes
from shared.practice.learning.facts import Attendance, Category, Choice, CourseSet
from shared.practice.learning.rules.quiz import Question
from shared.practice.learning.rules.standing import State
from tests.hub.site import Device, Site
from tests.support.builders import code, done

TODAY = day_of(wall_clock()) - timedelta(days=3)
LEARNER = Actor("1001", "王芳", Role.STAFF, "cashier", "A")
TRAINER = Actor("1101", "张伟", Role.STAFF, "cashier", "B")
OFFICE = Actor("9001", "赵敏", Role.OFFICE, "", "总部")
COURSE, PIN = "service", "402913"
OF = views.course_subject(COURSE)
QUESTIONS = [
    Question(COURSE, f"q{n}", 0, f"第{n}题", (Choice("对", right=True), Choice("错"), Choice("不知道")))
    for n in range(1, 6)
]


def at(hour: int, minute: int = 0, day: date = TODAY) -> int:
    return ms_at(day, time(hour, minute))


@dataclass
class Company:
    """Two counters of one hall, one of another, and the office."""

    a: Device
    a2: Device
    b: Device
    office: Device

    def carry(self, *way: Device) -> None:
        """A round of each, in this order: what the first recorded comes to those after it."""
        for device in way:
            device.sync(thorough=False)


@pytest.fixture
def company(site: Site) -> Company:
    made = Company(site.device("a"), site.device("a2"), site.device("b", hall="B"), site.device("office", "office"))
    office = made.office.store
    for device in (made.a, made.a2, made.b, made.office):  # as `warm-window join` does
        pepper.adopt(device.folder, "5a" * 32)
    lines = [
        RosterLine(each.number, each.name, "一分公司", each.hall, "", each.post, each.role)
        for each in (LEARNER, TRAINER, OFFICE)
    ]
    people.import_staff(office, lines, now=at(7))
    done(people.set_pin(office, LEARNER.number, PIN, now=at(7)))
    done(actions.set_questions(office, OFFICE, QUESTIONS, now=at(7)))
    course = CourseSet(
        code=COURSE, title="温情服务", category=Category.SKILL, posts=("cashier",), due=TODAY, months=6, shown=5
    )
    done(actions.set_course(office, OFFICE, course, now=at(7)))
    return made


def state(device: Device) -> State:
    [own] = views.matrix(device.store, TODAY, number=LEARNER.number)
    return own.standings[COURSE].state


def kinds(device: Device) -> set[str]:
    return {event.kind for event in device.store.events()}


def test_a_course_from_its_plan_to_the_certificate(company: Company) -> None:
    """Planned in the office, held by a colleague of hall B on their own PC, answered in hall A, certified."""
    office, a, a2, b = company.office, company.a, company.a2, company.b
    plan = Plan(COURSE, TODAY, "09:00", "培训室", TRAINER.number)
    session = str(done(actions.plan(office.store, OFFICE, plan, now=at(7, 30))))
    company.carry(office, a, a2, b)
    assert actions.check_in(b.store, TRAINER, session, LEARNER.number, PIN, now=at(9)) is Attendance.PRESENT
    done(actions.mark(b.store, TRAINER, session, TRAINER.number, Attendance.PRESENT, "我是培训师", now=at(9, 1)))
    done(actions.close_session(b.store, TRAINER, session, now=at(11)))
    company.carry(b, a, office)
    for device in (a, office):
        held_on = views.session(device.store, session)
        assert held_on is not None
        said = {each.number: each for each in views.attendance(device.store, held_on)}
        assert (said["1001"].state, said["1101"].marked) == (Attendance.PRESENT, True)
    assert said["1101"].reason == "我是培训师"  # the office reads why, hall A does not

    # two PCs, two papers: the first fails, the second passes, the best counts
    first = done(actions.begin(a.store, LEARNER, OF, now=at(13)))
    done(actions.hand_in(a.store, LEARNER, first.id, [[1]] * 5, now=at(13, 5)))
    assert code(actions.begin(b.store, LEARNER, OF, now=at(14))) == "only_at_home"
    company.carry(a, office)
    assert tell_mistakes(office.store, now=at(13, 30)) == 1
    assert tell_mistakes(office.store, now=at(13, 31)) == 0
    company.carry(office, a, b)
    told = mistakes.last_wrong(b.store, TRAINER.number, COURSE, LEARNER.number)
    assert told is not None
    assert ((told[0].right, told[0].shown), len(told[1])) == ((0, 5), 5)  # answered in hall A, seen by the trainer
    assert mistakes.last_wrong(b.store, "1102", COURSE, LEARNER.number) is None
    assert "mistakes_told" not in kinds(a)
    second = done(actions.begin(a2.store, LEARNER, OF, now=at(14)))
    assert second.id != first.id
    grade = done(actions.hand_in(a2.store, LEARNER, second.id, [[0]] * 4 + [[1]], now=at(14, 5)))
    assert (grade.right, grade.passed) == (4, True)
    assert state(a) is State.DUE
    company.carry(a2, a, b, office)
    assert [state(each) for each in (a, b, office)] == [State.DONE] * 3
    assert len(papers.attempts(office.store, of=OF)) == 2

    # what was answered is on its own PC and in the office; the halls know of the pass alone
    assert len(mistakes.wrong(office.store, TRAINER.number, first.id)) == 5
    assert len(mistakes.wrong(a.store, LEARNER.number, first.id)) == 5
    assert mistakes.wrong(a.store, LEARNER.number, second.id) == ()
    elsewhere = {(e.kind, e.station) for e in a.store.events() if e.station != a.store.station}
    assert not {kind for kind, _ in elsewhere} & {"attempt_begun", "attempt_handed_in"}
    assert [each.handed_in for each in papers.attempts(a2.store, of=OF, staff=LEARNER.number)] == [True]

    assert done(actions.certify(office.store, OFFICE, now=at(15))) == 1
    company.carry(office, a)
    [held] = views.certificates(a.store, staff=LEARNER.number)
    assert (held.done, held.title) == (TODAY, "温情服务")
    for device in (a, b, office):
        before = views.matrix(device.store, TODAY)
        device.store.rebuild()
        assert views.matrix(device.store, TODAY) == before


def test_a_stolen_counter_neither_sets_courses_nor_gives_certificates(company: Company) -> None:
    """A pass that only a counter claims makes nobody certified: the office goes by the paper."""
    a, office = company.a, company.office
    company.carry(office, a)
    with a.store.transaction(at(12)) as tx:
        forged = facts.QuizPassed(of=OF, staff=LEARNER.number, day=TODAY)
        tx.record(forged, subject=f"attempt:{'0' * 32}", actor=LEARNER.number)
        tx.record(
            facts.TrainingCertified(course=COURSE, staff=LEARNER.number, done=TODAY),
            subject=certificate_subject(COURSE, LEARNER.number),
        )
    done(actions.set_course(a.store, None, views.courses(a.store)[0], now=at(12)))
    company.carry(a, office)
    assert "training_certified" not in kinds(office)
    assert "quiz_passed" in kinds(office)
    course = views.courses(office.store)[0]
    done(actions.set_course(office.store, OFFICE, replace(course, session=False), now=at(13)))
    assert state(office) is State.DONE
    assert actions.certify(office.store, OFFICE, now=at(15)) == 0


def test_who_passes_after_a_question_was_voided_is_told_in_their_hall(company: Company) -> None:
    a, office = company.a, company.office
    company.carry(office, a)
    found = done(actions.begin(a.store, LEARNER, OF, now=at(13)))
    done(actions.hand_in(a.store, LEARNER, found.id, [[0]] * 3 + [[1]] * 2, now=at(13, 5)))
    company.carry(a, office)
    for asked, newly in zip(found.paper[3:], (0, 1), strict=True):
        assert done(actions.void(office.store, OFFICE, COURSE, asked.code, "题干有误", now=at(14))) == newly
    company.carry(office, a)
    attempt = papers.attempt(a.store, found.id)
    assert (attempt.passed, attempt.regraded) == (True, True)
    assert state(a) is State.DUE  # of the session nothing is known


def test_a_paper_that_arrives_after_its_question_was_voided_passes_by_itself(company: Company) -> None:
    """Answered in a hall that had not heard of the voiding: nobody in the office has to think of it."""
    a, office = company.a, company.office
    company.carry(office, a)
    found = done(actions.begin(a.store, LEARNER, OF, now=at(13)))
    for asked in found.paper[3:]:
        assert done(actions.void(office.store, OFFICE, COURSE, asked.code, "题干有误", now=at(13, 2))) == 0
    grade = done(actions.hand_in(a.store, LEARNER, found.id, [[0]] * 3 + [[1]] * 2, now=at(13, 5)))
    assert (grade.right, grade.shown, grade.passed) == (3, 5, False)
    company.carry(a, office)
    told = PRACTICE.daily
    assert told is not None
    assert [told(office.store, now=at(14)), told(office.store, now=at(15))] == [1, 0]
    company.carry(office, a)
    assert papers.attempt(a.store, found.id).passed
