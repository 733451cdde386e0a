"""The countdown of a pause as a ring that empties, with the time left in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.kit.clock import length
from shared.practice.pauses.policy import PausesPolicy
from shared.qt import theme

_FULL_CIRCLE = 360 * 16  # Qt counts arcs in 1/16 degree
_TWELVE_O_CLOCK = 90 * 16


class Stage:
    """The stages of a pause: running, reminded (4:30), time is up (grace), overrun, supervisor told (6:00)."""

    RUNNING, REMINDED, GRACE, OVERRUN, TOLD = range(5)

    @staticmethod
    def of(elapsed: int, seconds: int, policy: PausesPolicy) -> int:
        """The stage after `elapsed` ms of a pause of `seconds`."""
        limits = (policy.remind_at, seconds, seconds + policy.grace_seconds, policy.tell_supervisor_at)
        return sum(elapsed >= limit * 1000 for limit in limits)


class Ring(QWidget):
    """Shows the time left of a pause."""

    _TONES = ("accent", "warn", "warn", "bad", "bad")

    def __init__(self) -> None:
        super().__init__()
        self._elapsed, self._seconds, self._stage = 0, 1, Stage.RUNNING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        side = theme.current().px("ring")
        self.setMinimumSize(side // 2, side // 2)

    @property
    def text(self) -> str:
        """4:07, or +0:12 when over."""
        left = self._seconds * 1000 - self._elapsed
        return length(left + 999) if left > 0 else f"+{length(-left)}"

    def set(self, elapsed: int, seconds: int, stage: int) -> None:
        """Show `elapsed` ms of a pause of `seconds`, in the colour of its stage."""
        self._elapsed, self._seconds, self._stage = elapsed, seconds, stage
        self.setAccessibleName(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px("ring")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, thick = theme.current(), theme.current().px("gap")
        side = min(self.width(), self.height()) - 2 * thick
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.colour("surface_low"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(now.colour(self._TONES[self._stage]))
        painter.setPen(pen)
        share = max(0.0, 1 - self._elapsed / (self._seconds * 1000))
        painter.drawArc(box, _TWELVE_O_CLOCK, round(share * _FULL_CIRCLE) if share > 0 else -_FULL_CIRCLE)
        self._write(painter, box)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF) -> None:
        now = theme.current()
        font = QFont(self.font())
        font.setPixelSize(round(box.height() * 0.26))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
        painter.setFont(font)
        painter.setPen(now.colour("ink" if self._stage == Stage.RUNNING else self._TONES[self._stage]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
