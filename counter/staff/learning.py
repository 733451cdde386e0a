"""我的培训: a person's courses and contests, the quiz, their wrong answers; for judges the points to give."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedWidget

from counter.kit import learning
from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.staff.quiz import Quiz
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.workdays import day_of
from shared.practice.learning import actions, contests, mistakes, papers, views, words
from shared.practice.learning.contests import Contest
from shared.practice.learning.contests import Place as ContestPlace
from shared.practice.learning.mistakes import Wrong
from shared.practice.learning.papers import Attempt, Grade, PaperItem
from shared.practice.learning.views import OPEN, Skill, SkillsCard
from shared.qt.boxes import column

_TITLE = QT_TRANSLATE_NOOP("Counter", "我的培训")
_COURSES, _CONTESTS = QT_TRANSLATE_NOOP("Counter", "我的课程"), QT_TRANSLATE_NOOP("Counter", "竞赛")
_QUIZ, _THEORY = QT_TRANSLATE_NOOP("Counter", "开始考试"), QT_TRANSLATE_NOOP("Counter", "理论答题")
_JUDGE, _OK = QT_TRANSLATE_NOOP("Counter", "实操打分"), QT_TRANSLATE_NOOP("Counter", "确定")
_POINTS, _WHO = QT_TRANSLATE_NOOP("Counter", "得分（0–100）"), QT_TRANSLATE_NOOP("Counter", "选手")
_RIGHT = QT_TRANSLATE_NOOP("Counter", "交卷：答对 {right}/{shown}，{outcome}。")
_PASSED, _FAILED = QT_TRANSLATE_NOOP("Counter", "合格"), QT_TRANSLATE_NOOP("Counter", "未合格，可以再考")
_HANDED_IN = QT_TRANSLATE_NOOP("Counter", "已交卷，竞赛结束后公布名次。")
_ELSEWHERE = QT_TRANSLATE_NOOP("Counter", "错题只在答题的那台电脑上、培训师和经营管理部能看。")
_ALL_RIGHT = QT_TRANSLATE_NOOP("Counter", "上一份试卷全部答对。")
_PLACED = QT_TRANSLATE_NOOP("Counter", "第 {place} 名，{total} 分")
_NO_COURSE, _NO_CONTEST = QT_TRANSLATE_NOOP("Counter", "没有要学的课程。"), QT_TRANSLATE_NOOP("Counter", "还没有竞赛。")
_NOT_LISTED = QT_TRANSLATE_NOOP("Counter", "您不在参赛名单。")
_NAME_FIRST = QT_TRANSLATE_NOOP("Counter", "输入工号或姓名")


class OwnSkills(msgspec.Struct, frozen=True):
    """A person's skills, and by course the wrong answers of their last paper, None if it is not on this PC."""

    card: SkillsCard | None
    wrong: Mapping[str, tuple[Wrong, ...] | None]


