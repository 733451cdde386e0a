"""各期: the issues of the column: planned, published and reissued; the stories of the chosen one in order."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.recorded_step import record_step
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, TextArea, TextField, say
from counter.store_type import Store
from shared.domain import wording
from shared.domain.workdays import day_of
from shared.practice.column import actions, words
from shared.practice.column.editions import Reprint
from shared.practice.column.views import Issue, Step, Story
from shared.qt.boxes import row

_ISSUES, _STORIES = QT_TRANSLATE_NOOP("Counter", "各期"), QT_TRANSLATE_NOOP("Counter", "篇目")
_OPEN, _PLAN = QT_TRANSLATE_NOOP("Counter", "新一期"), QT_TRANSLATE_NOOP("Counter", "日期和标题")
_NUMBER, _DAY = QT_TRANSLATE_NOOP("Counter", "期号"), QT_TRANSLATE_NOOP("Counter", "发布日期")
_TITLE = QT_TRANSLATE_NOOP("Counter", "标题（可不填）")
_UP, _OUT = QT_TRANSLATE_NOOP("Counter", "上移"), QT_TRANSLATE_NOOP("Counter", "移出")
_PUBLISH, _REISSUE = QT_TRANSLATE_NOOP("Counter", "发布"), QT_TRANSLATE_NOOP("Counter", "再次发布")
_RETRACT = QT_TRANSLATE_NOOP("Counter", "撤下这一篇")
_NOTE, _REASON = QT_TRANSLATE_NOOP("Counter", "更正说明（读者会看到）"), QT_TRANSLATE_NOOP("Counter", "理由")
_FROZEN = QT_TRANSLATE_NOOP("Counter", "发布后不能再改；印出的不收回，电子版可以更正或撤下。")
_UNCHANGED_KEEP = QT_TRANSLATE_NOOP("Counter", "没有改动的篇目保持原样，已有的核稿和审核继续有效。")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_FIRST = QT_TRANSLATE_NOOP("Counter", "已经是第一篇。")
_MAX_ISSUES = 999


class StoryLine(msgspec.Struct, frozen=True):
    """One story of an issue: its place from 1, title, and state with tone."""

    place: int
    story: str
    title: str
    state: str
    tone: str


class IssuesPart(QWidget):
    """Issues at the left, the stories of the chosen one at the right."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._stories: Mapping[str, Story] = {}
        self._reprints: Mapping[str, tuple[Reprint, ...]] = {}
        self.issues: Table[Issue] = Table(_ISSUES, _issue_columns(), key=lambda each: each.issue)
        self.lines: Table[StoryLine] = Table(_STORIES, _line_columns(), key=lambda each: each.story)
        self.notes = Text(style="soft", wrap=True)
        self.open_button = Button(_OPEN, shortcut="Ctrl+I")
        self.plan = Button(_PLAN, shortcut="Ctrl+P")
        self.up, self.out = Button(_UP, shortcut="Alt+Up"), Button(_OUT, shortcut="Alt+Delete")
        self.retract = Button(_RETRACT, shortcut="Ctrl+Shift+Delete")
        self.publish = Button(_PUBLISH, "primary", "check", "Ctrl+Shift+Return")
        self._build()

    def _build(self) -> None:
        left, right = Panel(_ISSUES), Panel(_STORIES)
        left.box.addWidget(self.issues, 1)
        left.box.addLayout(Flow(self.open_button, self.plan, right=True))
        right.box.addWidget(self.lines, 1)
        right.box.addWidget(self.notes)
        right.box.addLayout(Flow(self.up, self.out, self.retract, self.publish, right=True))
        both = row(left, right)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        whole = QVBoxLayout(self)
        whole.addLayout(both, 1)
        self.setFocusProxy(self.issues)
        self.issues.moved.connect(self._on_issue_changed)
        self.lines.moved.connect(lambda _: self._update_buttons())
        self.open_button.clicked.connect(self._open)
        self.plan.clicked.connect(self._plan)
        self.up.clicked.connect(lambda: self._reorder(_moved_up))
        self.out.clicked.connect(lambda: self._reorder(_moved_out))
        self.retract.clicked.connect(self._retract)
        self.publish.clicked.connect(self._publish)

    def show_issues(
        self, issues: tuple[Issue, ...], stories: tuple[Story, ...], reprints: Mapping[str, tuple[Reprint, ...]]
    ) -> None:
        """Show the issues, given newest first."""
        self._stories, self._reprints = {each.story: each for each in stories}, reprints
        self.issues.show_rows(issues)

    def _on_issue_changed(self, issue: Issue | None) -> None:
        self.lines.show_rows(self._lines(issue) if issue else ())
        self.notes.setText("\n".join(_notes(issue)) if issue else "")
        self.publish.change(_REISSUE if issue and issue.edition else _PUBLISH)
        self._update_buttons()

    def _lines(self, issue: Issue) -> list[StoryLine]:
        if issue.edition:
            return [_printed_line(each) for each in self._reprints.get(issue.issue, ())]
        known = [self._stories[story] for story in issue.stories if story in self._stories]
        return [_draft_line(place, each) for place, each in enumerate(known, 1)]

    def _update_buttons(self) -> None:
        issue, line = self.issues.current(), self.lines.current()
        draft = issue is not None and not issue.edition
        changed = any(each.changed for each in self._reprints.get(issue.issue, ())) if issue else False
        none, no_line = (issue is None, CHOOSE), (line is None, CHOOSE)
        frozen = (not draft, words.REFUSALS["issue_frozen"])
        self.plan.unless(none, frozen)
        self.up.unless(none, frozen, no_line, (line is not None and line.place == 1, _FIRST))
        self.out.unless(none, frozen, no_line)
        self.retract.unless(none, (draft, words.REFUSALS["issue_not_published"]), no_line)
        self.publish.unless(none, (not draft and not changed, words.REFUSALS["nothing_to_reissue"]))

    def _open(self) -> None:
        page, today = self._page, day_of(self._page.session.now())
        year = today.year
        taken = [each.number for each in self.issues.rows.given if each.year == year]
        number = NumberField(_NUMBER, 1, _MAX_ISSUES)
        number.setValue(max(taken, default=0) + 1)
        dialog = Dialog(page, _OPEN, str(year), ok=_OK)
        dialog.side_by_side(
            ("number", _NUMBER, number), ("day", _DAY, DateField(page.session, today, lambda day, _: day >= today))
        )
        dialog.add("title", _TITLE, TextField())

        def work(values: Mapping[str, Any]) -> Callable[[Store, int], Any]:
            def open_and_plan(store: Store, now: int) -> Any:
                issue = actions.open_issue(store, page.actor, year, values["number"], now=now)
                if not isinstance(issue, str):
                    return issue
                return actions.plan(store, page.actor, issue, values["day"], values["title"], (), now=now)

            return open_and_plan

        dialog.ask(lambda asked, values: record_step(self._page, asked, _OPEN, work(values)))

    def _plan(self) -> None:
        issue, page = self.issues.current(), self._page
        if issue is None or issue.edition:
            return
        today, key, stories = day_of(page.session.now()), issue.issue, issue.stories
        title = TextField()
        title.setText(issue.title)
        dialog = Dialog(page, _PLAN, _issue_name(issue), ok=_OK)
        dialog.add("day", _DAY, DateField(page.session, issue.day or today, lambda _day, _: True))
        dialog.add("title", _TITLE, title)
        dialog.ask(
            lambda asked, values: record_step(
                self._page,
                asked,
                _PLAN,
                lambda store, now: actions.plan(
                    store, page.actor, key, values["day"], values["title"], stories, now=now
                ),
            )
        )

    def _reorder(self, change: Callable[[tuple[str, ...], str], tuple[str, ...]]) -> None:
        issue, line, page = self.issues.current(), self.lines.current(), self._page
        if issue is None or line is None:
            return
        now, key, title = page.session.now(), issue.issue, issue.title
        day, stories = issue.day or day_of(now), change(issue.stories, line.story)
        page.act(lambda store: actions.plan(store, page.actor, key, day, title, stories, now=now), lambda _: None)

    def _publish(self) -> None:
        issue, page = self.issues.current(), self._page
        if issue is None:
            return
        key, reissue = issue.issue, issue.edition > 0
        name = _REISSUE if reissue else _PUBLISH
        dialog = Dialog(page, name, f"{_issue_name(issue)}\n{say(_UNCHANGED_KEEP if reissue else _FROZEN)}", ok=name)
        if reissue:
            dialog.add("note", _NOTE, TextArea())

        def work(values: Mapping[str, Any]) -> Callable[[Store, int], Any]:
            if reissue:
                return lambda store, now: actions.reissue(store, page.actor, key, values["note"], now=now)
            return lambda store, now: actions.publish(store, page.actor, key, now=now)

        dialog.ask(lambda asked, values: record_step(self._page, asked, name, work(values)))

    def _retract(self) -> None:
        line, page = self.lines.current(), self._page
        if line is None:
            return
        key = line.story
        dialog = Dialog(page, _RETRACT, line.title, ok=_RETRACT, look="danger")
        dialog.add("reason", _REASON, TextArea())
        dialog.ask(
            lambda asked, values: record_step(
                self._page,
                asked,
                _RETRACT,
                lambda store, now: actions.retract(store, page.actor, key, values["reason"], now=now),
            )
        )


