"""The vertical axis of columns and trends: round steps, thin lines, figures at the left; the names below."""

import math
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from shared.qt.charts.chart import Format, write
from shared.qt.charts.style import ChartStyle

_STEPS = (1, 2, 5, 10)
_LINES = 4


def ticks(most: float, *, parts: bool = False) -> tuple[float, ...]:
    """Round figures from 0 to at least `most`, in about four steps; `parts`: steps may be fractions."""
    top = most if parts and most > 0 else max(most, 1.0)
    raw = top / _LINES
    power: float = 10.0 ** math.floor(math.log10(raw))
    step = next(power * each for each in _STEPS if power * each >= raw)
    step = step if parts else max(1.0, step)
    return tuple(step * place for place in range(math.ceil(top / step) + 1))


class Axis(msgspec.Struct, frozen=True):
    """`plot`: the area of the figures. `top`: the figure at its upper edge."""

    plot: QRectF
    top: float

    def y(self, value: float) -> float:
        """The position of a figure."""
        return self.plot.bottom() - self.plot.height() * value / self.top

    def place(self, index: int, count: int) -> QRectF:
        """The strip of the name at `index` of `count`."""
        wide = self.plot.width() / max(1, count)
        return QRectF(self.plot.left() + index * wide, self.plot.top(), wide, self.plot.height())


def draw(
    painter: QPainter,
    rect: QRectF,
    style: ChartStyle,
    names: Sequence[str],
    most: float,
    shown: Format,
    *,
    parts: bool = False,
    marks: Sequence[float] = (),
) -> Axis:
    """Draw the axes of figures up to `most` over `names`; returns where figures go.

    `parts`: figures may be fractions, not only counts; `marks`: the scale, if not `ticks` of the figures.
    """
    style.write(painter, "ink_soft")
    measure, marks = painter.fontMetrics(), marks or ticks(most, parts=parts)
    left = max(measure.horizontalAdvance(shown(mark)) for mark in marks) + style.gap
    low = measure.height() + style.gap
    axis = Axis(rect.adjusted(left, measure.height() / 2, 0, -low), marks[-1])
    for mark in marks:
        y = axis.y(mark)
        style.line(painter, "line")
        painter.drawLine(QPointF(axis.plot.left(), y), QPointF(axis.plot.right(), y))
        style.write(painter, "ink_soft")
        box = QRectF(rect.left(), y - measure.height() / 2, left - style.gap / 2, measure.height())
        write(painter, box, shown(mark), Qt.AlignmentFlag.AlignRight)
    _names(painter, axis, style, names)
    return axis


def _names(painter: QPainter, axis: Axis, style: ChartStyle, names: Sequence[str]) -> None:
    """Each name under its strip; where they are too many for the width, every second, third, …"""
    widest = max((painter.fontMetrics().horizontalAdvance(name) for name in names), default=0) + style.gap
    every = max(1, math.ceil(widest / max(1.0, axis.place(0, len(names)).width())))
    for place, name in enumerate(names):
        if place % every == 0:
            strip = axis.place(place, len(names))
            spread = strip.adjusted(0, 0, strip.width() * (every - 1), 0) if every > 1 else strip
            box = QRectF(spread.left(), axis.plot.bottom(), spread.width(), painter.fontMetrics().height() + style.gap)
            write(painter, box, name, Qt.AlignmentFlag.AlignHCenter if every == 1 else Qt.AlignmentFlag.AlignLeft)


def legend(painter: QPainter, rect: QRectF, style: ChartStyle, series: Sequence[tuple[str, str]]) -> QRectF:
    """Colour and name of each series in a row above; gives the rectangle that is left below."""
    style.write(painter)
    high, x = painter.fontMetrics().height() + style.gap, rect.left()
    for place, (token, name) in enumerate(series):
        side = high * 0.5
        style.area(painter, QRectF(x, rect.top() + (high - side) / 2 - style.gap / 2, side, side), token, place)
        style.write(painter)
        wide = painter.fontMetrics().horizontalAdvance(name) + style.gap
        box = QRectF(
            x + side + style.gap / 2, rect.top(), min(wide, max(0.0, rect.right() - x - side)), high - style.gap
        )
        write(painter, box, name, Qt.AlignmentFlag.AlignLeft)
        x += side + wide + style.gap * 2
    return rect.adjusted(0, high, 0, 0)
