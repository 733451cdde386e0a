"""Ignores acting keys for a second after a page change: a second Enter must not act on a page not seen yet.

One for the whole process, like the theme: there is one screen and one keyboard.
"""

import time

from PySide6.QtCore import Qt

_SECOND_NS = 1_000_000_000
_ACTING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_changed_at = -_SECOND_NS


def note() -> None:
    """Record that the page has just changed."""
    global _changed_at
    _changed_at = time.monotonic_ns()


def reset() -> None:
    """Let every key act again at once."""
    global _changed_at
    _changed_at = -_SECOND_NS


def too_soon(key: int) -> bool:
    """Whether this key (a `Qt.Key`) acts and comes within a second of a page change; letters and digits do not act."""
    acts = key in _ACTING_KEYS or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return acts and time.monotonic_ns() - _changed_at < _SECOND_NS
