"""What is copied from a table: it may name customers, so the lock takes it away from whoever sits here next."""

from PySide6.QtGui import QGuiApplication


class _Copied:
    """What this program put there last; "" for nothing."""

    text = ""


def put(text: str) -> None:
    """Copy it."""
    _Copied.text = text
    QGuiApplication.clipboard().setText(text)


def clear() -> None:
    """Take it away, unless somebody copied something else since, here or in another program."""
    text, _Copied.text = _Copied.text, ""
    if text and QGuiApplication.clipboard().text() == text:
        QGuiApplication.clipboard().clear()
