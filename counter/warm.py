"""Heavy work in small steps, one a turn of the event loop, so that no frame is late.

Pages are made before anybody opens them, and taken apart after.
"""

from collections import deque
from collections.abc import Iterator

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

NEXT_FRAME_MS = 5
"""A timer of some milliseconds, not of none: Qt does everything that is due at once in one and the same turn."""
IN_BETWEEN_MS = 30
"""Between two steps that nobody waits for."""


class Steps(QObject):
    """Takes one step after the other, each in a turn of its own; a step yields the ms until the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Iterator[int]] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take)

    def first(self, steps: Iterator[int]) -> None:
        """These before all others: somebody waits for them."""
        self._waiting.appendleft(steps)
        self._timer.start(NEXT_FRAME_MS)

    def after(self, steps: Iterator[int]) -> None:
        """These when all others are done."""
        self._waiting.append(steps)
        if not self._timer.isActive():
            self._timer.start(IN_BETWEEN_MS)

    def _take(self) -> None:
        steps, pause = self._waiting[0], None
        try:
            pause = next(steps, None)
        finally:  # a page that cannot be made keeps nobody from the others
            if pause is None:
                self._waiting.remove(steps)
            if self._waiting and not self._timer.isActive():
                self._timer.start(pause or NEXT_FRAME_MS)


def load_widgets() -> None:
    """PySide makes a class when it is first met, and all kinds of widget once it has to find out which one it met."""
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
