"""A few horizontal bars with their names and figures: comparisons at a glance, figures for those who count."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.qt import theme

Bar = tuple[str, str, int]  # colour token, name, figure


class Bars(QWidget):
    """Bars in their given order; the longest fills the width."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.setAccessibleName("，".join(f"{name} {figure}" for _, name, figure in self._bars))
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px("ring")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("body"))
        painter.setFont(font)
        measure = QFontMetricsF(font)
        before = max(measure.horizontalAdvance(name) for _, name, _ in self._bars) + theme.current().px("gap")
        after = max(measure.horizontalAdvance(str(figure)) for *_, figure in self._bars) + theme.current().px("gap")
        high = min(self.height() / len(self._bars), float(theme.current().px("vast")))
        for place, bar in enumerate(self._bars):
            self._paint(painter, QRectF(0, place * high, self.width(), high), bar, before, after)
        painter.end()

    def _paint(self, painter: QPainter, line: QRectF, bar: Bar, before: float, after: float) -> None:
        now, (tone, name, figure) = theme.current(), bar
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(now.colour("ink"))
        painter.drawText(line, middle, name)
        most = max(1, *(each for *_, each in self._bars))
        track = line.adjusted(before, line.height() * 0.22, -after, -line.height() * 0.22)
        full = QRectF(track.left(), track.top(), track.width() * figure / most, track.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("surface_low"))
        painter.drawRoundedRect(track, now.px("tight"), now.px("tight"))
        painter.setBrush(now.colour(tone))
        painter.drawRoundedRect(full, now.px("tight"), now.px("tight"))
        painter.setPen(now.colour("ink"))
        painter.drawText(
            line.adjusted(0, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(figure)
        )
