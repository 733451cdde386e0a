"""问候墙: greetings to one colleague or everybody, in all halls; removed by their author or the office."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.clock import moment
from counter.kit.page import AnyPage
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextField, named
from shared.domain.roles import Role
from shared.practice.happiness import actions
from shared.practice.happiness.views import Greeting
from shared.qt.boxes import column, row

_TO = QT_TRANSLATE_NOOP("Counter", "送给")


class Greetings(QWidget):
    """The greetings, newest first, and a line to write one."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self.page = page
        self.to = choice({})
        self.words = TextField(QT_TRANSLATE_NOOP("Counter", "写一句问候"))
        self.send = Button(QT_TRANSLATE_NOOP("Counter", "送出"), "primary", "heart")
        self.remove = Button(QT_TRANSLATE_NOOP("Counter", "撤下"), "quiet", shortcut="Ctrl+Delete")
        self.table: Table[Greeting] = Table(
            QT_TRANSLATE_NOOP("Counter", "问候墙"), self._columns(), key=lambda greeting: greeting.id
        )
        self._now = 0
        self._build()

    def take_focus(self) -> None:
        """Put the cursor into the text field."""
        self.words.setFocus()

    def show_board(self, board: tuple[Greeting, ...], now: int) -> None:
        """Show the greetings of all halls; `now` in epoch ms."""
        self._now = now
        here, own = self.page.session.here, self.page.actor.number
        self.to.refill({"": self.tr("大家")} | {n: here.full_name(n) for n in here.people if n != own})
        self.table.show_rows(board)
        self._update_buttons(self.table.current())

    def _build(self) -> None:
        named(self.to, _TO)
        self.send.clicked.connect(self._send)
        self.words.returnPressed.connect(self._send)
        self.remove.clicked.connect(self._remove)
        self.table.moved.connect(self._update_buttons)
        line = row(self.words, self.send)
        line.setStretch(0, 1)
        box = column(self.table, row(Text(_TO, "caption"), self.to, None, self.remove), line, spacing="small")
        box.setStretchFactor(self.table, 1)
        self.setLayout(box)

    def _send(self) -> None:
        to, text, now, actor = self.to.currentData(), self.words.text(), self.page.session.now(), self.page.actor

        def sent(greeting: str) -> None:
            self.table.select(greeting)
            self.words.clear()
            self.page.notice.say(self.tr("已送出，所有大厅都能看到。"))

        self.page.act(lambda store: actions.greet(store, actor, text, to, now=now), sent)

    def _remove(self) -> None:
        greeting, now, actor = self.table.current(), self.page.session.now(), self.page.actor
        if greeting is not None:
            self.page.act(
                lambda store: actions.remove_greeting(store, actor, greeting.id, now=now),
                lambda _: self.page.notice.say(self.tr("已撤下。")),
            )

    def _update_buttons(self, greeting: Greeting | None) -> None:
        actor = self.page.actor
        own = greeting is not None and greeting.staff == actor.number
        self.remove.setEnabled(greeting is not None and (own or actor.role is Role.OFFICE))

    def _columns(self) -> list[Column[Greeting]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "时间"), lambda g: moment(g.at, self._now), order=lambda g: g.at),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda g: self.page.session.here.hall_name(g.hall)),
            Column(QT_TRANSLATE_NOOP("Counter", "谁"), lambda g: g.name),
            Column(_TO, lambda g: g.to_name or self.tr("大家")),
            Column(QT_TRANSLATE_NOOP("Counter", "问候"), lambda g: g.text, stretch=True),
        ]
