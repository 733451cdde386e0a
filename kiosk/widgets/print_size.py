"""Titles in smaller print where they would need two lines."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel

from shared.qt import theme
from shared.qt.widgets import set_property

_SMALLER = {"display": "title", "title": "strong"}


def fit_line(text: QLabel, width: int, style: str) -> None:
    """Give a title its `style`, the next smaller one where it would not stand in one line of this `width`."""
    font = QFont(text.font())
    font.setPixelSize(theme.current().px(style))
    font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
    fits = QFontMetrics(font).horizontalAdvance(text.text()) < width
    wanted = style if fits else _SMALLER[style]
    if text.property("type") != wanted:
        set_property(text, "type", wanted)
