"""Pages are put together before anybody asks for them, so that the first opening of each is as quick as any other."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer

_STEP_MS = 30  # between two steps, for whatever the person does meanwhile


class Preparing(Protocol):
    """Does the next small step; whether there is another."""

    def __call__(self) -> bool: ...


class Warm(QObject):
    """Takes one step after the other in the pauses of the screen's thread, from the first moment on."""

    def __init__(self, step: Preparing, parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._take)
        self._timer.start()

    def _take(self) -> None:
        if not self._step():
            self._timer.stop()
