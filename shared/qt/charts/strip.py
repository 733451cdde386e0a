"""A distribution on a line: one dot a person, nameless but for the reader's own, which is filled and marked."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from shared.qt.charts import axis
from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.style import ChartStyle


@dataclass(frozen=True)
class Strip(Chart):
    """`others` lie on the line without names; `own` is the reader's, None where there is none yet."""

    title: str
    others: tuple[float, ...]
    own: float | None
    own_name: str
    others_name: str
    shown: Format = whole

    def table(self) -> Cells:
        own = () if self.own is None else ((self.own_name, self.shown(self.own)),)
        return (("", self.title), *own, *((self.others_name, self.shown(each)) for each in sorted(self.others)))

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        figures = [*self.others, *(() if self.own is None else (self.own,))]
        marks = axis.ticks(max(figures, default=0.0))
        style.write(painter, "ink_soft")
        high = painter.fontMetrics().height()
        line = rect.adjusted(style.gap * 3, 0, -style.gap * 3, -high - style.gap)
        self._scale(painter, line, style, marks, high)
        radius = min(style.body / 2.4, line.height() / 8)
        places = [self._x(line, figure, marks[-1]) for figure in sorted(self.others)]
        stacked = Counter(round(x / radius / 2) for x in places)
        radius = min(radius, line.height() / (2 * max(stacked.values(), default=1) + 1))  # the highest stack has room
        stacked.clear()
        for x in places:
            level = stacked[round(x / radius / 2)]
            stacked[round(x / radius / 2)] += 1
            style.line(painter, "ink_soft")
            painter.drawEllipse(QPointF(x, line.bottom() - radius * (1 + 2 * level) - style.pen), radius, radius)
        if self.own is not None:
            self._own(painter, line, style, self._x(line, self.own, marks[-1]), radius)

    @staticmethod
    def _x(line: QRectF, figure: float, top: float) -> float:
        return line.left() + line.width() * figure / top

    def _scale(self, painter: QPainter, line: QRectF, style: ChartStyle, marks: tuple[float, ...], high: int) -> None:
        style.line(painter, "line_low")
        painter.drawLine(line.bottomLeft(), line.bottomRight())
        style.write(painter, "ink_soft")
        for mark in marks:
            x, wide = self._x(line, mark, marks[-1]), style.gap * 8
            write(painter, QRectF(x - wide / 2, line.bottom() + style.gap / 2, wide, high), self.shown(mark))

    def _own(self, painter: QPainter, line: QRectF, style: ChartStyle, x: float, radius: float) -> None:
        style.fill(painter, "accent")
        painter.drawEllipse(QPointF(x, line.bottom() - radius - style.pen), radius, radius)
        style.write(painter, "accent", strong=True)
        text = f"{self.own_name} {self.shown(self.own or 0.0)}"
        wide, high = painter.fontMetrics().horizontalAdvance(text), painter.fontMetrics().height()
        left = min(max(line.left(), x - wide / 2), line.right() - wide)
        painter.drawText(QRectF(left, line.top(), wide + 1, high), Qt.AlignmentFlag.AlignCenter, text)
        tip = QPointF(x, line.bottom() - 2 * radius - style.gap)
        style.fill(painter, "accent")
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-radius / 2, -radius), tip + QPointF(radius / 2, -radius)]))
        style.line(painter, "accent")
        painter.drawLine(QPointF(x, line.top() + high), tip + QPointF(0, -radius))
