"""The time between two keys: how long ago the last one came, and a signal when no other comes."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal


class KeyTimes(QObject):
    """By the monotonic clock; tests replace it by one they set themselves."""

    over = Signal()
    """No other key came within the ms that `wait` was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._since.start()
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.over)

    def elapsed(self) -> int:
        """Since the last `restart`, ms."""
        return self._since.elapsed()

    def restart(self) -> int:
        """Count from now on; the ms until now."""
        return self._since.restart()

    def wait(self, ms: int) -> None:
        """Emit `over` in so many ms, unless called again or stopped."""
        self._wait.start(ms)

    def stop(self) -> None:
        """Do not emit `over`."""
        self._wait.stop()
