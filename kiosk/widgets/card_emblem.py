"""The awarded P, large: its symbol on a soft disc with rays."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.qt import icons, theme

_RAYS = 24


class CardEmblem(QWidget):
    """Shows the P given to `show_p`, at first "polite"."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*[theme.current().px("symbol")] * 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._p = "polite"

    def show_p(self, p: str) -> None:
        self._p = p
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, centre = theme.current(), QPointF(self.rect().center())
        radius = min(self.width(), self.height()) * 0.34
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_rays(painter, centre, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(f"{self._p}_soft"))
        painter.drawEllipse(centre, radius, radius)
        side = radius * 1.16
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        icons.renderer(self._p, now.colour(self._p), now.colour(f"{self._p}_soft")).render(painter, box)
        painter.end()

    def _draw_rays(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        pen = QPen(theme.current().colour(self._p), radius * 0.035)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for ray in range(_RAYS):
            angle = 2 * math.pi * ray / _RAYS
            end = 1.34 if ray % 2 else 1.22
            direction = QPointF(math.cos(angle), math.sin(angle))
            painter.drawLine(centre + direction * radius * 1.12, centre + direction * radius * end)
