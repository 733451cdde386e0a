"""The ladder of 5P cards as stairs: steps reached are filled, a flag marks the person's own."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from shared.qt.charts.chart import Cells, Chart
from shared.qt.charts.style import ChartStyle

_FIRST, _RISE, _POLE = 0.25, 0.14, 0.3  # heights of the lowest step, of each further one, of the flag: shares


@dataclass(frozen=True)
class Ladder(Chart):
    """`steps`: name and what it asks for, lowest first. `along`: the way gone from the step reached to the next, 0–1.

    `reached`: how many steps are. `flag`: what the flag says.
    """

    title: str
    steps: tuple[tuple[str, str], ...]
    reached: int
    along: float
    flag: str

    def table(self) -> Cells:
        rows = ((("✓ " if i < self.reached else "") + name, asks) for i, (name, asks) in enumerate(self.steps))
        return ((self.title, self.flag), *rows)

    def spoken(self) -> str:
        level = self.steps[self.reached - 1][0] if self.reached else ""
        return f"{self.title}：{self.flag} {level}".strip()

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        for place in range(len(self.steps)):
            self._draw_step(painter, rect, style, place)
        self._draw_flag(painter, rect, style)

    def _box(self, rect: QRectF, style: ChartStyle, place: int) -> QRectF:
        """A step, from its tread to the floor; place -1 is the floor before the first."""
        wide = rect.width() / (len(self.steps) + 1)
        high = rect.height() * (_FIRST + _RISE * place) if place >= 0 else 0.0
        return QRectF(rect.left() + (place + 1) * wide, rect.bottom() - high, wide - 2 * style.pen, high)

    def _draw_step(self, painter: QPainter, rect: QRectF, style: ChartStyle, place: int) -> None:
        box, reached, (name, asks) = self._box(rect, style, place), place < self.reached, self.steps[place]
        style.line(painter, "accent" if reached else "line_low")
        painter.setBrush(style.colour("accent_soft" if reached else "surface_low"))
        painter.drawRoundedRect(box, style.gap / 2, style.gap / 2)
        inside, top = box.adjusted(0, style.gap, 0, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        text = ("✓ " if reached else "") + name
        style.write(painter, "accent" if reached else "ink", body=True, strong=True)
        _narrow(painter, text, box.width())
        painter.drawText(inside, top, text)
        below = inside.adjusted(0, painter.fontMetrics().lineSpacing(), 0, 0)
        style.write(painter, "ink_soft")
        _narrow(painter, asks, box.width())
        painter.drawText(below, top, asks)

    def _draw_flag(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        """On the step reached, as far along it as the way to the next one has been gone."""
        box = self._box(rect, style, self.reached - 1)
        bottom = box.top() if self.reached else rect.bottom()
        foot = QPointF(box.left() + box.width() * (0.15 + 0.7 * self.along), bottom)
        style.write(painter, body=True, strong=True)
        wide = painter.fontMetrics().horizontalAdvance(self.flag) + 2 * style.gap
        top = QPointF(foot.x(), foot.y() - rect.height() * _POLE)
        flag = QRectF(top.x(), top.y(), wide, painter.fontMetrics().lineSpacing() + style.gap)
        if flag.right() > rect.right():
            flag.moveRight(foot.x())
        style.line(painter, "accent")
        painter.setBrush(style.colour("accent"))
        across = QPointF(2 * style.pen, 0)
        painter.drawPolygon(QPolygonF([foot, top, top + across, foot + across]))
        painter.drawRoundedRect(flag, style.gap / 2, style.gap / 2)
        style.write(painter, "on_accent", body=True, strong=True)
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, self.flag)


def _narrow(painter: QPainter, text: str, wide: float) -> None:
    """Smaller letters where the text is wider than its step."""
    advance = painter.fontMetrics().horizontalAdvance(text)
    if advance > wide:
        font = painter.font()
        font.setPixelSize(max(1, int(font.pixelSize() * wide / advance)))
        painter.setFont(font)
