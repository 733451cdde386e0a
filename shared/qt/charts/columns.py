"""Columns over names (months, halls): side by side or stacked, one colour and hatching a series."""

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from shared.qt.charts import axis
from shared.qt.charts.axis import Axis
from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.style import ChartStyle

_GROUP = 0.7  # of a name's width are its columns
_LINES = 7  # a legend, the names, and marks between them


class Series(msgspec.Struct, frozen=True):
    """One row of figures: colour token, name, a figure for each name of the chart."""

    tone: str
    name: str
    figures: tuple[float, ...]


@dataclass(frozen=True)
class Columns(Chart):
    """`stacked`: the series are stacked, with their sum above them.

    `scale`: the marks of its axis, where they do not follow from the figures.
    """

    title: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = False
    shown: Format = whole
    scale: tuple[float, ...] = ()

    @property
    def lines(self) -> int:
        return _LINES

    def table(self) -> Cells:
        heading = (self.title, *(each.name for each in self.series))
        rows = ((n, *(self.shown(each.figures[i]) for each in self.series)) for i, n in enumerate(self.names))
        return (heading, *rows)

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        if not self.names:
            return
        inside = axis.legend(painter, rect, style, [(each.tone, each.name) for each in self.series])
        style.write(painter)
        inside = inside.adjusted(0, painter.fontMetrics().height(), 0, 0)  # for the sum above the tallest
        where = axis.draw(painter, inside, style, self.names, self._most(), self.shown, marks=self.scale)
        for place in range(len(self.names)):
            self._group(painter, where, style, place)

    def _most(self) -> float:
        groups = list(zip(*(each.figures for each in self.series), strict=True))
        return max((sum(group) if self.stacked else max(group) for group in groups), default=0.0)

    def _group(self, painter: QPainter, where: Axis, style: ChartStyle, place: int) -> None:
        strip, below = where.place(place, len(self.names)), 0.0
        group = strip.adjusted(strip.width() * (1 - _GROUP) / 2, 0, -strip.width() * (1 - _GROUP) / 2, 0)
        wide = group.width() if self.stacked else group.width() / len(self.series)
        for index, each in enumerate(self.series):
            figure = each.figures[place]
            left = group.left() if self.stacked else group.left() + index * wide
            bottom, top = where.y(below), where.y(below + figure)
            if figure > 0:
                style.area(painter, QRectF(left, top, wide, bottom - top), each.tone, index)
            below += figure if self.stacked else 0.0
        if self.stacked and below > 0:
            style.write(painter)
            high = painter.fontMetrics().height()
            box = QRectF(strip.left(), where.y(below) - high, strip.width(), high)
            write(painter, box, self.shown(below), Qt.AlignmentFlag.AlignHCenter)
