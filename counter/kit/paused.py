"""Watches whether the signed-in person is paused, and the time left."""

from PySide6.QtCore import QObject, QTimer, Signal

from counter.kit.clock import length
from counter.session import CounterSession
from shared.domain.actor import Actor
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Mine, Pause

_TICK_MS = 1000


class PausedWatch(QObject):
    """Emits `ticked` each second of a pause, and once when it is over."""

    ticked = Signal()

    def __init__(self, session: CounterSession, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actor = session, actor
        self._pause: Pause | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.ticked)
        session.changed.connect(self._read)
        self._read()

    @property
    def left(self) -> str:
        """The time left: 3:12, +0:07 beyond the end; empty when no pause runs."""
        if self._pause is None:
            return ""
        measured = self._session.measured(self._pause.id)
        passed = self._pause.lasted(self._session.now()) if measured is None else measured
        rest = self._pause.seconds * 1000 - passed
        return length(rest + _TICK_MS - 1) if rest > 0 else f"+{length(-rest)}"

    def _read(self) -> None:
        number, now = self._actor.number, self._session.now()
        self._session.read(self, lambda store: pauses.mine(store, number, now), self._show)

    def _show(self, mine: Mine) -> None:
        before, self._pause = self._pause, mine.running
        if mine.running is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        if before or self._pause:
            self.ticked.emit()
