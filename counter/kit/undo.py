"""The button that undoes the last step, beside the notice that reports it, for some seconds."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QKeySequence

from counter.kit.words import UNDO, Button, keys, say

_TICK_MS = 1000
_UNDO = QT_TRANSLATE_NOOP("Counter", "撤回{what}")


class UndoStep(Button):
    """Counts `seconds` down, then hides. `what` names what `undo` takes back. Pass it to `Notice.suggest`."""

    def __init__(self, what: str, seconds: int, undo: Callable[[], None]) -> None:
        self._what, self._seconds_left, self._undo = what, seconds, undo
        super().__init__("", "danger", shortcut=UNDO)
        self.clicked.connect(self._on_clicked)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left > 0:
            self._write()
        else:
            self._end()

    def _on_clicked(self) -> None:
        self._end()
        self._undo()

    def _end(self) -> None:
        self._timer.stop()
        self.hide()

    def _write(self) -> None:
        text = say(_UNDO).format(what=self._what)
        self.setText(f"{text} {self._seconds_left}  {keys(UNDO)}")
        self.setAccessibleName(text)
        self.setShortcut(QKeySequence(UNDO))  # after setText, which removes it