class CoursesPart(PageTab):
    """The tab 我的课程."""

    title = _COURSES

    def __init__(self, page: "LearningPage") -> None:
        super().__init__(page)
        self._data: OwnSkills | None = None
        self.head, self.below = Text(style="lead", wrap=True), Text(wrap=True)
        self.table: Table[Skill] = Table(_COURSES, self._columns(), key=lambda s: s.course.code)
        self.quiz = Button(_QUIZ, "primary", "check", "Ctrl+Return")
        self.setLayout(column(self.head, self.table, text_below(self.below), Flow(self.quiz, right=True)))
        self.table.moved.connect(self._on_row_changed)
        self.table.chosen.connect(lambda skill: page.begin(views.course_subject(skill.course.code)))
        self.quiz.clicked.connect(lambda: page.begin(self._subject()))
        self._on_row_changed(None)

    def _subject(self) -> str:
        skill = self.table.current()
        return views.course_subject(skill.course.code) if skill else ""

    def query(self) -> Callable[[Store], OwnSkills]:
        number, today = self.page.actor.number, day_of(self.page.session.now())

        def read(store: Store) -> OwnSkills:
            card = views.skills(store, number, today)
            courses = [each.course.code for each in card.skills] if card else []
            return OwnSkills(card, {code: _last_wrong(store, number, code) for code in courses})

        return read

    def show_part(self, data: OwnSkills) -> None:
        self._data = data
        self.head.setText(learning.skills_text(data.card).partition("\n")[0] if data.card else "")
        self.table.show_rows(data.card.skills if data.card else ())

    def take_focus(self) -> None:
        self.table.setFocus()

    def _on_row_changed(self, skill: Skill | None) -> None:
        self.quiz.unless((skill is None, _NO_COURSE), (skill and not skill.course.shown, words.REFUSALS["no_quiz"]))
        self.below.setText(self._skill_text(skill) if skill else "")

    def _skill_text(self, skill: Skill) -> str:
        wrong = self._data.wrong.get(skill.course.code) if self._data else None
        said = learning.skill_text(skill, own=True)
        if wrong is None:
            return f"{said}\n{say(_ELSEWHERE)}" if skill.course.shown else said
        return f"{said}\n{learning.wrong_answers_text(wrong) if wrong else say(_ALL_RIGHT)}"

    def _columns(self) -> list[Column[Skill]]:
        return [
            Column(learning.STATE, lambda s: words.state(s.standing.state.value), lambda s: learning.tone(s.standing)),
            Column(learning.COURSE, lambda s: s.course.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "类别"), lambda s: words.category(s.course.category.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "期限"), lambda s: learning.last_day(s.standing)),
        ]


def _last_wrong(store: Store, number: str, course: str) -> tuple[Wrong, ...] | None:
    own = [a for a in papers.attempts(store, of=views.course_subject(course), staff=number) if a.handed_in and a.paper]
    return mistakes.wrong(store, number, own[-1].id) if own else None


class ContestRow(msgspec.Struct, frozen=True):
    """A contest as a person sees it: `listed` as contestant, `taken`: paper handed in, `place` once it is closed."""

    contest: Contest
    listed: bool
    taken: bool
    place: ContestPlace | None
    judged: Mapping[str, str]  # contestants by number, for a judge


class ContestsPart(PageTab):
    """The tab 竞赛: all contests with the person's part in them."""

    title = _CONTESTS

    def __init__(self, page: "LearningPage") -> None:
        super().__init__(page)
        self.table: Table[ContestRow] = Table(_CONTESTS, self._columns(), key=lambda t: t.contest.id)
        self.theory, self.judge = Button(_THEORY, "primary", "check", "Ctrl+Return"), Button(_JUDGE, shortcut="Ctrl+J")
        self.setLayout(column(self.table, Flow(self.judge, self.theory, right=True)))
        self.table.moved.connect(self._on_row_changed)
        self.theory.clicked.connect(lambda: page.begin(told.contest.id if (told := self.table.current()) else ""))
        self.judge.clicked.connect(self._judge)
        self._on_row_changed(None)

    def query(self) -> Callable[[Store], tuple[ContestRow, ...]]:
        number = self.page.actor.number
        return lambda store: tuple(_contest_row(store, each, number) for each in contests.contests_of(store))

    def show_part(self, data: tuple[ContestRow, ...]) -> None:
        self.table.show_rows(data)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _on_row_changed(self, told: ContestRow | None) -> None:
        unavailable = (told is None, _NO_CONTEST), (told and told.contest.closed, words.REFUSALS["contest_closed"])
        self.theory.unless(
            *unavailable,
            (told and not told.contest.rounds.theory, words.REFUSALS["no_quiz"]),
            (told and not told.listed, _NOT_LISTED),
            (told and told.taken, words.REFUSALS["contest_once"]),
        )
        self.judge.unless(*unavailable, (told and not told.judged, words.REFUSALS["not_a_judge"]))

    def _judge(self) -> None:
        told, page = self.table.current(), self.page
        if told is None:
            return
        who, points = choice(told.judged), NumberField(_POINTS, 0, 100)
        who.allow_typing(_NAME_FIRST)
        dialog = Dialog(page, _JUDGE, told.contest.plan.title, ok=_OK)
        dialog.side_by_side(("who", _WHO, who), ("points", _POINTS, points))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, subject = page.session.now(), told.contest.id
            page.answer(
                asked,
                lambda s: actions.mark_practice(s, page.actor, subject, values["who"], values["points"], now=now),
            )

        dialog.ask(submit)

    def _columns(self) -> list[Column[ContestRow]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "日期"), lambda t: text.day(t.contest.plan.day)),
            Column(_CONTESTS, lambda t: t.contest.plan.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "结果"), _result, lambda t: "good" if t.place else "soft"),
        ]


