"""The countdown of a running pause: ring, stage in words, and the windows customers are sent to."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from counter.kit.ring import Ring, Stage
from counter.kit.words import Text, listed
from counter.session import CounterSession
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.views import Pause
from shared.qt import theme

_TICK_MS = 200


class Countdown(QWidget):
    """Shows one pause; beeps and comes to the front at each new stage. Emits `ticked` after each update.

    Where it is not visible it emits `alerted_hidden(text of the stage)` instead of beeping.
    """

    ticked = Signal()
    alerted_hidden = Signal(str)

    def __init__(self, session: CounterSession, style: str = "lead") -> None:
        super().__init__()
        self.session = session
        self.pause: Pause | None = None
        self.stage = Stage.RUNNING
        self.ring, self.state, self.sign = Ring(), Text(style=style, wrap=True), Text(style="soft", wrap=True)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        for text in (self.state, self.sign):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self.state)
        box.addWidget(self.ring, 1)
        box.addWidget(self.sign)

    def show_pause(self, pause: Pause | None) -> None:
        """Show this pause; None: no pause runs."""
        if pause is None or self.pause is None or pause.id != self.pause.id:
            self.stage = Stage.RUNNING
        self.pause = pause
        if pause is None:
            self._timer.stop()
            return
        go_to = listed(self.tr("{window}号窗口").format(window=window) for window in pause.go_to)
        self.sign.setText(self.tr("窗口牌显示：暂停服务，请到 {go_to}").format(go_to=go_to) if go_to else "")
        self._timer.start()
        self.tick()

    def tick(self) -> None:
        """Update ring and text from the clock; alert if a new stage has begun."""
        if self.pause is None:
            return
        elapsed, rule = self.elapsed(self.pause), self.session.here.policy[PausesPolicy]
        stage = Stage.of(elapsed, self.pause.seconds, rule)
        self.ring.set(elapsed, self.pause.seconds, stage)
        self.state.setText(self._stage_texts()[stage])
        if stage > self.stage:
            self._alert()
        self.stage = stage
        self.ticked.emit()

    def _alert(self) -> None:
        if self.isVisible():
            QApplication.beep()
            self.window().activateWindow()
        else:
            self.alerted_hidden.emit(self.state.text())

    def elapsed(self, pause: Pause) -> int:
        """Ms since its start: by the monotonic clock if it began at this PC, else by the time of day."""
        measured = self.session.measured(pause.id)
        return measured if measured is not None else max(0, self.session.now() - pause.at)

    def _stage_texts(self) -> tuple[str, ...]:
        return (
            self.tr("暂停服务中，好好歇一歇"),
            self.tr("还有不到半分钟，准备回到窗口"),
            self.tr("时间到了，请回到窗口"),
            self.tr("已超时，请尽快回到窗口"),
            self.tr("已超时，站长已收到提示"),
        )


class LockedCountdown(Countdown):
    """The countdown on the locked screen, with the person's name above; hidden when no pause runs."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(session, "title")
        self.name = Text(style="lead")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(0, self.name)
        self.hide()

    def show_pause(self, pause: Pause | None) -> None:
        super().show_pause(pause)
        self.setVisible(pause is not None)
        if pause is not None:
            text = self.tr("{name}（{window}号窗口）")
            self.name.setText(text.format(name=self.session.here.name(pause.staff), window=pause.window))
