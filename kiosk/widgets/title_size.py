"""Shrinks titles that would need two lines; in senior mode only those of which a word would be cut."""

import re

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel

from shared.qt import theme
from shared.qt.widgets import set_property

_SMALLER = {"display": "title", "title": "strong"}


def fit_line(text: QLabel, width: int, style: str) -> None:
    """Give a title its `style`, or the next smaller one if it does not fit in one line of this `width` (px).

    In senior mode a title wraps instead, and is smaller only if one of its words would not fit.
    """
    parts = words_of(text.text()) if theme.current().senior else [text.text()]
    wanted = style if all(fits(text, part, width, style) for part in parts) else _SMALLER[style]
    if text.property("type") != wanted:
        set_property(text, "type", wanted)


def fits(text: QLabel, part: str, width: int, style: str) -> bool:
    """Whether `part` of a title stands in one line of this `width` in this style."""
    font = QFont(text.font())
    font.setPixelSize(theme.current().px(style))
    font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong"]))
    return QFontMetrics(font).horizontalAdvance(part) < width


def words_of(text: str) -> list[str]:
    """The pieces no line break divides: Latin words, and single Chinese characters."""
    return re.findall(r"[!-~]+|\S", text)
