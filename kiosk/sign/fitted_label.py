"""One line of the hall sign that is never cut: a truncated queue number would be another customer's."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from shared.qt import theme

_HIGH, _HIGH_FIGURES = 1.36, 1.2  # height of a line in font sizes: less than the line spacing of Chinese fonts


class FittedLabel(QLabel):
    """Asks for the width its text needs; where it gets less, its font is smaller."""

    def __init__(self, text: str = "", style: str = "", tone: str = "", *, figures: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(theme.current().px(style) * (_HIGH_FIGURES if figures else _HIGH)))

    def fitting(self) -> QFont:
        """The letters that fit into the width it has."""
        font = QFont(self.font())
        needed = QFontMetricsF(font).horizontalAdvance(self.text())
        if needed > self.width():
            font.setPixelSize(max(1, int(font.pixelSize() * self.width() / needed)))
        return font

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self)
        painter.setFont(self.fitting())
        self.style().drawItemText(painter, self.rect(), side, self.palette(), True, self.text(), self.foregroundRole())
        painter.end()


def polish(widget: QWidget) -> None:
    """Style all of it before it is measured, the innermost first: each tells the one around it how large it is now."""
    for part in reversed(widget.findChildren(QWidget)):
        part.ensurePolished()
        part.updateGeometry()
