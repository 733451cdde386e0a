"""The running pauses with their times, as chips."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel

from counter.kit.clock import length
from counter.kit.panel import Panel
from counter.kit.ring import Stage
from counter.session import CounterSession
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.views import Pause
from shared.qt import theme
from shared.qt.widgets import clear, label, set_property

_TICK_MS = 1000
_TONES = ("good", "warn", "warn", "bad", "bad")


class RunningPauses(Panel):
    """A chip for each running pause; hidden when nobody is paused."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(look="quiet")
        self.session = session
        self._pauses: tuple[Pause, ...] = ()
        self._labels: list[QLabel] = []
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.current().px("gap"))
        self.box.addLayout(self._chips)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    def show_pauses(self, pauses: tuple[Pause, ...]) -> None:
        """Show these pauses; their times tick by themselves."""
        self._pauses = pauses
        clear(self._chips)
        self._labels = [label(wrap=False) for _ in pauses]
        for chip in self._labels:
            chip.setProperty("look", "chip")
            self._chips.addWidget(chip)
        self._chips.addStretch(1)
        self.setVisible(bool(pauses))
        if pauses:
            self._timer.start()
            self._tick()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        now, rule = self.session.now(), self.session.here.policy[PausesPolicy]
        for chip, pause in zip(self._labels, self._pauses, strict=True):
            text = self.tr("{name}（{window}号窗口）暂停中 {length}")
            chip.setText(
                text.format(
                    name=self.session.here.name(pause.staff), window=pause.window, length=length(pause.lasted(now))
                )
            )
            set_property(chip, "tone", _TONES[Stage.of(pause.lasted(now), pause.seconds, rule)])
