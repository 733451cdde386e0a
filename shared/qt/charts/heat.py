"""A heat map, say hours by weekdays: the figure in every cell, five steps of one hue, hatched where it is most."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from shared.qt.charts.chart import Cells, Chart, Format, whole, write
from shared.qt.charts.hatching import hatch
from shared.qt.charts.look import Look

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

    def draw(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        if not (self.rows and self.columns):
            return
        look.write(painter, "ink_soft")
        left = max(painter.fontMetrics().horizontalAdvance(name) for name in self.rows) + look.gap
        high = painter.fontMetrics().height() + look.gap / 2
        inside = rect.adjusted(left, high, 0, 0)
        wide, tall = inside.width() / len(self.columns), inside.height() / len(self.rows)
        for across, name in enumerate(self.columns):
            write(painter, QRectF(inside.left() + across * wide, rect.top(), wide, high), name)
        for down, name in enumerate(self.rows):
            look.write(painter, "ink_soft")
            y = inside.top() + down * tall
            write(painter, QRectF(rect.left(), y, left - look.gap, tall), name, Qt.AlignmentFlag.AlignRight)
            for across in range(len(self.columns)):
                self._cell(painter, QRectF(inside.left() + across * wide, y, wide, tall), look, down, across)

    def _cell(self, painter: QPainter, box: QRectF, look: Look, down: int, across: int) -> None:
        figure = self.cells[down][across]
        most = max(max(line) for line in self.cells)
        shade = step(figure, most)
        box = box.adjusted(look.pen, look.pen, -look.pen, -look.pen)
        painter.fillRect(box, self._shade(look, shade if figure > 0 else -1))
        if shade in _HATCHED:
            painter.setPen(QPen(self._shade(look, shade - 1), look.pen))
            hatch(painter, box, _HATCHED[shade], look.gap)
        if figure > 0:
            look.write(painter, "on_accent" if shade == _STEPS - 1 else "ink", strong=shade == _STEPS - 1)
            write(painter, box, self.shown(figure))

    def _shade(self, look: Look, shade: int) -> QColor:
        """The tone mixed with the background: more of it the higher the step."""
        if shade < 0:
            return look.colour("surface_low") if not look.on_paper else look.ground
        share = (0.12, 0.26, 0.42, 0.72, 1.0)[shade]
        tone, ground = look.colour(self.tone), look.ground
        pairs = ((tone.red(), ground.red()), (tone.green(), ground.green()), (tone.blue(), ground.blue()))
        return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
