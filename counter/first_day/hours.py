"""营业时间: the step for the opening hours, published as a version of the policy (管理参数)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit import policy_fields
from counter.kit.page import Page
from counter.kit.policy_words import written
from counter.kit.words import Text, TextField, named
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.policy import Setting, settings
from shared.domain.policy_check import plain
from shared.domain.sections import Hours
from shared.qt.boxes import row
from shared.reference import actions, views

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter", "自助屏按这个时间开关，首问工单从营业时间起算。其余参数都有默认值，以后在“管理参数”里看和改。"
)


class HoursStep(Step, Page[dict[str, Any]]):
    """A field for each value of the policy section `Hours`, filled with the value in force."""

    place = place("first_hours", QT_TRANSLATE_NOOP("Counter", "营业时间"), "clock")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.fields: dict[str, tuple[Setting, TextField]] = {}
        self._meanings: dict[str, Text] = {}
        self._shown: dict[str, Any] = {}
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        for setting in settings(Hours):
            field, meaning = TextField(), Text(style="caption", wrap=True)
            field.setProperty("look", "big")
            named(field, setting.value.name)
            self.fields[setting.name], self._meanings[setting.name] = (setting, field), meaning
            field.returnPressed.connect(self.focusNextChild)
            for part in (meaning, field):
                self.body.addWidget(part)
        self.body.addLayout(row(None))
        self.body.addStretch(1)

    def take_focus(self) -> None:
        next(iter(self.fields.values()))[1].setFocus()

    def query(self) -> Callable[[Store], dict[str, Any]]:
        return lambda store: plain(views.policy(store)[Hours])

    def show_data(self, data: dict[str, Any]) -> None:
        for name, (setting, field) in self.fields.items():
            self._meanings[name].setText(f"{setting.value.name} · {setting.value.meaning}")
            if data != self._shown:  # otherwise keep what the person has typed
                field.setText(written(setting, data[name]))
        self._shown = data

    def keep(self, go_on: Callable[[], None]) -> None:
        body = {
            name: policy_fields.read(setting, field.text().strip()) for name, (setting, field) in self.fields.items()
        }
        now = self.session.now()

        def kept(_: int) -> None:
            self.notice.hide()
            go_on()

        self.act(lambda store: actions.publish(store, self.actor, "policy", {Hours.key: body}, now=now), kept)
