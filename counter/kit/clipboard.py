"""Copies table contents, and clears them from the clipboard when the screen locks: they may name customers."""

from PySide6.QtGui import QGuiApplication


class _Copied:
    """The text that this program copied last; "" for none."""

    text = ""


def put(text: str) -> None:
    """Copy `text`."""
    _Copied.text = text
    QGuiApplication.clipboard().setText(text)


def clear() -> None:
    """Clear the clipboard if it still holds what `put` copied last."""
    text, _Copied.text = _Copied.text, ""
    if text and QGuiApplication.clipboard().text() == text:
        QGuiApplication.clipboard().clear()
