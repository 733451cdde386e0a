"""A symbol on a soft disc, for pages with one message."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.qt import icons, theme


class SymbolDisc(QWidget):
    """Shows the symbol given to `set_symbol`, at first the logo."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self._symbol = "logo"

    def set_symbol(self, name: str) -> None:
        self._symbol = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, box = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("accent_soft"))
        painter.drawEllipse(box)
        quarter = box.width() / 4
        inner = box.adjusted(quarter, quarter, -quarter, -quarter)
        icons.renderer(self._symbol, now.colour("accent"), now.colour("accent_soft")).render(painter, inner)
        painter.end()
