"""窗口与业务: the step that assigns services to windows; a window without any calls all."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Check, Text, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.people.views import everyone
from shared.practice.line import actions, views, words
from shared.practice.line.facts import SERVICES
from shared.qt.boxes import row

_ALL = QT_TRANSLATE_NOOP("Counter", "全部业务")
_CHOOSE = QT_TRANSLATE_NOOP("Counter", "选择业务")
_INTRO = QT_TRANSLATE_NOOP("Counter", "{window}号窗口。都不选，就叫全部业务的号。")
_ABOUT = QT_TRANSLATE_NOOP(
    "Counter", "用户取号时选业务，号只叫到办这项业务的窗口。窗口按人员的窗口号列出；都办就什么都不用选。"
)
_ACROSS = 3


class WindowServices(msgspec.Struct, frozen=True):
    """A window, the names of its staff, and the codes of the services called to it (none: all)."""

    number: str
    people: tuple[str, ...]
    services: tuple[str, ...]


class ServicesStep(Step, Page[tuple[WindowServices, ...]]):
    """Lists the home windows of the staff."""

    place = place("first_services", QT_TRANSLATE_NOOP("Counter", "窗口与业务"), "queue")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[WindowServices] = Table(
            QT_TRANSLATE_NOOP("Counter", "窗口与业务"), self._columns(), key=lambda window: window.number
        )
        self.choose = Button(_CHOOSE, "primary", shortcut="Ctrl+Return")
        self.table.chosen_text = lambda: self.choose.words
        self.table.chosen.connect(lambda _: self._ask())
        self.table.moved.connect(lambda window: self.choose.unless((window is None, CHOOSE)))
        self.choose.clicked.connect(self._ask)
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(None, self.choose))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[WindowServices, ...]]:
        return _read

    def show_data(self, data: tuple[WindowServices, ...]) -> None:
        self.table.show_rows(data)
        self.choose.unless((self.table.current() is None, CHOOSE))

    def _ask(self) -> None:
        window = self.table.current()
        if window is None:
            return
        dialog = Dialog(
            self, _CHOOSE, say(_INTRO).format(window=window.number), ok=QT_TRANSLATE_NOOP("Counter", "确定")
        )
        boxes = {code: Check("") for code in SERVICES}
        for code, box in boxes.items():
            box.setText(words.service(code))
            box.setChecked(code in window.services)
        codes = list(boxes)
        for first in range(0, len(codes), _ACROSS):
            dialog.side_by_side(*((code, "", boxes[code]) for code in codes[first : first + _ACROSS]))
        dialog.ask(lambda asked, values: self._store(asked, window, values))

    def _store(self, asked: Dialog, window: WindowServices, values: Mapping[str, Any]) -> None:
        now, chosen = self.session.now(), tuple(code for code in SERVICES if values[code])
        self.answer(asked, lambda store: actions.choose_services_of(store, self.actor, window.number, chosen, now=now))

    def _columns(self) -> list[Column[WindowServices]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "窗口"), lambda window: window.number),
            Column(QT_TRANSLATE_NOOP("Counter", "人员"), lambda window: listed(window.people)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "业务"),
                lambda window: listed(map(words.service, window.services)) or say(_ALL),
                stretch=True,
            ),
        ]


def _read(store: Store) -> tuple[WindowServices, ...]:
    at: dict[str, list[str]] = {}
    for person in everyone(store, store.hall):
        if person.home:
            at.setdefault(person.home, []).append(person.name)
    return tuple(
        WindowServices(number, tuple(at[number]), views.services(store, store.hall, number))
        for number in sorted(at, key=lambda number: (len(number), number))
    )
