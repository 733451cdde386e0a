"""培训 and 竞赛: four courses, two of them with a quiz, for all windows and the related posts; two contests."""

from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random

import msgspec

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import APPROVER, HALLS, PREPARER, TRAINER, YEAR, Company, seeded
from shared.domain.roles import Role
from shared.people.rules import RosterLine
from shared.practice.learning import actions, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Attendance, Category, Choice, ContestPlanned, CourseSet
from shared.practice.learning.rules.quiz import Question

_POSTS, _RELATED = ("cashier", "consultant"), (Role.SUPERVISOR.value,)
_SHOWN = 5  # questions of a paper
_ABSENT, _FAILS = 0.04, 0.05
_PLACE, _SIGNED = "总公司培训室", "签到表签字"
_JUDGES = (PREPARER, APPROVER, TRAINER)
_RIGHT, _WRONG = (0,), (1,)


class _Course(msgspec.Struct, frozen=True):
    code: str
    title: str
    category: Category
    day: date
    quiz: bool = False


COURSES = (
    _Course("aims", "明确工作目标", Category.AIM, date(YEAR, 3, 12)),
    _Course("warmth", "温情服务意识", Category.AWARENESS, date(YEAR, 5, 14), quiz=True),
    _Course("skills", "熟练业务技能", Category.SKILL, date(YEAR, 8, 13), quiz=True),
    _Course("team", "加强队伍建设", Category.TEAM, date(YEAR, 10, 15)),
)
CONTESTS = (
    ContestPlanned("窗口业务知识竞赛", YEAR, date(YEAR, 6, 18), ("cashier",), bank="warmth", shown=_SHOWN),
    ContestPlanned("咨询岗位技能比武", YEAR, date(YEAR, 9, 17), ("consultant",), judges=_JUDGES, speed=True),
)
_ASKED = {
    "warmth": (
        ("首问责任人遇到不属于本职范围的事项，应当", ("热情接待、受理，不得推诿", "请用户自己去问")),
        ("一般事项的答复时间是", ("1—2个工作日", "一个月")),
        ("暂停服务5分钟，排队用户应在", ("5名以下", "20名以下")),
        ("温情接待要求在岗期间面向用户", ("保持微笑", "少说话")),
        ("主动发现是指", ("主动发觉用户的需求", "等用户开口")),
        ("来有迎声，去有", ("送声", "回声")),
    ),
    "skills": (
        ("过户更名时首先核对", ("产权证明和身份证件", "用户的电话号码")),
        ("IC卡补卡后旧卡", ("作废", "继续使用")),
        ("胶管使用年限一般为", ("18个月", "10年")),
        ("闻到燃气味应当", ("开窗、关阀、到室外打电话", "开灯查看")),
        ("用户结算的依据是", ("表底数", "口头说明")),
        ("阶梯气价按", ("年用气量分档", "楼层分档")),
    ),
}


def plan(company: Company, agenda: Agenda) -> None:
    """A course is announced a month before its session; who came sits the quiz on the next working days."""
    for course in COURSES:
        before = company.after(course.day, 0).replace(month=course.day.month - 1)
        agenda.at(company.after(before, 0), "09:15", partial(_announce, company, agenda, course))
    for contest in CONTESTS:
        hold = _theory if contest.bank else _practice
        agenda.at(company.after(contest.day.replace(day=1), 0), "09:15", partial(_plan, company, agenda, contest, hold))


def _announce(company: Company, agenda: Agenda, course: _Course, now: int) -> None:
    store, trainer = company.store, company.who(TRAINER, now)
    if course.quiz:
        done(actions.set_questions(store, trainer, questions(course.code), now=now))
    wanted = CourseSet(
        code=course.code,
        title=course.title,
        category=course.category,
        posts=_POSTS,
        related=_RELATED,
        due=date(YEAR, 12, 31),
        months=24 if course.category is Category.SKILL else 0,
        shown=_SHOWN if course.quiz else 0,
    )
    done(actions.set_course(store, trainer, wanted, now=now))
    session = done(actions.plan(store, trainer, Plan(course.code, course.day, "13:30", _PLACE, TRAINER), now=now))
    agenda.at(course.day, "16:20", partial(_hold, company, agenda, course, session))


def questions(bank: str) -> list[Question]:
    """The questions of a bank. The right choice is the first; papers shuffle them."""
    return [
        Question(bank, f"q{place}", 0, text, (Choice(right, right=True), Choice(wrong)))
        for place, (text, (right, wrong)) in enumerate(_ASKED[bank], start=1)
    ]


def _hold(company: Company, agenda: Agenda, course: _Course, session: str, now: int) -> None:
    """The signed list is entered; the session is closed, and who was absent stays on the list of the missing."""
    store, trainer, rng = company.store, company.who(TRAINER, now), seeded(f"course {course.code}")
    come = [line for line in company.people.values() if line.role is not Role.OFFICE and rng.random() >= _ABSENT]
    for line in come:
        done(actions.mark(store, trainer, session, line.number, Attendance.PRESENT, _SIGNED, now=now))
    done(actions.close_session(store, trainer, session, now=now))
    if course.quiz:
        for line in come:
            day = company.after(course.day, rng.randrange(1, 6))
            agenda.at(day, "12:30", partial(_answer, company, line, views.course_subject(course.code), rng))
        agenda.at(company.after(course.day, 7), "10:00", partial(_certify, company))


def _answer(company: Company, line: RosterLine, of: str, rng: Random, now: int) -> None:
    """One paper with this many right answers, whatever the order of its questions."""
    store, who = company.store, company.who(line.number, now)
    attempt = done(actions.begin(store, who, of, now=now))
    right = rng.randrange(2, 4) if rng.random() < _FAILS else rng.randrange(4, _SHOWN + 1)
    answers = [_RIGHT if place < right else _WRONG for place in range(_SHOWN)]
    done(actions.hand_in(store, who, attempt.id, answers, now=now + 60_000))


def _certify(company: Company, now: int) -> None:
    done(actions.certify(company.store, company.who(TRAINER, now), now=now))


Hold = Callable[[Company, ContestPlanned, str, int], None]


def _plan(company: Company, agenda: Agenda, contest: ContestPlanned, hold: Hold, now: int) -> None:
    subject = done(actions.plan_contest(company.store, company.who(TRAINER, now), contest, now=now))
    agenda.at(contest.day, "13:00", partial(hold, company, contest, subject))
    agenda.at(contest.day, "17:10", partial(_close, company, subject))


def _theory(company: Company, contest: ContestPlanned, subject: str, now: int) -> None:
    """Three or four of a hall's four cashiers take part."""
    rng = seeded(contest.title)
    for hall in HALLS:
        for line in rng.sample(company.staff_of(hall)[:-1], rng.randrange(3, 5)):
            _answer(company, line, subject, rng, now)


def _practice(company: Company, contest: ContestPlanned, subject: str, now: int) -> None:
    """Every consultant before three judges, and against the clock."""
    store, rng = company.store, seeded(contest.title)
    for hall in HALLS:
        number, skill = company.staff_of(hall)[-1].number, rng.randrange(70, 96)
        for judge in contest.judges:
            points = skill + rng.randrange(-3, 5)
            done(actions.mark_practice(store, company.who(judge, now), subject, number, points, now=now))
        time = rng.randrange(450, 900)
        done(actions.time_speed(store, company.who(TRAINER, now), subject, number, time, now=now))


def _close(company: Company, subject: str, now: int) -> None:
    done(actions.close_contest(company.store, company.who(TRAINER, now), subject, now=now))
