"""The splash screen: the product's logo and name, painted before anything else is loaded.

The pages take as long again to load as Qt itself. Only what this picture needs is imported here; the window of pages
then takes its place. Nothing here may bring in the namespace `Qt`, as `fillRect` and `setPen` do: PySide makes all its
enums at once, 22 ms, a tenth of the time until this is seen. So colours come from the palette or a pixmap, the name is
placed by hand, and only the window of pages is kept on top.
"""

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from shared.qt import theme

_SIDE = 0.22  # the logo's share of the screen's short side
_NAME = 0.09
_PANE_GAP = 0.07  # of the logo's side


class Splash(QWidget):
    """Emits `painted` once, after its first frame. It cannot be closed, only deleted."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        colour, look = theme.current().colour, self.palette()
        look.setColor(QPalette.ColorRole.Window, colour("ground"))
        look.setColor(QPalette.ColorRole.WindowText, colour("accent"))
        self.setPalette(look)
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
        short = min(self.width(), self.height())
        logo = QRect(0, 0, round(short * _SIDE), round(short * _SIDE))
        logo.moveCenter(self.rect().center())
        _draw_logo(painter, logo)
        font = QFont(self.font())
        font.setPixelSize(max(1, round(short * _NAME)))
        painter.setFont(font)
        name, metrics = self.tr("暖窗"), painter.fontMetrics()
        left = logo.center().x() - metrics.horizontalAdvance(name) // 2
        middle = logo.bottom() + font.pixelSize()
        painter.drawText(left, middle + (metrics.ascent() - metrics.descent()) // 2, name)


def _draw_logo(painter: QPainter, logo: QRect) -> None:
    """A window of four lit panes."""
    colour, gap = theme.current().colour, logo.width() * _PANE_GAP
    _fill(painter, logo, colour("accent"))
    pane = (logo.width() - 3 * gap) / 2
    for across in (0, 1):
        for down in (0, 1):
            left, top = logo.left() + gap + across * (pane + gap), logo.top() + gap + down * (pane + gap)
            _fill(painter, QRect(round(left), round(top), round(pane), round(pane)), colour("sun"))


def _fill(painter: QPainter, place: QRect, colour: QColor) -> None:
    pixel = QPixmap(1, 1)
    pixel.fill(colour)
    painter.drawPixmap(place, pixel)
