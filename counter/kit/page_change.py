"""Keys pressed before a person can have seen the new page: an impatient second Enter must not act on it.

One for the whole process, like the theme: there is one screen and one keyboard.
"""

import time

from PySide6.QtCore import Qt

_SECOND_NS = 1_000_000_000
_ACTING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_changed_at = -_SECOND_NS


def note() -> None:
    """The page has just changed."""
    global _changed_at
    _changed_at = time.monotonic_ns()


def forget() -> None:
    """The person has seen the page: every key acts again."""
    global _changed_at
    _changed_at = -_SECOND_NS


def too_soon(key: int) -> bool:
    """Whether this key acts and comes within a second of a page change. Letters, digits and navigation never do."""
    acts = key in _ACTING or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return acts and time.monotonic_ns() - _changed_at < _SECOND_NS
