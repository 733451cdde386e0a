"""Detects that nobody has used the counter for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_INPUT_EVENTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Emits `timed_out` after the limit without key, click or touch in our windows; then stops until `start`.

    The event filter is on each window that has had the focus, not on the application: there it would be called for
    every event of every widget, which slows down building a page.
    """

    timed_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.timed_out)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._windows: set[QWindow] = set()
        """Kept: otherwise PySide would make a new Python object for each event of a window."""

    def start(self) -> None:
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()

    def set_limit(self, seconds: int) -> None:
        """Set the limit, s. The same limit changes nothing: QTimer.setInterval would restart a running timer."""
        if seconds * 1000 != self.timer.interval():
            self.timer.setInterval(seconds * 1000)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT_EVENTS and self.timer.isActive():
            self.timer.start()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            self._windows = {each for each in self._windows if isValid(each)} | {window}
            window.installEventFilter(self)
