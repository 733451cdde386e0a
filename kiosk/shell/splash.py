"""The splash screen: the product's sign and name, painted before anything else is loaded.

The pages take as long again to load as Qt itself. Only what this picture needs is imported here; the window of pages
then takes its place.
"""

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.qt import theme

_SIDE = 0.22  # the sign's share of the screen's short side
_NAME = 0.09
_PANE_GAP = 0.07  # of the sign's side


class Splash(QWidget):
    """`painted` comes once, after its first frame. It cannot be closed, only deleted."""

    painted = Signal()

    def __init__(self, *, locked: bool = True) -> None:
        super().__init__()
        if locked:
            self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._shown_once = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # Alt+F4 must not end the kiosk: the restart loop would take exit code 0 for staff leaving

    def _draw(self, painter: QPainter) -> None:
        colour, short = theme.current().colour, min(self.width(), self.height())
        painter.fillRect(self.rect(), colour("ground"))
        sign = QRect(0, 0, round(short * _SIDE), round(short * _SIDE))
        sign.moveCenter(self.rect().center())
        _draw_sign(painter, sign, colour("accent"), colour("sun"))
        font = QFont(self.font())
        font.setPixelSize(max(1, round(short * _NAME)))
        painter.setFont(font)
        painter.setPen(colour("accent"))
        below = QRect(0, sign.bottom(), self.width(), 2 * font.pixelSize())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("暖窗"))


def _draw_sign(painter: QPainter, sign: QRect, frame: QColor, light: QColor) -> None:
    """A window of four lit panes."""
    gap = sign.width() * _PANE_GAP
    painter.fillRect(sign, frame)
    pane = (QRectF(sign).width() - 3 * gap) / 2
    for across in (0, 1):
        for down in (0, 1):
            place = (sign.left() + gap + across * (pane + gap), sign.top() + gap + down * (pane + gap))
            painter.fillRect(QRectF(*place, pane, pane), light)
