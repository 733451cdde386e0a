"""大厅: the step for the hall's name, branch and code. Nothing is written before its “next”."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit.page import Page
from counter.kit.words import Text, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.spelling import folded
from shared.people import hall_setup
from shared.people.views import Hall, hall

_NAME = QT_TRANSLATE_NOOP("Counter", "大厅名称，如“和平大厅”")
_BRANCH = QT_TRANSLATE_NOOP("Counter", "所属分公司，如“和平分公司”")
_CODE = QT_TRANSLATE_NOOP("Counter", "大厅代码（没有就不填，用名称代替；以后不能改）")
_ABOUT = QT_TRANSLATE_NOOP("Counter", "名称显示在自助屏、叫号屏和每张打印件上，以后可以再改。")


class HallStep(Step, Page["Hall | None"]):
    """Creates the journal in which all further steps store."""

    place = place("first_hall", QT_TRANSLATE_NOOP("Counter", "大厅"), "home")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.name, self.branch, self.code = TextField(), TextField(), TextField()
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        for field, label in ((self.name, _NAME), (self.branch, _BRANCH), (self.code, _CODE)):
            named(field, label)
            field.setProperty("look", "big")
            self.body.addWidget(Text(label, "caption"))
            self.body.addWidget(field)
            field.returnPressed.connect(self.focusNextChild)
        self.body.addStretch(1)

    def take_focus(self) -> None:
        self.name.setFocus()

    def refresh(self) -> None:
        if self.session.loaded:  # before, there is nothing to read
            super().refresh()

    def query(self) -> Callable[[Store], Hall | None]:
        return lambda store: hall(store)

    def show_data(self, data: Hall | None) -> None:
        if data is None or self.name.text():
            return
        for field, text in ((self.name, data.name), (self.branch, data.branch), (self.code, data.code)):
            field.setText(text)
        self.code.setEnabled(False)

    def keep(self, go_on: Callable[[], None]) -> None:
        name, branch, code = (field.text().strip() for field in (self.name, self.branch, self.code))
        now = self.session.now()
        if not (name and branch):
            self.notice.say(say(_NEEDED), "warn", 0)
            return
        if not self.session.loaded:
            self.plan.hall = folded(code or name)
            self.session.background.start()

        def kept(_: None) -> None:
            self.notice.hide()
            self.code.setEnabled(False)
            go_on()

        self.act(lambda store: hall_setup.set_up_hall(store, code, name, branch, now=now), kept)

    def may_go_back(self) -> bool:
        return not self.session.loaded


_NEEDED = QT_TRANSLATE_NOOP("Counter", "请填写大厅名称和分公司。")
