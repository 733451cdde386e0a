"""The clock between keys, set by the test alone: a scanner of any pace costs no time."""

from PySide6.QtWidgets import QApplication

from shared.qt.key_times import KeyTimes


class TurnedTimes(KeyTimes):
    """Counts the ms that `passes` was told, and says `over` when its time has come."""

    def __init__(self) -> None:
        super().__init__()
        self._now = self._last = 0
        self._over_at: int | None = None

    def passes(self, ms: int) -> None:
        """So many ms later; Qt does what it has to do meanwhile."""
        self._now += ms
        if self._over_at is not None and self._now >= self._over_at:
            self._over_at = None
            self.over.emit()
        QApplication.processEvents()

    def elapsed(self) -> int:
        return self._now - self._last

    def restart(self) -> int:
        gap, self._last = self.elapsed(), self._now
        return gap

    def wait(self, ms: int) -> None:
        self._over_at = self._now + ms

    def stop(self) -> None:
        self._over_at = None
