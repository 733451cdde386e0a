"""What many tests of the counter do with a dialog or with the time."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.counter.conftest import CTRL, Counter


def confirms(counter: Counter) -> None:
    """Press the first button of the open dialog by its key, and wait until the dialog has closed."""
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()


def later(counter: Counter, days: int) -> None:
    """So many days pass."""
    counter.times.passed += timedelta(days=days) // timedelta(milliseconds=1)
