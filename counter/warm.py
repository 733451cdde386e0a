"""Heavy work in small steps, so that no frame is late: pages are made before anybody opens them, and taken apart after.

A timer of some milliseconds, not of none: Qt does everything that is due at once in one and the same turn.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

NEXT_FRAME_MS = 5
_STEP_MS = 30  # between two steps, for whatever the person does meanwhile


class Steps(QObject):
    """Takes one step after the other, as long as `step()` says that there is another; then `done()`."""

    def __init__(self, step: Callable[[], bool], parent: QObject, done: Callable[[], None] = lambda: None) -> None:
        super().__init__(parent)
        self._step, self._done = step, done
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._take)
        self._timer.start()

    def _take(self) -> None:
        if not self._step():
            self._timer.stop()
            self._done()
