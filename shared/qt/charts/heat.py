"""A heat map, say hours by weekdays: the figure in every cell, five steps of one hue, hatched where it is most."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.hatching import hatch
from shared.qt.charts.style import ChartStyle

_STEPS = 5
_HATCHED = {3: 1, 4: 4}  # which hatching the two highest steps have, so that grey print tells them apart


def step(figure: float, most: float) -> int:
    """Which of the five steps a figure has: 0 for none, 4 for the most."""
    return 0 if figure <= 0 or most <= 0 else min(_STEPS - 1, int(figure / most * _STEPS - 1e-9))


@dataclass(frozen=True)
class Heat(Chart):
    """`rows` by `columns`; `cells[row][column]` is a figure."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[float, ...], ...]
    tone: str = "accent"
    shown: Format = whole

    @property
    def lines(self) -> int:
        return len(self.rows) + 2

    def table(self) -> Cells:
        rows = ((name, *map(self.shown, line)) for name, line in zip(self.rows, self.cells, strict=True))
        return ((self.title, *self.columns), *rows)

    def draw(self, painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
        if not (self.rows and self.columns):
            return
        style.write(painter, "ink_soft")
        left = max(painter.fontMetrics().horizontalAdvance(name) for name in self.rows) + style.gap
        high = painter.fontMetrics().height() + style.gap / 2
        inside = rect.adjusted(left, high, 0, 0)
        wide, tall = inside.width() / len(self.columns), inside.height() / len(self.rows)
        for across, name in enumerate(self.columns):
            write(painter, QRectF(inside.left() + across * wide, rect.top(), wide, high), name)
        for down, name in enumerate(self.rows):
            style.write(painter, "ink_soft")
            y = inside.top() + down * tall
            write(painter, QRectF(rect.left(), y, left - style.gap, tall), name, Qt.AlignmentFlag.AlignRight)
            for across in range(len(self.columns)):
                self._cell(painter, QRectF(inside.left() + across * wide, y, wide, tall), style, down, across)

    def _cell(self, painter: QPainter, box: QRectF, style: ChartStyle, down: int, across: int) -> None:
        figure = self.cells[down][across]
        most = max(max(line) for line in self.cells)
        shade = step(figure, most)
        box = box.adjusted(style.pen, style.pen, -style.pen, -style.pen)
        painter.fillRect(box, self._shade(style, shade if figure > 0 else -1))
        if shade in _HATCHED:
            painter.setPen(QPen(self._shade(style, shade - 1), style.pen))
            hatch(painter, box, _HATCHED[shade], style.gap)
        if figure > 0:
            style.write(painter, "on_accent" if shade == _STEPS - 1 else "ink", strong=shade == _STEPS - 1)
            write(painter, box, self.shown(figure))

    def _shade(self, style: ChartStyle, shade: int) -> QColor:
        """The tone mixed with the background: more of it the higher the step."""
        if shade < 0:
            return style.colour("surface_low") if not style.on_paper else style.ground
        share = (0.12, 0.26, 0.42, 0.72, 1.0)[shade]
        tone, ground = style.colour(self.tone), style.ground
        pairs = ((tone.red(), ground.red()), (tone.green(), ground.green()), (tone.blue(), ground.blue()))
        return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
