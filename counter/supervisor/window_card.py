"""A card of the live board: a window, who is there, the number served or the pause, with its time."""

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import clock, length
from counter.kit.panel import Panel
from counter.kit.ring import Stage
from counter.kit.words import Text, say
from counter.session import CounterSession
from shared.people.views import PersonToday
from shared.practice.line.views import Number
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.views import Pause
from shared.qt import theme
from shared.qt.boxes import column, row
from shared.qt.widgets import Avatar, set_property

_WINDOW = QT_TRANSLATE_NOOP("Counter", "{window}号窗口")
_NO_WINDOW = QT_TRANSLATE_NOOP("Counter", "未定窗口")
_FREE = QT_TRANSLATE_NOOP("Counter", "空闲")
_SINCE = QT_TRANSLATE_NOOP("Counter", "{at} 叫号，已 {length}")
_PAUSED = QT_TRANSLATE_NOOP("Counter", "暂停服务")
_LEFT = QT_TRANSLATE_NOOP("Counter", "还剩 {length}")
_OVER = QT_TRANSLATE_NOOP("Counter", "已超时 {length}")
_TONES = ("warn", "warn", "warn", "bad", "bad")


class AtWindow(msgspec.Struct, frozen=True):
    """A person on duty, the number they serve, and their running pause."""

    person: PersonToday
    serving: Number | None
    pause: Pause | None


class WindowCard(Panel):
    """`show_window` shows a state, `tick` updates its time."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self.session = session
        self._shown: AtWindow | None = None
        self.window_label, self.name = Text(style="strong"), Text(style="soft")
        self.state, self.time = Text(style="number"), Text(style="caption")
        self._face = row(spacing="small")
        head = row(None)
        head.insertLayout(0, self._face)
        head.insertLayout(1, column(self.window_label, self.name, spacing="hair"))
        self.box.addLayout(head)
        self.box.addWidget(self.state)
        self.box.addWidget(self.time)
        self.setFixedWidth(theme.current().px("form") * 2 // 5)

    def show_window(self, shown: AtWindow) -> None:
        """Show who is there and what they do."""
        person = shown.person
        if self._shown is None or (self._shown.person.name, self._shown.person.photo) != (person.name, person.photo):
            while item := self._face.takeAt(0):
                if old := item.widget():
                    old.deleteLater()
            self._face.addWidget(Avatar(person.name, person.photo, theme.current().px("wide"), person.number))
        self._shown = shown
        self.window_label.setText(say(_WINDOW).format(window=person.window) if person.window else say(_NO_WINDOW))
        self.name.setText(person.name)
        self.tick()

    def tick(self) -> None:
        """Update texts and times."""
        if self._shown is None:
            return
        state, time, tone = self._texts(self._shown, self.session.now())
        self.state.setText(state)
        self.time.setText(time)
        set_property(self.state, "tone", tone)
        self.setAccessibleName(" ".join((self.window_label.text(), self.name.text(), state, time)))

    def _texts(self, shown: AtWindow, now: int) -> tuple[str, str, str]:
        if pause := shown.pause:
            lasted = pause.lasted(now)
            left = pause.seconds * 1000 - lasted
            tone = _TONES[Stage.of(lasted, pause.seconds, self.session.here.policy[PausesPolicy])]
            text = say(_LEFT).format(length=length(left)) if left > 0 else say(_OVER).format(length=length(-left))
            return say(_PAUSED), text, tone
        if number := shown.serving:
            since = number.called_at or now
            return number.label, say(_SINCE).format(at=clock(since), length=length(now - since)), "accent"
        return say(_FREE), "", "soft"
