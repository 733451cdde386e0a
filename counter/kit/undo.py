"""The way back from what was just done by a slip: a button beside the sentence that says it, for some seconds."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QKeySequence

from counter.kit.words import UNDO, Button, keys, say

_TICK_MS = 1000
_SOURCE = QT_TRANSLATE_NOOP("Counter", "撤回{what}")


class UndoStep(Button):
    """Counts its seconds down, then goes. `what` names what `back` takes back. Give it to `Notice.suggest`."""

    def __init__(self, what: str, seconds: int, back: Callable[[], None]) -> None:
        self._what, self._left, self._back = what, seconds, back
        super().__init__("", "danger", shortcut=UNDO)
        self.clicked.connect(self._undo)
        self._second = QTimer(self, interval=_TICK_MS)
        self._second.timeout.connect(self._tick)
        self._second.start()

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._write()
        else:
            self._end()

    def _undo(self) -> None:
        self._end()
        self._back()

    def _end(self) -> None:
        self._second.stop()
        self.hide()

    def _write(self) -> None:
        text = say(_SOURCE).format(what=self._what)
        self.setText(f"{text} {self._left}  {keys(UNDO)}")
        self.setAccessibleName(text)
        self.setShortcut(QKeySequence(UNDO))  # after setText, which takes it away
