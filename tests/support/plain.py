"""Finds widgets that would take a text for markup: Qt guesses, unless a widget is set to plain text."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QTextBrowser, QTextEdit, QWidget

_PLAIN = Qt.TextFormat.PlainText


def guessing(tops: Iterable[QWidget]) -> list[str]:
    """Every widget in these windows that guesses, and what it shows."""
    return [f"{type(w).__name__}: {said}" for top in tops for w in (top, *top.findChildren(QWidget)) for said in _of(w)]


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.textFormat() is not _PLAIN:
        yield widget.text()
    if isinstance(widget, QMessageBox) and widget.textFormat() is not _PLAIN:
        yield widget.text()
    if isinstance(widget, QTextBrowser) or (isinstance(widget, QTextEdit) and widget.acceptRichText()):
        yield widget.toPlainText()
    if "<" in widget.toolTip() and not widget.toolTip().startswith("<p>"):  # see `shared.qt.tips`
        yield widget.toolTip()
