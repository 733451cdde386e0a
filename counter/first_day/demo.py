"""先看演示: the step that creates the demo hall and shows its PINs once."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QProgressBar

from counter.first_day.step import Step, place
from counter.kit.page import Page
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.demo import hall as demo
from shared.domain.actor import Actor
from shared.people import views, words
from shared.people.views import Person
from shared.qt.boxes import row

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "演示大厅在这个文件夹里。看完要用真的，换一个空文件夹（或删掉这个）重新开始：演示的数据不和真的混在一起。",
)
_MAKE = QT_TRANSLATE_NOOP("Counter", "建立演示大厅")
_FIRST = QT_TRANSLATE_NOOP("Counter", "请先建立演示大厅。")
_DONE = QT_TRANSLATE_NOOP("Counter", "演示大厅已建好。密码只显示这一次，请拍照或抄下来。")
_CREATING = QT_TRANSLATE_NOOP("Counter", "正在建立")


class DemoStep(Step, Page[tuple[Person, ...]]):
    """`pins`: staff number -> PIN, kept in memory only."""

    place = place("first_demo", QT_TRANSLATE_NOOP("Counter", "演示大厅"), "dawn")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.pins: dict[str, str] = {}
        self._running = False
        self.make, self.bar = Button(_MAKE, "primary", shortcut="Ctrl+Return"), QProgressBar(textVisible=False)
        self.table: Table[Person] = Table(
            QT_TRANSLATE_NOOP("Counter", "密码"), self._columns(), key=lambda person: person.number
        )
        named(self.bar, _CREATING)
        self.bar.hide()
        self.make.clicked.connect(self._create)
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        self.body.addLayout(row(self.make, None))
        self.body.addWidget(self.bar)
        self.body.addWidget(self.table, 1)

    def take_focus(self) -> None:
        self.make.setFocus()

    def refresh(self) -> None:
        if self.pins:
            super().refresh()

    def query(self) -> Callable[[Store], tuple[Person, ...]]:
        return lambda store: tuple(person for person in views.everyone(store) if person.number in self.pins)

    def show_data(self, data: tuple[Person, ...]) -> None:
        self.table.show_rows(data)
        self.state_changed()

    def missing(self) -> object:
        return "" if self.pins else _FIRST

    def may_go_back(self) -> bool:
        return not (self.session.loaded or self._running)

    def busy(self) -> bool:
        return self._running

    def _create(self) -> None:
        self._set_running(True)
        self.plan.hall = demo.HALL
        now, progress = self.session.now(), self.session.progress(self, self._show_progress)

        def work(store: Store) -> dict[str, str]:
            with store.transaction(now):
                return demo.fill(store, now=now, progress=progress)

        def made(pins: dict[str, str]) -> None:
            self.pins = pins
            self._set_running(False)
            self.make.setEnabled(False)
            self.notice.say(lambda: say(_DONE), "warn", 0)
            self.session.refresh()
            self.refresh()

        def refused(text: str) -> None:
            self._set_running(False)
            self.notice.say(text, "bad", 0)

        self.session.background.start()
        self.session.act(self, work, made, refused)

    def _set_running(self, runs: bool) -> None:
        self._running = runs
        self.make.setEnabled(not runs)
        self.bar.setRange(0, 0)
        self.bar.setVisible(runs)
        self.state_changed()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _columns(self) -> list[Column[Person]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda person: person.name),
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda person: person.number),
            Column(QT_TRANSLATE_NOOP("Counter", "角色"), lambda person: words.role(person.role)),
            Column(QT_TRANSLATE_NOOP("Counter", "密码"), lambda person: self.pins.get(person.number, ""), stretch=True),
        ]
