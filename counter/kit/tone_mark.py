"""The mark before a word: colour and shape, so that colour is never the only difference."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QPolygonF

from shared.qt import theme

_SHAPES = {
    "good": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),  # diamond
    "warn": ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),  # triangle
    "bad": ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),  # square
}


def mark(tone: str) -> QPixmap | None:
    """The picture of good, warn, bad or soft; none for no tone."""
    if not tone:
        return None
    now, ratio = theme.current(), QGuiApplication.primaryScreen().devicePixelRatio()
    return _picture(tone, now.px("gap"), now.ink("ink_soft" if tone == "soft" else tone), ratio)


@lru_cache(maxsize=64)
def _picture(tone: str, side: int, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, tone, side, QColor(colour))
    painter.end()
    return picture


def _draw(painter: QPainter, tone: str, side: int, colour: QColor) -> None:
    painter.setPen(colour)
    if tone not in _SHAPES:  # soft: a ring
        painter.drawEllipse(1, 1, side - 2, side - 2)
        return
    painter.setBrush(colour)
    inner = side - 2
    painter.drawPolygon(QPolygonF([QPointF(1 + x * inner, 1 + y * inner) for x, y in _SHAPES[tone]]))
