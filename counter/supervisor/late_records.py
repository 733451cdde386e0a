"""迟到记录: records that a kiosk sent after more than 60 days; a person accepts or rejects each."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import moment
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log import late_records
from shared.daily_log.late_records import Late
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.practice.inquiries import actions
from shared.practice.inquiries import views as inquiries
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "迟到记录")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "自助屏 60 天以后才传上来的记录先放在汇聚库，由本厅的人看过再决定。")
_NO_HUB = QT_TRANSLATE_NOOP("Counter", "本机没有加入汇聚库。")
_HUB_SILENT = QT_TRANSLATE_NOOP("Counter", "现在连不上汇聚库，稍后自动重试。")
_ACCEPT = QT_TRANSLATE_NOOP("Counter", "采用")
_REJECT = QT_TRANSLATE_NOOP("Counter", "不采用")
_ASK_ACCEPT = QT_TRANSLATE_NOOP("Counter", "采用以后，它们和按时到达的记录一样计算。")
_ASK_REJECT = QT_TRANSLATE_NOOP("Counter", "不采用的记录不再列出，也不参加任何计算。")
_IS_IT_RIGHT = QT_TRANSLATE_NOOP("Counter", "日期对吗？")
_ASK_TIME = QT_TRANSLATE_NOOP(
    "Counter",
    "从{since}到{until}没有任何记录。如果时钟没有拨错，请确认；确认以后，到期的用户信息才会清除。拨错了请先改正时钟。",
)
_RIGHT = QT_TRANSLATE_NOOP("Counter", "日期正确")
_CONFIRMED = QT_TRANSLATE_NOOP("Counter", "已确认。")


class LateRow(msgspec.Struct, frozen=True):
    """A late record and its text."""

    late: Late
    text: str


class LateData(msgspec.Struct, frozen=True):
    """The late records; `trouble`: why they are not known, ""; `span`: time to confirm (epoch ms), or None."""

    shown: tuple[LateRow, ...]
    trouble: str
    span: tuple[int, int] | None


class LatePage(Page[LateData]):
    """One line per record; below, if due, the question whether the clock is right."""

    place = Place("late", _TITLE, "clock", Act.DEVICES, Group.HALL, 6, Theme.SERVICE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[LateRow] = Table(_TITLE, self._columns(), key=lambda shown: shown.late.id)
        self.note = Text(style="soft", wrap=True)
        self.accept = Button(_ACCEPT, "primary", "check", "Ctrl+Return")
        self.reject = Button(_REJECT, "danger", shortcut="Ctrl+Delete")
        self.accept.clicked.connect(lambda: self._decide(let_in=True))
        self.reject.clicked.connect(lambda: self._decide(let_in=False))
        self.table.moved.connect(self._on_row_changed)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(Flow(self.note, None, self.reject, self.accept))
        self.body.addWidget(self._clock_panel())

    def _clock_panel(self) -> Panel:
        self.panel, self.question = Panel(_IS_IT_RIGHT), Text(wrap=True)
        self.right = Button(_RIGHT, "primary", "check")
        self.right.clicked.connect(self._confirm)
        self.panel.box.addWidget(self.question)
        self.panel.box.addLayout(row(None, self.right))
        self.panel.hide()
        return self.panel

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return int(inquiries.unconfirmed(store, now) is not None)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], LateData]:
        ask, now = self.session.ask_hub, self.session.now()

        def read(store: Store) -> LateData:
            found, span = late_records.waiting(ask) if ask else None, inquiries.unconfirmed(store, now)
            if found is None:
                return LateData((), str(_HUB_SILENT if ask else _NO_HUB), span)
            return LateData(tuple(LateRow(late, late_records.said(store, late)) for late in found), "", span)

        return read

    def show_data(self, data: LateData) -> None:
        self.table.show_rows(data.shown)
        self.note.setText(say(data.trouble) if data.trouble else "")
        self._on_row_changed(self.table.current())
        self.panel.setVisible(data.span is not None)
        if data.span:
            since, until = (full_day(day_of(at)) for at in data.span)
            self.question.setText(say(_ASK_TIME).format(since=since, until=until))

    def _confirm(self) -> None:
        if self.data is None or self.data.span is None:
            return
        (since, until), now = self.data.span, self.session.now()
        self.act(
            lambda store: actions.confirm_time(store, self.actor, since, until, now=now),
            lambda _: self.notice.say(say(_CONFIRMED)),
        )

    def _on_row_changed(self, shown: LateRow | None) -> None:
        self.accept.setEnabled(shown is not None)
        self.reject.setEnabled(shown is not None)

    def _decide(self, *, let_in: bool) -> None:
        shown, ask = self.table.current(), self.session.ask_hub
        if shown is None or ask is None:
            return
        intro = f"{shown.late.device} · {self._at(shown)} · {shown.text}\n{say(_ASK_ACCEPT if let_in else _ASK_REJECT)}"
        title, look = (_ACCEPT, "primary") if let_in else (_REJECT, "danger")
        dialog = Dialog(self, title, intro, ok=title, look=look)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(
                asked, lambda store: late_records.decide(store, ask, self.actor, [shown.late], let_in=let_in, now=now)
            )

        dialog.ask(submit)

    def _at(self, shown: LateRow) -> str:
        return moment(shown.late.occurred_at, self.session.now())

    def _columns(self) -> list[Column[LateRow]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "设备"), lambda shown: shown.late.device),
            Column(QT_TRANSLATE_NOOP("Counter", "时间"), self._at, order=lambda shown: shown.late.occurred_at),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda shown: shown.text, stretch=True),
        ]
