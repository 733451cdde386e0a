"""When nobody has touched the counter for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Emits `quiet` after the allowed time without key, click or touch in our windows; then stops until `start`.

    It listens to the windows that had the keyboard, as the system's keys and clicks reach those first. Listening to the
    whole application would ask it about every event of every widget, which is felt when a page is put together.
    """

    quiet = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.quiet)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)

    def start(self) -> None:
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()

    def allow(self, seconds: int) -> None:
        """Set the allowed time, s. The same time again changes nothing: QTimer.setInterval restarts a running timer."""
        if seconds * 1000 != self.timer.interval():
            self.timer.setInterval(seconds * 1000)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self.timer.isActive():
            self.timer.start()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
