"""The kiosk's top bar (hall, step, calls, clock) and foot (home, text size, colours, language)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.store.lobby import Called, Lobby
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.china_time import china_time
from shared.qt.elided import Elided
from shared.qt.sync_badge import SyncBadge
from shared.qt.translation import Translated
from shared.qt.widgets import Symbol, label

_TICK_MS = 5000
_CALLED = 2  # latest calls shown at most


class Head(Translated):
    """Logo, product, hall; the time on the right, far from where staff hold the corner."""

    def __init__(self, clock: Callable[[], int]) -> None:
        super().__init__()
        now = theme.current()
        self._now = clock
        self._name = Elided("strong")
        self._hall = Elided("soft")
        self._called = label(style="strong", tone="accent")
        self._numbers: tuple[Called, ...] = ()
        self._hall_name, self._step = "", (0, 0)
        self.clock = label(style="title", wrap=False)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._hall)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(now.px("wide"), now.px("room"), now.px("wide"), now.px("small"))
        row.setSpacing(now.px("gap"))
        row.addWidget(Symbol("logo", now.px("logo")))
        row.addLayout(names, 1)
        row.addWidget(self._called)
        self.sync = SyncBadge(brief=True)
        row.addWidget(self.sync)
        row.addWidget(self.clock)
        timer = QTimer(self, interval=_TICK_MS)
        timer.timeout.connect(self.tick)
        timer.start()
        self.tick()
        self.retranslate()

    def retranslate(self) -> None:
        self._name.setText(self.tr("暖窗"))
        step, steps = self._step
        step_text = self.tr("第{step}步/共{steps}步").format(step=step, steps=steps) if steps else ""
        self._hall.setText(" · ".join(filter(None, (step_text, self._hall_name))))
        self._show_calls()

    @property
    def called(self) -> str:
        """The called numbers as shown."""
        return self._called.text()

    def show_lobby(self, lobby: Lobby | None) -> None:
        """The hall's name, and the numbers that were called last."""
        self._hall_name = lobby.hall if lobby else ""
        self._numbers = lobby.called if lobby else ()
        self.retranslate()

    def show_step(self, step: tuple[int, int]) -> None:
        """Which step of how many the page is; (0, 0) says nothing."""
        if step != self._step:
            self._step = step
            self.retranslate()

    @property
    def step_and_hall(self) -> str:
        """The step and the hall as shown."""
        return self._hall.text()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._show_calls()
        return super().event(event)

    def _show_calls(self) -> None:
        """Show as many calls as fit; if not even one does, it wraps. The hall's name is shortened first."""
        text, room = self.tr("请 {number} 到{window}号窗口"), self._room_for_calls()
        calls = [text.format(number=called.label, window=called.window) for called in self._numbers[:_CALLED]]
        widths = [self._called.fontMetrics().horizontalAdvance(call) + 1 for call in calls]
        shown = len(calls) if max(widths, default=0) <= room else 1
        self._called.setText("\n".join(calls[:shown]))
        self._called.setFixedWidth(max(0, min(max(widths[:shown], default=0), room)))

    def _room_for_calls(self) -> int:
        """The width left for the calls beside everything else, px."""
        # No `itemAt`: Qt deletes layout items unknown to PySide, which may take a later event at the address for one.
        names = max(self._name.minimumSizeHint().width(), self._hall.minimumSizeHint().width())
        others = [part.minimumSizeHint().width() for part in (self.sync, self.clock) if not part.isHidden()]
        taken = names + theme.current().px("logo") + sum(others)
        gaps = (2 + len(others)) * self._row.spacing()
        margins = self._row.contentsMargins()
        return self.width() - taken - gaps - margins.left() - margins.right()

    def tick(self) -> None:
        self.clock.setText(china_time(self._now()).toString("HH:mm"))


class Foot(Translated):
    """The home button and three switches at the bottom of the screen, where everybody reaches them."""

    def __init__(self) -> None:
        super().__init__()
        now = theme.current()
        self.home = TouchButton("", "quiet", "home")
        self.home.setMinimumWidth(now.px("touch"))
        self.language = TouchButton("", "quiet", "language")
        self.senior = TouchButton("", "quiet", "senior")
        self.contrast = TouchButton("", "quiet", "contrast")
        for button, on in ((self.senior, now.senior), (self.contrast, now.contrast)):
            button.setCheckable(True)
            button.setChecked(on)
        frame = QFrame()
        frame.setObjectName("foot")
        row = QHBoxLayout(frame)
        row.setContentsMargins(now.px("room"), now.px("tight"), now.px("room"), now.px("tight"))
        row.addWidget(self.home, 0 if now.senior else 1)
        for button in (self.senior, self.contrast, self.language):
            row.addWidget(button, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame)
        self.retranslate()

    def retranslate(self) -> None:
        self.home.setAccessibleName(self.tr("首页"))
        self.home.setText("" if theme.current().senior else self.tr("首页"))  # large print leaves room for the sign
        self.language.setText(self.tr("English"))
        self.senior.setText(self.tr("标准字号") if theme.current().senior else self.tr("大字"))
        self.contrast.setText(self.tr("标准颜色") if theme.current().contrast else self.tr("高对比"))
