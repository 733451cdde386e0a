"""迟到的记录: what a kiosk that was away for more than 60 days brought: somebody lets it in, or leaves it aside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import moment
from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log import aside
from shared.daily_log.aside import Late
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "迟到的记录")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "自助屏 60 天以后才传上来的记录先放在汇聚库，由本厅的人看过再决定。")
_ALONE = QT_TRANSLATE_NOOP("Counter", "本机没有加入汇聚库。")
_SILENT = QT_TRANSLATE_NOOP("Counter", "现在问不到汇聚库，稍后自动再问。")
_LET_IN = QT_TRANSLATE_NOOP("Counter", "采用")
_LEAVE = QT_TRANSLATE_NOOP("Counter", "不采用")
_ASK_IN = QT_TRANSLATE_NOOP("Counter", "采用以后，它们和按时到达的记录一样计算。")
_ASK_OUT = QT_TRANSLATE_NOOP("Counter", "不采用的记录不再列出，也不参加任何计算。")


@dataclass(frozen=True)
class Shown:
    """One that waits, and what it says."""

    late: Late
    text: str


class LatePage(Page[tuple[Shown, ...] | str]):
    """One line an event; what is decided is decided about all of one device that are shown, or about one."""

    place = Place("late", _TITLE, "clock", Act.DEVICES, Group.HALL, 6, Theme.SERVICE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Shown] = Table(_TITLE, self._columns(), key=lambda shown: shown.late.id)
        self.note = Text(style="soft", wrap=True)
        self.let_in = Button(_LET_IN, "primary", "check", "Ctrl+Return")
        self.leave = Button(_LEAVE, "danger", shortcut="Ctrl+Delete")
        self.let_in.clicked.connect(lambda: self._decide(let_in=True))
        self.leave.clicked.connect(lambda: self._decide(let_in=False))
        self.table.moved.connect(self._moved)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.note, None, self.leave, self.let_in))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[Shown, ...] | str]:
        ask = self.session.ask_hub

        def read(store: Store) -> tuple[Shown, ...] | str:
            found = aside.waiting(ask) if ask else None
            if found is None:
                return str(_SILENT if ask else _ALONE)
            return tuple(Shown(late, aside.said(store, late)) for late in found)

        return read

    def show_data(self, data: tuple[Shown, ...] | str) -> None:
        self.table.show_rows(data if isinstance(data, tuple) else ())
        self.note.setText(say(data) if isinstance(data, str) else "")
        self._moved(self.table.current())

    def _moved(self, shown: Shown | None) -> None:
        self.let_in.setEnabled(shown is not None)
        self.leave.setEnabled(shown is not None)

    def _decide(self, *, let_in: bool) -> None:
        shown, ask = self.table.current(), self.session.ask_hub
        if shown is None or ask is None:
            return
        intro = f"{shown.late.device} · {self._at(shown)} · {shown.text}\n{say(_ASK_IN if let_in else _ASK_OUT)}"
        title, look = (_LET_IN, "primary") if let_in else (_LEAVE, "danger")
        dialog = Dialog(self, title, intro, ok=title, look=look)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(asked, lambda store: aside.decide(store, ask, self.actor, [shown.late], let_in=let_in, now=now))

        dialog.ask(submit)

    def _at(self, shown: Shown) -> str:
        return moment(shown.late.occurred_at, self.session.now())

    def _columns(self) -> list[Column[Shown]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "设备"), lambda shown: shown.late.device),
            Column(QT_TRANSLATE_NOOP("Counter", "时间"), self._at),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda shown: shown.text, stretch=True),
        ]
