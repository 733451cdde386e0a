"""推广与交流: which halls adopt an experience, and the meetings about issues with their feedback."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.recorded_step import record_step
from counter.kit.scroll import text_below
from counter.kit.staff_typed import numbers_typed
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, TextArea, TextField, listed, say
from counter.store_type import Store
from shared.domain.workdays import day_of
from shared.practice.column import actions, words
from shared.practice.column.activities import Activity
from shared.practice.column.published import Item, Published
from shared.qt.boxes import row

_EXPERIENCES, _MEETINGS = QT_TRANSLATE_NOOP("Counter", "经验推广"), QT_TRANSLATE_NOOP("Counter", "交流会")
_PLAN = QT_TRANSLATE_NOOP("Counter", "新交流会")
_PRESENT = QT_TRANSLATE_NOOP("Counter", "登记参加")
_ISSUE, _TITLE = QT_TRANSLATE_NOOP("Counter", "哪一期"), QT_TRANSLATE_NOOP("Counter", "名称")
_DAY, _PLACE = QT_TRANSLATE_NOOP("Counter", "日期"), QT_TRANSLATE_NOOP("Counter", "地点")
_NUMBERS = QT_TRANSLATE_NOOP("Counter", "参加人员（工号或姓名，用空格分开）")
_NO_ISSUE = QT_TRANSLATE_NOOP("Counter", "还没有发布过服务之窗。")
_UNANSWERED = QT_TRANSLATE_NOOP("Counter", "未答复：{halls}")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")


class ExperienceRow(msgspec.Struct, frozen=True):
    """An experience, its issue, and how many halls may adopt it."""

    item: Item
    issue: Published
    halls: int


class AdoptionPart(QWidget):
    """Experiences at the left, meetings at the right."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._halls: Mapping[str, str] = {}
        self._issues: tuple[Published, ...] = ()
        self.experiences: Table[ExperienceRow] = Table(
            _EXPERIENCES, _experience_columns(), key=lambda each: each.item.story
        )
        self.meetings: Table[Activity] = Table(_MEETINGS, self._meeting_columns(), key=lambda each: each.activity)
        self.answers, self.feedback = Text(wrap=True), Text(wrap=True)
        self.plan = Button(_PLAN, shortcut="Ctrl+M")
        self.present = Button(_PRESENT, shortcut="Ctrl+J")
        self._build()

    def _build(self) -> None:
        left, right = Panel(_EXPERIENCES), Panel(_MEETINGS)
        left.box.addWidget(self.experiences, 1)
        left.box.addWidget(text_below(self.answers))
        right.box.addWidget(self.meetings, 1)
        right.box.addWidget(text_below(self.feedback))
        right.box.addLayout(Flow(self.plan, self.present, right=True))
        both = row(left, right)
        both.setStretch(0, 4)
        both.setStretch(1, 5)
        self.setLayout(both)
        self.setFocusProxy(self.experiences)
        self.experiences.moved.connect(self._on_experience_changed)
        self.meetings.moved.connect(self._on_meeting_changed)
        self.plan.clicked.connect(self._plan)
        self.present.clicked.connect(self._present)

    def show_adoption(
        self, issues: tuple[Published, ...], meetings: tuple[Activity, ...], halls: Mapping[str, str]
    ) -> None:
        """Show both lists; `halls`: code -> name of those with a supervisor."""
        self._halls, self._issues = halls, issues
        items = [(item, issue) for issue in issues for item in issue.items if item.adoptable]
        self.experiences.show_rows([ExperienceRow(item, issue, len(halls)) for item, issue in items])
        self.meetings.show_rows(meetings)
        self.plan.unless((not issues, _NO_ISSUE))

    def _on_experience_changed(self, each: ExperienceRow | None) -> None:
        answers = each.item.answers if each else ()
        lines = [f"{one.name}：{words.adoption(one.adoption.value)}，{one.line}" for one in answers]
        silent = [name for code, name in self._halls.items() if code not in {one.hall for one in answers}]
        if each is not None and silent:
            lines.append(say(_UNANSWERED).format(halls=listed(silent)))
        self.answers.setText("\n".join(lines))

    def _on_meeting_changed(self, each: Activity | None) -> None:
        ahead = each is not None and each.day > day_of(self._page.session.now())
        self.present.unless((each is None, CHOOSE), (ahead, words.REFUSALS["activity_ahead"]))
        counts = (each.answers or {}) if each else {}
        lines = [
            f"{words.question(question)} {words.mark(2)} {yes} · {words.mark(1)} {partly} · {words.mark(0)} {no}"
            for question, (no, partly, yes) in counts.items()
        ]
        self.feedback.setText("\n".join((*lines, *(each.lines if each else ()))))

    def _plan(self) -> None:
        page, today = self._page, day_of(self._page.session.now())
        issues = {each.issue: words.label("issue").format(year=each.year, number=each.number) for each in self._issues}
        dialog = Dialog(page, _PLAN, ok=_OK)
        dialog.side_by_side(
            ("issue", _ISSUE, choice(issues)), ("day", _DAY, DateField(page.session, today, lambda _day, _: True))
        )
        dialog.add("title", _TITLE, TextField())
        dialog.add("place", _PLACE, TextField())
        dialog.ask(
            lambda asked, values: record_step(
                self._page, asked, _PLAN, lambda store, now: actions.plan_activity(store, page.actor, **values, now=now)
            )
        )

    def _present(self) -> None:
        each, page = self.meetings.current(), self._page
        if each is None:
            return
        activity = each.activity
        dialog = Dialog(page, _PRESENT, each.title, ok=_OK)
        dialog.add("numbers", _NUMBERS, TextArea(lines=4))

        def work(values: Mapping[str, Any]) -> Callable[[Store, int], Any]:
            numbers = numbers_typed(page, values["numbers"])
            return lambda store, now: actions.set_attendance(store, page.actor, activity, numbers, now=now)

        dialog.ask(lambda asked, values: record_step(self._page, asked, _PRESENT, work(values)))

    def _meeting_columns(self) -> list[Column[Activity]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "日期"), lambda each: each.day.isoformat()),
            Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda each: each.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "参加"), lambda each: str(len(each.present)), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "反馈"), lambda each: str(each.answered), right=True),
        ]


def _experience_columns() -> list[Column[ExperienceRow]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "经验"), lambda each: each.item.title, stretch=True),
        Column(
            lambda: words.adoption("adopted"),
            lambda each: words.label("adoption").format(adopted=each.item.adopted, halls=each.halls),
            right=True,
        ),
    ]
