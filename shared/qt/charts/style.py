"""How charts look on one paint device: the screen's theme, or ink on paper that a grey printer keeps legible."""

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from shared.qt import fonts, theme
from shared.qt.charts.hatching import PATTERNS, hatch

_PT_PER_INCH = 72
_SMALL_PT, _BODY_PT = 8.0, 9.5
_DISTANCE = 0.5  # between two lines of a hatching, as a share of `gap`


class ChartStyle(msgspec.Struct, frozen=True):
    """Colours and sizes of a chart, in device pixels.

    `small` and `body` are heights of letters, `gap` a distance, `pen` a line's width.
    """

    theme: theme.Theme
    small: float
    body: float
    gap: float
    pen: float
    on_paper: bool = False

    def colour(self, token: str) -> QColor:
        """The colour token `token`."""
        return self.theme.colour(token)

    @property
    def ground(self) -> QColor:
        """What a chart is drawn on."""
        return QColor(Qt.GlobalColor.white) if self.on_paper else self.colour("surface")

    def write(self, painter: QPainter, token: str = "ink", *, body: bool = False, strong: bool = False) -> None:
        """Set the painter to write in this colour, small unless `body`."""
        font = QFont(fonts.application_font())
        font.setPixelSize(max(1, round(self.body if body else self.small)))
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong" if strong else "normal"]))
        painter.setFont(font)
        painter.setPen(self.colour(token))

    def line(self, painter: QPainter, token: str, width: float = 1, dash: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Set the painter to draw lines of this colour, `width` times the usual one."""
        painter.setPen(QPen(self.colour(token), self.pen * width, dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def fill(self, painter: QPainter, token: str) -> None:
        """Set the painter to fill shapes with this colour, without an edge."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(token))

    def area(self, painter: QPainter, rect: QRectF, token: str, place: int = 0) -> None:
        """Fill `rect`; on paper the series at `place` has an edge and a hatching of its own."""
        pattern = place % len(PATTERNS)
        self.fill(painter, token)
        if not (self.on_paper and pattern):
            painter.drawRect(rect)
            return
        self.line(painter, token)
        painter.drawRect(rect)
        hatch(painter, rect, pattern, self.gap * _DISTANCE)


def screen() -> ChartStyle:
    """The style of the theme in force."""
    now = theme.current()
    return ChartStyle(now, now.px("caption"), now.px("body"), now.px("small"), 1.0)


def paper(dpi: float) -> ChartStyle:
    """The style of a print with `dpi` device pixels an inch."""
    point = dpi / _PT_PER_INCH
    return ChartStyle(theme.Theme(), _SMALL_PT * point, _BODY_PT * point, 5 * point, 0.6 * point, on_paper=True)
