"""培训 and 竞赛: one course is held and can be sat, one is to come; a contest is closed."""

from datetime import timedelta
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, PREPARER, SUPERVISOR, Scene
from shared.demo.year.learning import questions
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.learning import actions, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Attendance, Category, ContestPlanned, CourseSet
from shared.practice.learning.papers import Attempt

_OFFICE = ACTORS[PREPARER]
_POSTS, _SHOWN = ("cashier", "consultant"), 5
_HELD, _COMING = "warmth", "skills"
_CAME = ("1001", "1002", "1003", "1005", "1101", "1102", "1104")
_SAT = {"1002": 5, "1003": 4, "1005": 5, "1101": 3, "1104": 4}  # right answers


def plan(scene: Scene, agenda: Agenda) -> None:
    """The course of last month; the coming one with its session; the contest between the two."""
    days = scene.of_month(scene.last_month)
    agenda.at(days[0], "09:15", partial(_announce, scene, agenda, _HELD, "温情服务意识", Category.AWARENESS))
    agenda.at(days[10], "09:15", partial(_contest, scene, agenda))
    agenda.at(scene.first, "07:12", partial(_announce, scene, None, _COMING, "熟练业务技能", Category.SKILL))


def _announce(scene: Scene, agenda: Agenda | None, code: str, title: str, category: Category, now: int) -> None:
    store, day = scene.store, scene.after(day_of(now), 4) if agenda else scene.after(scene.today, 3)
    done(actions.set_questions(store, _OFFICE, questions(code), now=now))
    course = CourseSet(
        code=code, title=title, category=category, posts=_POSTS, due=scene.today + timedelta(days=30), shown=_SHOWN
    )
    done(actions.set_course(store, _OFFICE, course, now=now))
    session = done(actions.plan(store, _OFFICE, Plan(code, day, "13:30", "培训室", SUPERVISOR), now=now))
    if agenda is not None:
        agenda.at(day, "16:00", partial(_hold, store, session))
        agenda.at(scene.after(day, 1), "12:30", partial(_sit, store, code))


def _hold(store: Store, session: str, now: int) -> None:
    trainer = ACTORS[SUPERVISOR]
    for number in _CAME:
        done(actions.mark(store, trainer, session, number, Attendance.PRESENT, "签到表签字", now=now))
    done(actions.close_session(store, trainer, session, now=now))


def _sit(store: Store, code: str, now: int) -> None:
    for number, right in _SAT.items():
        _answer(store, number, views.course_subject(code), right, now)
    done(actions.certify(store, _OFFICE, now=now))


def _answer(store: Store, number: str, of: str, right: int, now: int) -> None:
    attempt: Attempt = done(actions.begin(store, ACTORS[number], of, now=now))
    answers = [(0,) if place < right else (1,) for place in range(_SHOWN)]
    done(actions.hand_in(store, ACTORS[number], attempt.id, answers, now=now))


def _contest(scene: Scene, agenda: Agenda, now: int) -> None:
    """Theory alone, sat by most."""
    day = scene.after(day_of(now), 5)
    wanted = ContestPlanned("业务知识竞赛", day.year, day, _POSTS, bank=_HELD, shown=_SHOWN)
    subject = done(actions.plan_contest(scene.store, _OFFICE, wanted, now=now))
    agenda.at(day, "13:00", partial(_compete, scene.store, subject))


def _compete(store: Store, subject: str, now: int) -> None:
    for number, right in _SAT.items():
        _answer(store, number, subject, right, now)
    done(actions.close_contest(store, _OFFICE, subject, now=now))
