"""A card on the customer's display, drawn to its size with colour, symbol, title and meaning."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from shared.qt import icons, theme

_SYMBOL, _TITLE, _WORDS = 0.36, 0.13, 0.085  # shares of the shorter side


class CardButton(QAbstractButton):
    """In the colours of `tone`. Takes no keyboard focus, which belongs to the staff's screen."""

    def __init__(self, tone: str, symbol: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tone, self._symbol, self._words = tone, symbol, ""

    def set_texts(self, title: str, words: str) -> None:
        """Set title and meaning."""
        self.setText(title)
        self._words = words
        self.setAccessibleName(f"{title}，{words}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, box = theme.current(), QRectF(self.rect()).adjusted(3, 3, -3, -3)
        least = min(box.width(), box.height() * 0.9)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.colour(self._tone), max(2.0, least * 0.012)))
            painter.setBrush(now.colour(f"{self._tone}_soft"))
            painter.drawRoundedRect(box, least * 0.09, least * 0.09)
            side, top = least * _SYMBOL, box.top() + (box.height() - least * 0.74) / 2
            symbol = QRectF(box.center().x() - side / 2, top, side, side)
            icons.renderer(self._symbol, now.colour(self._tone), now.colour(f"{self._tone}_soft")).render(
                painter, symbol
            )
            painter.setPen(now.colour(self._tone))
            title = QRectF(box.left(), symbol.bottom() + least * 0.04, box.width(), least * 0.19)
            self._write(painter, title, least * _TITLE, self.text(), strong=True)
            painter.setPen(now.colour("ink"))
            self._write(painter, title.translated(0, least * 0.17), least * _WORDS, self._words)

    def _write(self, painter: QPainter, box: QRectF, size: float, text: str, *, strong: bool = False) -> None:
        """Draw a text in one line, in a smaller font where it is too long."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong" if strong else "normal"]))
        font.setPixelSize(max(8, round(size)))
        painter.setFont(font)
        needed = painter.fontMetrics().horizontalAdvance(text)
        room = box.width() * 0.92
        if needed > room:
            font.setPixelSize(max(8, int(size * room / needed)))
            painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
