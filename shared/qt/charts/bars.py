"""Horizontal bars with their names and figures."""

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.style import ChartStyle

_SHARE = 0.56  # of a row is the bar's height
_TALLEST = 4.0  # times the letters' height is a row at most
_NAME_SHARE = 0.4


class Bar(msgspec.Struct, frozen=True):
    """One bar: colour token, name and figure."""

    tone: str
    name: str
    figure: float


@dataclass(frozen=True)
class Bars(Chart):
    """Bars in their given order; the longest fills the width."""

    title: str
    bars: tuple[Bar, ...]
    shown: Format = whole

    def table(self) -> Cells:
        return (("", self.title), *((bar.name, self.shown(bar.figure)) for bar in self.bars))

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        if not self.bars:
            return
        style.write(painter, body=True)
        measure = painter.fontMetrics()
        widest = max(measure.horizontalAdvance(bar.name) for bar in self.bars) + 2 * style.gap
        before = min(float(widest), rect.width() * _NAME_SHARE)
        after = max(measure.horizontalAdvance(self.shown(bar.figure)) for bar in self.bars) + 2 * style.gap
        high = min(rect.height() / len(self.bars), _TALLEST * style.body)
        for place, bar in enumerate(self.bars):
            line = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
            self._draw(painter, line, style, bar, before, after)

    def _draw(self, painter: QPainter, line: QRectF, style: ChartStyle, bar: Bar, before: float, after: float) -> None:
        style.write(painter, body=True)
        write(painter, QRectF(line.left(), line.top(), before - style.gap, line.height()), bar.name, _LEFT)
        write(painter, line, self.shown(bar.figure), _RIGHT)
        edge = line.height() * (1 - _SHARE) / 2
        track = line.adjusted(before, edge, -after, -edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("surface_low"))
        painter.drawRoundedRect(track, style.gap / 2, style.gap / 2)
        most = max(1.0, *(each.figure for each in self.bars))
        style.fill(painter, bar.tone)
        if bar.figure > 0:
            full = QRectF(track.left(), track.top(), max(style.gap, track.width() * bar.figure / most), track.height())
            painter.drawRoundedRect(full, style.gap / 2, style.gap / 2)


_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