def _issue_name(issue: Issue) -> str:
    return words.label("issue").format(year=issue.year, number=issue.number)


def _moved_up(stories: tuple[str, ...], story: str) -> tuple[str, ...]:
    order, place = list(stories), stories.index(story)
    order[place - 1], order[place] = order[place], order[place - 1]
    return tuple(order)


def _moved_out(stories: tuple[str, ...], story: str) -> tuple[str, ...]:
    return tuple(each for each in stories if each != story)


def _draft_line(place: int, each: Story) -> StoryLine:
    tone = "good" if each.step is Step.READY else "warn"
    return StoryLine(place, each.story, each.title or each.edited, words.step(each.step.value), tone)


def _notes(issue: Issue) -> Iterator[str]:
    """Day and title of an issue, and the notes of its later editions."""
    yield " · ".join(filter(None, (wording.day(issue.day) if issue.day else "", issue.title)))
    yield from issue.published.notes if issue.published else ()


_SAME, _CHANGED = QT_TRANSLATE_NOOP("Counter", "照旧"), QT_TRANSLATE_NOOP("Counter", "有更正待发布")


def _printed_line(each: Reprint) -> StoryLine:
    return StoryLine(
        each.place, each.story, each.title, say(_CHANGED if each.changed else _SAME), "warn" if each.changed else "good"
    )


_PREPARED = QT_TRANSLATE_NOOP("Counter", "编排中")


def _state(each: Issue) -> str:
    return words.label("edition").format(edition=each.edition) if each.edition else say(_PREPARED)


def _issue_columns() -> list[Column[Issue]]:
    return [
        Column(_ISSUES, _issue_name, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "状态"), _state, lambda each: "good" if each.edition else "warn"),
    ]


def _line_columns() -> list[Column[StoryLine]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "序"), lambda each: str(each.place), right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "状态"), lambda each: each.state, lambda each: each.tone),
    ]
