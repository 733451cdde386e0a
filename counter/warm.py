"""Heavy work in small steps, a few milliseconds a turn of the event loop, so that no frame is late.

Pages are made before anybody opens them, and taken apart after.
"""

import gc
import time
from collections import deque
from collections.abc import Callable, Iterator

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

_NEXT_FRAME_MS = 5
"""A timer of some milliseconds, not of none: Qt does everything that is due at once in one and the same turn."""
_IN_BETWEEN_MS = 30
"""Between two turns that nobody waits for."""
_SHARE_SECONDS = 0.004
"""What a turn may take before the next step is left to the next one; the rest of a frame is for painting it."""


class Steps(QObject):
    """Takes one step after the other until the turn has had its share; a generator yields wherever it may wait.

    What an owner wanted ends with the owner.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first: deque[tuple[QObject, Iterator[None]]] = deque()
        self._after: deque[tuple[QObject, Iterator[None]]] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take)

    @property
    def hurry(self) -> bool:
        """Whether there is something to be done that somebody waits for."""
        return bool(self._first)

    def first(self, owner: QObject, steps: Iterator[None]) -> None:
        """These before all that nobody waits for."""
        if not self._first:
            self._timer.start(_NEXT_FRAME_MS)
        self._first.append((owner, steps))

    def soon(self, owner: QObject, work: Callable[[], None]) -> None:
        """In a turn of its own, before all that nobody waits for."""
        self.first(owner, _once(work))

    def after(self, owner: QObject, steps: Iterator[None]) -> None:
        """These when all others are done; nobody waits for them."""
        self._after.append((owner, steps))
        if not self._timer.isActive():
            self._timer.start(_IN_BETWEEN_MS)

    def _take(self) -> None:
        queue, done = self._first or self._after, True
        owner, steps = queue[0]
        try:
            done = not isValid(owner) or _over(steps)
        finally:  # a page that cannot be made keeps nobody from the others
            if done:
                queue.popleft()
            if self._first:
                self._timer.start(_NEXT_FRAME_MS)
            elif self._after:
                self._timer.start(_IN_BETWEEN_MS)


def _once(work: Callable[[], None]) -> Iterator[None]:
    work()
    yield from ()


def _over(steps: Iterator[None]) -> bool:
    """Whether all was done before the turn had had its share."""
    end = time.perf_counter() + _SHARE_SECONDS
    return not any(time.perf_counter() > end for _ in steps)


def settles() -> Iterator[None]:
    """What is there by now stays: Python looks through all of it again otherwise, 30 ms in the middle of a call."""
    gc.freeze()
    yield from ()


def sweeps() -> Iterator[None]:
    """Nobody is at the screen: let go of what those who left have left behind."""
    gc.unfreeze()
    gc.collect()
    yield from settles()


def load_widgets() -> None:
    """PySide makes a class when it is first met, and all kinds of widget once it has to find out which one it met."""
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