def _result(told: ContestRow) -> str:
    if told.place is None:
        return say(_RUNNING if told.contest.closed is None else _OVER)
    return say(_PLACED).format(place=told.place.place, total=decimal(told.place.total))


_RUNNING, _OVER = QT_TRANSLATE_NOOP("Counter", "未结束"), QT_TRANSLATE_NOOP("Counter", "已结束")


def _contest_row(store: Store, found: Contest, number: str) -> ContestRow:
    people = contests.contestants(store, found)
    judged = {each.number: f"{each.number} {each.name}" for each in people} if number in found.plan.judges else {}
    return ContestRow(
        contest=found,
        listed=any(each.number == number for each in people),
        taken=any(each.handed_in for each in papers.attempts(store, of=found.id, staff=number)),
        place=next((each for each in contests.places(store, found.id) if each.staff == number), None),
        judged=judged,
    )


class LearningPage(PageOfTabs):
    """The tabs; the quiz replaces them while a paper is answered."""

    place = Place("learning", _TITLE, "book", None, Group.EVERYBODY, 4, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.quiz = Quiz(self)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.quiz)
        self.quiz.chosen.connect(self._store_answers)
        self.quiz.handed_in.connect(self._hand_in)
        self.quiz.left.connect(self._show_lists)

    def tab_types(self) -> Sequence[type[PageTab]]:
        return CoursesPart, ContestsPart

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of courses still to do, or to repeat."""
        own = views.matrix(store, day_of(now), number=actor.number)
        return sum(each.state in OPEN for one in own for each in one.standings.values())

    def take_focus(self) -> None:
        if self.stack.currentWidget() is self.quiz:
            self.quiz.take_focus()
        else:
            super().take_focus()

    def begin(self, of: str) -> None:
        """Begin the paper of a course or contest `of`, or go on with the one begun at this PC."""
        now = self.session.now()

        def work(store: Store) -> Any:
            found = actions.begin(store, self.actor, of, now=now)
            if not isinstance(found, Attempt):
                return found
            return found, papers.items(store, found), papers.kept(store, found.id)

        if of:
            self.act(work, self._show_paper)

    def _show_paper(self, given: tuple[Attempt, tuple[PaperItem, ...], tuple[tuple[int, ...], ...]]) -> None:
        self.quiz.show_paper(*given)
        self.stack.setCurrentWidget(self.quiz)
        self.quiz.take_focus()

    def _store_answers(self, attempt: Attempt, answers: list[list[int]]) -> None:
        """Store the answers at each choice, so that the paper survives a stop of this PC."""
        now = self.session.now()
        self.session.read(
            self, lambda store: actions.keep(store, self.actor, attempt.id, answers, now=now), lambda _: None
        )

    def _hand_in(self, attempt: Attempt, answers: list[list[int]]) -> None:
        now = self.session.now()
        contest = attempt.of.startswith("contest:")

        def show_grade(grade: Grade) -> None:
            self._show_lists()
            outcome = say(_PASSED if grade.passed else _FAILED)
            said = say(_RIGHT).format(right=grade.right, shown=grade.shown, outcome=outcome)
            self.notice.say(say(_HANDED_IN) if contest else said, "good" if contest or grade.passed else "warn", 20)

        self.act(lambda store: actions.hand_in(store, self.actor, attempt.id, answers, now=now), show_grade)

    def _show_lists(self) -> None:
        self.stack.setCurrentWidget(self.tabs)
        self.take_focus()
