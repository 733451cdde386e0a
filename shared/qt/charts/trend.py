"""A figure over time with last year's in grey behind it: months that have not come yet are left open."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from shared.qt.charts import axis
from shared.qt.charts.axis import Axis
from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.style import ChartStyle

Figures = tuple[float | None, ...]
_LINES = 7  # a legend, the names, and marks between them


@dataclass(frozen=True)
class Trend(Chart):
    """`now` and `before` have one figure for each of `names`, or None where there is none."""

    title: str
    names: tuple[str, ...]
    now: Figures
    before: Figures
    now_name: str
    before_name: str
    tone: str = "accent"
    shown: Format = whole
    parts: bool = False
    """Whether the figures are rates rather than counts."""
    marks: tuple[tuple[float, str], ...] = ()
    """Moments within the names (1.5: in the middle of the second) with a word for each: a line from top to bottom."""

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to be seen."""
        return any(figure is not None for figure in (*self.now, *self.before))

    @property
    def lines(self) -> int:
        return _LINES

    def table(self) -> Cells:
        def cell(figure: float | None) -> str:
            return "—" if figure is None else self.shown(figure)

        rows = zip(self.names, map(cell, self.now), map(cell, self.before), strict=True)
        return ((self.title, self.now_name, self.before_name), *rows)

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        if not self.names:
            return
        series = [(self.tone, self.now_name), ("edge", self.before_name)]
        inside = axis.legend(painter, rect, style, series)
        most = max((figure for figure in (*self.now, *self.before) if figure is not None), default=0.0)
        where = axis.draw(painter, inside, style, self.names, most, self.shown, parts=self.parts)
        self._marked(painter, where, style)
        self._line(painter, where, style, self.before, "edge", Qt.PenStyle.DashLine)
        self._line(painter, where, style, self.now, self.tone, Qt.PenStyle.SolidLine)
        self._dots(painter, where, style, self.before, "edge")
        self._dots(painter, where, style, self.now, self.tone)

    def _marked(self, painter: QPainter, where: Axis, style: ChartStyle) -> None:
        wide = where.plot.width() / len(self.names)
        ends = [*(place for place, _ in self.marks[1:]), len(self.names)]  # a word has room up to the next line
        for (place, word), end in zip(self.marks, ends, strict=True) if self.marks else ():
            x = where.plot.left() + wide * place
            style.line(painter, "warn", 1.5, Qt.PenStyle.DotLine)
            painter.drawLine(QPointF(x, where.plot.top()), QPointF(x, where.plot.bottom()))
            style.write(painter, "ink_soft")
            high = painter.fontMetrics().height()
            box = QRectF(x + style.gap / 2, where.plot.top(), max(0.0, wide * (end - place) - style.gap), high)
            write(painter, box, word, Qt.AlignmentFlag.AlignLeft)

    def _points(self, where: Axis, figures: Sequence[float | None]) -> list[QPointF]:
        count = len(self.names)
        return [
            QPointF(where.place(place, count).center().x(), where.y(figure))
            for place, figure in enumerate(figures)
            if figure is not None
        ]

    def _line(
        self, painter: QPainter, where: Axis, style: ChartStyle, figures: Figures, tone: str, dash: Qt.PenStyle
    ) -> None:
        style.line(painter, tone, 2.5, dash)
        painter.drawPolyline(QPolygonF(self._points(where, figures)))

    def _dots(self, painter: QPainter, where: Axis, style: ChartStyle, figures: Figures, tone: str) -> None:
        """A single figure between gaps makes no line."""
        style.fill(painter, tone)
        for point in self._points(where, figures):
            painter.drawEllipse(point, style.pen * 4, style.pen * 4)
