"""The end of a change of text size or colours, in calls of the event loop of their own: one took 35 to 50 ms."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.shell.frame import Frame

_STEP_MS = 1


class LookChange(QTimer):
    """Fills a window's new frame, then shows it; until then the window neither paints nor takes touches."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, interval=_STEP_MS)
        self._window = window
        self._steps: deque[Callable[[], None]] = deque()
        self.timeout.connect(self._take_step)

    def begin(self, frame: Frame, fill: Callable[[], None]) -> None:
        """Do the rest soon: `fill` shows the page in this frame, which is in the window already."""
        frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window.setUpdatesEnabled(False)
        self._steps += fill, partial(self._reveal, frame)
        self.start()

    def finish(self) -> None:
        """Do what is left at once."""
        while self._steps:
            self._take_step()

    def _take_step(self) -> None:
        step = self._steps.popleft()
        if not self._steps:
            self.stop()
        step()

    def _reveal(self, frame: Frame) -> None:
        frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self._window.setUpdatesEnabled(True)
        # Qt dropped the request to paint what changed meanwhile.
        QApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        frame.slide_in()
