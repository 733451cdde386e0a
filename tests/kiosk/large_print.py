"""大字 is really large: every text of every page at least half as large again as in normal print."""

from typing import Any, NamedTuple

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kiosk.widgets.title_size import words_of
from tests.support.seen import seen

TIMES, ROUNDING = 1.5, 1
_KINDS = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)


class Print(NamedTuple):
    """How large a text is, px; how wide its longest word is in it; and how wide its place is."""

    size: int
    word: int
    room: int

    @classmethod
    def of(cls, widget: QWidget, text: str) -> "Print":
        metrics = QFontMetrics(widget.font())
        word = max(metrics.horizontalAdvance(word) for word in words_of(text))
        return cls(widget.font().pixelSize(), word, widget.contentsRect().width())


Prints = dict[tuple[str, str, str], Print]
"""By page, kind and text."""


def shown(widget: QWidget) -> str:
    text = widget.placeholderText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]
    return str(text).strip()


def prints_of(window: Any, page: str) -> Prints:
    """Of the page that is open: the smallest print in which each text stands there."""
    found: Prints = {}
    for widget in seen(window):
        kind = next((kind.__name__ for kind in _KINDS if isinstance(widget, kind)), "")
        if kind and shown(widget):
            key = page, kind, shown(widget)
            found[key] = min(found.get(key, Print(1 << 30, 0, 0)), Print.of(widget, key[-1]))
    return found


def too_small(normal: Prints, large: Prints) -> list[str]:
    """The texts that are not half as large again; smaller only where one word in such print would be cut."""
    both = normal.keys() & large.keys()
    assert len(both) > 0.8 * len(normal)
    small = []
    for key in sorted(both):
        wanted, now = normal[key].size * TIMES, large[key]
        would_be_cut = now.word * wanted / now.size > now.room
        if now.size < wanted - ROUNDING and not would_be_cut:
            small.append(f"{key}: {normal[key]}, in large print {now}")
    return small
