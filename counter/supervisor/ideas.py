"""发现与困难: discoveries, suggestions and difficulties of staff, answered by supervisor or office."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import moment
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextArea, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.diary import actions, views, words
from shared.practice.diary.facts import Outcome
from shared.practice.diary.views import DiaryEntry

_TITLE = QT_TRANSLATE_NOOP("Counter", "发现与困难")
_LINE = QT_TRANSLATE_NOOP("Counter", "给本人的一句话（本人在日记里看到）")
_WORDS, _ANSWER = QT_TRANSLATE_NOOP("Counter", "内容"), QT_TRANSLATE_NOOP("Counter", "结果")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter",
    "主动发现和建议：采纳、转办（经营管理部可见并处理）或不采纳；困难：已帮助解决或未能解决，经营管理部只看数目。",
)
_BUTTONS = {
    Outcome.ADOPTED: (QT_TRANSLATE_NOOP("Counter", "采纳"), "primary", "Ctrl+Return"),
    Outcome.PASSED_ON: (QT_TRANSLATE_NOOP("Counter", "转办"), "", "Ctrl+T"),
    Outcome.DECLINED: (QT_TRANSLATE_NOOP("Counter", "不采纳"), "", "Ctrl+K"),
    Outcome.HELPED: (QT_TRANSLATE_NOOP("Counter", "已帮助解决"), "primary", "Ctrl+G"),
    Outcome.UNSOLVED: (QT_TRANSLATE_NOOP("Counter", "未能解决"), "", "Ctrl+M"),
}
_DAYS_SHOWN = 180


class IdeasPage(Page[tuple[DiaryEntry, ...]]):
    """Lists the entries that the person may answer or has answered; below, the full text and the answer."""

    place = Place("ideas", _TITLE, "book", Act.SEE_HALL, Group.HALL, 7, Theme.SERVICE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[DiaryEntry] = Table(_TITLE, self._columns(), key=lambda entry: entry.id)
        self.words, self.answer_ = Text(wrap=True), Text(wrap=True)
        self.buttons = {outcome: Button(*_button_arguments(outcome)) for outcome in _BUTTONS}
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.table, 1)
        detail = Panel()
        for caption, text in ((_WORDS, self.words), (_ANSWER, self.answer_)):
            detail.box.addWidget(Text(caption, "caption"))
            detail.box.addWidget(text_below(text))
        self.body.addWidget(detail)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(None, *reversed(self.buttons.values())))
        self.table.moved.connect(self._on_row_changed)
        for outcome, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, outcome))

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of entries that wait for this person's answer."""
        return sum(views.awaits_answer(actor, each) for each in _read(store, actor, now))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[DiaryEntry, ...]]:
        actor, now = self.actor, self.session.now()
        return lambda store: _read(store, actor, now)

    def show_data(self, data: tuple[DiaryEntry, ...]) -> None:
        self.table.show_rows(data)
        self._on_row_changed(self.table.current())

    def _on_row_changed(self, entry: DiaryEntry | None) -> None:
        possible = views.outcomes(entry, self.actor) if entry else ()
        for outcome, button in self.buttons.items():
            button.setVisible(outcome in possible)
        self.words.setText(entry.text or "" if entry else "")
        self.answer_.setText(" · ".join(filter(None, (words.outcome(entry.outcome), entry.line))) if entry else "")

    def _ask(self, outcome: Outcome) -> None:
        entry = self.table.current()
        if entry is None:
            return
        title, look, _ = _BUTTONS[outcome]
        dialog = Dialog(self, title, self.session.here.name(entry.staff), ok=title, look=look or "primary")
        dialog.add("line", _LINE, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(
                asked, lambda store: actions.answer(store, self.actor, entry.id, outcome, values["line"], now=now)
            )

        dialog.ask(submit)

    def _columns(self) -> list[Column[DiaryEntry]]:
        def state(entry: DiaryEntry) -> str:
            return words.outcome(entry.outcome) if entry.outcome else say(_WAITING)

        def tone(entry: DiaryEntry) -> str:
            return "warn" if views.awaits_answer(self.actor, entry) else "good" if entry.outcome else ""

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "结果"), state, tone),
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"), lambda e: moment(e.at, self.session.now()), order=lambda e: e.at
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "类别"), lambda e: words.entry(e.entry)),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda e: self.session.here.hall_name(e.hall)),
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda e: self.session.here.name(e.staff)),
            Column(_WORDS, lambda e: (e.text or "").replace("\n", " "), stretch=True),
        ]


_WAITING = QT_TRANSLATE_NOOP("Counter", "待处理")


def _button_arguments(outcome: Outcome) -> tuple[object, str, str, str]:
    title, look, keys = _BUTTONS[outcome]
    return title, look, "", keys


def _read(store: Store, actor: Actor, now: int) -> tuple[DiaryEntry, ...]:
    return views.to_answer(store, actor, day_of(now) - timedelta(days=_DAYS_SHOWN))
