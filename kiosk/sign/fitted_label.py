"""One line of the hall sign that is never cut: a truncated queue number would be another customer's."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from shared.qt import theme

_LINE_HEIGHT, _DIGITS_HEIGHT = 1.36, 1.2  # in font sizes: less than the line spacing of Chinese fonts


class FittedLabel(QLabel):
    """Asks for the width of its text; with less it shrinks the font."""

    def __init__(self, text: str = "", style: str = "", tone: str = "", *, figures: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(theme.current().px(style) * (_DIGITS_HEIGHT if figures else _LINE_HEIGHT)))

    def fitted_font(self) -> QFont:
        """The font whose text fits into the present width."""
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
        painter.setFont(self.fitted_font())
        self.style().drawItemText(painter, self.rect(), side, self.palette(), True, self.text(), self.foregroundRole())
        painter.end()


def polish(widget: QWidget) -> None:
    """Apply the style to all widgets inside, innermost first, so that their size hints are right when measured."""
    for part in reversed(widget.findChildren(QWidget)):
        part.ensurePolished()
        part.updateGeometry()
