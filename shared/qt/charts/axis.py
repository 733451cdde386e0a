"""The vertical axis of columns and trends: round steps, thin lines, figures at the left; the names below."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from shared.qt.charts.chart import Format, write
from shared.qt.charts.look import Look

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


@dataclass(frozen=True)
class Axis:
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
    look: Look,
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
    look.write(painter, "ink_soft")
    measure, marks = painter.fontMetrics(), marks or ticks(most, parts=parts)
    left = max(measure.horizontalAdvance(shown(mark)) for mark in marks) + look.gap
    low = measure.height() + look.gap
    axis = Axis(rect.adjusted(left, measure.height() / 2, 0, -low), marks[-1])
    for mark in marks:
        y = axis.y(mark)
        look.line(painter, "line")
        painter.drawLine(QPointF(axis.plot.left(), y), QPointF(axis.plot.right(), y))
        look.write(painter, "ink_soft")
        box = QRectF(rect.left(), y - measure.height() / 2, left - look.gap / 2, measure.height())
        write(painter, box, shown(mark), Qt.AlignmentFlag.AlignRight)
    _names(painter, axis, look, names)
    return axis


def _names(painter: QPainter, axis: Axis, look: Look, names: Sequence[str]) -> None:
    """Each name under its strip; where they are too many for the width, every second, third, …"""
    widest = max((painter.fontMetrics().horizontalAdvance(name) for name in names), default=0) + look.gap
    every = max(1, math.ceil(widest / max(1.0, axis.place(0, len(names)).width())))
    for place, name in enumerate(names):
        if place % every == 0:
            strip = axis.place(place, len(names))
            spread = strip.adjusted(0, 0, strip.width() * (every - 1), 0) if every > 1 else strip
            box = QRectF(spread.left(), axis.plot.bottom(), spread.width(), painter.fontMetrics().height() + look.gap)
            write(painter, box, name, Qt.AlignmentFlag.AlignHCenter if every == 1 else Qt.AlignmentFlag.AlignLeft)


def legend(painter: QPainter, rect: QRectF, look: Look, series: Sequence[tuple[str, str]]) -> QRectF:
    """Colour and name of each series in a row above; gives the rectangle that is left below."""
    look.write(painter)
    high, x = painter.fontMetrics().height() + look.gap, rect.left()
    for place, (token, name) in enumerate(series):
        side = high * 0.5
        look.area(painter, QRectF(x, rect.top() + (high - side) / 2 - look.gap / 2, side, side), token, place)
        look.write(painter)
        wide = painter.fontMetrics().horizontalAdvance(name) + look.gap
        box = QRectF(x + side + look.gap / 2, rect.top(), min(wide, max(0.0, rect.right() - x - side)), high - look.gap)
        write(painter, box, name, Qt.AlignmentFlag.AlignLeft)
        x += side + wide + look.gap * 2
    return rect.adjusted(0, high, 0, 0)
