"""大字 is really large: every text of every page at least half as large again as in normal print."""

from typing import Any, NamedTuple

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kiosk.pages.attract import AttractPage
from kiosk.widgets.print_size import words_of
from kiosk.widgets.scene import WindowScene
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.walk import pages

VARIANTS = [(size, language) for size in (STANDING, LYING) for language in ("zh_CN", "en")]
_TIMES, _ROUNDING, _SETTLES = 1.5, 1, 3
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


def shown(widget: QWidget) -> str:
    text = widget.placeholderText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]
    return str(text).strip()


def prints(window: Any) -> dict[tuple[str, str, str], Print]:
    """By page, kind and text: the smallest print in which the text stands there."""
    found: dict[tuple[str, str, str], Print] = {}
    for page in pages(window):
        for _ in range(_SETTLES):
            QApplication.processEvents()
        for kind in _KINDS:
            for widget in (each for each in window.findChildren(kind) if each.isVisible() and shown(each)):
                key = page, kind.__name__, shown(widget)
                found[key] = min(found.get(key, Print(1 << 30, 0, 0)), Print.of(widget, key[-1]))
    return found


def in_large_print(window: Any, seen: Any) -> tuple[Any, Any]:
    """What `seen` finds in normal and in large print."""
    window.set_look(senior=False, contrast=False)
    normal = seen(window)
    window.set_look(senior=True, contrast=False)
    return normal, seen(window)


@pytest.mark.parametrize(("size", "language"), VARIANTS)
def test_every_text_is_half_as_large_again(lobby, size, language):
    """Smaller only where one word in such print would be cut."""
    window = lobby.open(size=size)
    window.speak(language)
    normal, large = in_large_print(window, prints)
    both = normal.keys() & large.keys()
    assert len(both) > 0.8 * len(normal)
    small = []
    for key in sorted(both):
        wanted, now = normal[key].size * _TIMES, large[key]
        would_be_cut = now.word * wanted / now.size > now.room
        if now.size < wanted - _ROUNDING and not would_be_cut:
            small.append(f"{key}: {normal[key]}, in large print {now}")
    assert small == []


def scene_print(window: Any) -> float:
    window.home()
    for _ in range(_SETTLES):
        QApplication.processEvents()
    assert isinstance(window.page, AttractPage)
    return window.page.findChild(WindowScene).print_size


@pytest.mark.parametrize(("size", "language"), VARIANTS)
def test_the_five_names_on_the_sill_are_half_as_large_again(lobby, size, language):
    window = lobby.open(size=size)
    window.speak(language)
    normal, large = in_large_print(window, scene_print)
    assert large >= normal * _TIMES - _ROUNDING
