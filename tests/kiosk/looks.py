"""What can be wrong with a page at a glance: cut texts, overlapping or tiny targets. Each fault as a sentence."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QStackedWidget, QWidget

from kiosk.widgets.tiles import CardButton, Tile
from shared.qt import theme
from shared.qt.elided import Elided
from tests.support.seen import seen

_ROUNDING = 2


class Stretched(QTranslator):
    """A language in which every text takes half as much room again."""

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        words = source.split() or [source]
        grown = len(source) // 2
        return " ".join(words) + " " + "".join(source[i % len(source)] for i in range(grown)).translate(_PLAIN)


_PLAIN = str.maketrans({"{": "", "}": "", "%": "", "\n": ""})


def faults(window: QWidget) -> Iterator[str]:
    """Everything that is wrong with what `window` shows now."""
    for widget in seen(window):
        if isinstance(widget, QLabel):
            yield from _cut(widget)
        if isinstance(widget, QAbstractButton):
            yield from _small(widget)
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield from _outside(widget)
        if isinstance(widget, CardButton):
            yield from _uneven(widget)
        yield from _overlaps(widget)
    yield from _overlaps(window)


def _cut(label: QLabel) -> Iterator[str]:
    text, room = label.text(), label.contentsRect()
    if not text:
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _ROUNDING:
            yield f"“{text}” needs {needed} px of height, has {label.height()}"
        longest = max(QFontMetrics(label.font()).horizontalAdvance(word) for word in _unbreakable(text))
        if longest > room.width() + _ROUNDING:
            yield f"“{text}” has a word of {longest} px in {room.width()}"
    elif isinstance(label, Elided):
        if label.width() < label.minimumSizeHint().width():
            yield f"nothing is left of “{text}”"
    elif label.sizeHint().width() > label.width() + _ROUNDING or label.sizeHint().height() > label.height() + _ROUNDING:
        yield f"“{text}” is {label.sizeHint()}, has {label.size()}"


def _unbreakable(text: str) -> list[str]:
    return [word for word in text.split() if word.isascii()] or ["字"]


def _small(button: QAbstractButton) -> Iterator[str]:
    now = theme.current()
    least = now.px("touch")
    if isinstance(button, Tile):
        least = max(least, now.mm("award_mm"))
    name = button.accessibleName() or button.text()
    if not name:
        yield f"a {type(button).__name__} has no name for screen readers"
    if min(button.width(), button.height()) < least - _ROUNDING:
        yield f"“{name}” is {button.width()} × {button.height()}, less than {least}"
    if button.text() and not isinstance(button, CardButton) and button.sizeHint().width() > button.width() + _ROUNDING:
        yield f"“{name}” needs {button.sizeHint().width()} px of width, has {button.width()}"


def _outside(widget: QWidget) -> Iterator[str]:
    """Whatever one of the widgets around it cuts off."""
    around = widget.parentWidget()
    while around is not None:
        place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        room = around.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
        if not room.contains(place):
            yield f"{_describe(widget)} at {place} leaves the {type(around).__name__} around it, {around.size()}"
            return
        around = None if around.isWindow() else around.parentWidget()


def _uneven(card: CardButton) -> Iterator[str]:
    """Cards of one kind that differ in size, and so look as if they differed in weight."""
    first = card.same_size[0]
    if max(abs(card.width() - first.width()), abs(card.height() - first.height())) > _ROUNDING:
        yield f"{_describe(card)} is {card.size()}, {_describe(first)} beside it {first.size()}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Only widgets laid out side by side by one layout count; a covering page covers on purpose."""
    layout = parent.layout()
    if layout is None or isinstance(parent, QStackedWidget):
        return
    placed = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]
    laid_out = [child for child in placed if layout.indexOf(child) >= 0 or _nested(layout, child)]
    for one, other in combinations(laid_out, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > _ROUNDING and shared.height() > _ROUNDING:
            yield f"{_describe(one)} and {_describe(other)} overlap by {shared}"


def _nested(layout, child: QWidget) -> bool:
    inner = (layout.itemAt(i).layout() for i in range(layout.count()))
    return any(found is not None and (found.indexOf(child) >= 0 or _nested(found, child)) for found in inner)


def _describe(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")
    return f"{type(widget).__name__} “{widget.accessibleName() or (text() if callable(text) else text)}”"
