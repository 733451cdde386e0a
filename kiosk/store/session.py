"""The kiosk's session with its store: keeps the last `Lobby`, reads it afresh, and says when the store fails.

Loaded before the first frame, so what reads the store is imported late, on the store thread.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from kiosk.store.lobby import Lobby, State
from shared.domain.clock import steady_clock
from shared.qt.background import Background
from shared.qt.session import Session

if TYPE_CHECKING:
    from shared.journal.store import Store

_REFRESH_MS = 10_000
_RETRY_MS = 60_000


class KioskSession(Session["Store"]):
    """Emits `changed` when the lobby differs or the store fails (`error`); a failed store is opened again later.

    `device_set`: staff have changed how this device is set.

    `clock` gives this PC's time, epoch ms; the hall is read again every `refresh_ms`.
    """

    changed = Signal()
    opened = Signal()
    device_set = Signal()

    def __init__(
        self,
        folder: Path,
        opener: "Callable[[], Store]",
        clock: Callable[[], int],
        always_open: bool = False,
        steady: Callable[[], int] = steady_clock,
        refresh_ms: int = _REFRESH_MS,
    ) -> None:
        background: Background[Store] = Background(opener)
        super().__init__(background)
        background.setParent(self)
        self.folder = folder
        self.lobby: Lobby | None = None
        self.error: Exception | None = None
        self._clock, self._always_open = clock, always_open
        self.steady = steady
        """The steady clock, ms: no change of the system time affects it."""
        self._rest_until = 0
        background.ready.connect(self.refresh)
        background.ready.connect(self.opened)
        background.broken.connect(self.fail)
        self._timer = QTimer(self, interval=refresh_ms)
        self._timer.timeout.connect(self.refresh)
        self._next_change = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next_change.timeout.connect(self.refresh)
        self._retry = QTimer(self, interval=_RETRY_MS, singleShot=True)
        self._retry.timeout.connect(background.start)

    @property
    def state(self) -> State:
        """Whether customers can use the kiosk now."""
        if self.error:
            return State.BROKEN
        return self.lobby.state if self.lobby else State.STARTING

    def now(self) -> int:
        """The hall's time, epoch ms: this PC's clock, corrected where the hub found it off by minutes."""
        return self._clock() + (self.lobby.clock_correction if self.lobby else 0)

    def start(self) -> None:
        """Open the store; call it after the first frame."""
        self.background.start()

    def refresh(self) -> None:
        """Read the hall again."""
        self._timer.start()
        always, clock = self._always_open, self._clock()
        self.read(self, lambda store: _read_lobby(store, always, clock), self.set_lobby)

    def maintain(self, work: "Callable[[Store], None]") -> None:
        """Run maintenance work on the store thread."""
        self.background.run(work, failed=self.fail)

    def rest(self) -> None:
        """After a burst of cards: accept none for the policy's time."""
        if self.lobby:
            self._rest_until = self.now() + self.lobby.times.burst_rest_seconds * 1000
            self.set_lobby(self.lobby)

    def end_rest(self) -> None:
        """Accept cards again at once."""
        self._rest_until = 0

    def set_lobby(self, lobby: Lobby) -> None:
        """Make a lobby that was just read the present one."""
        resting = lobby.state is State.OPEN and self.now() < self._rest_until
        lobby = replace(lobby, state=State.RESTING) if resting else lobby
        self._wait_for_next_change(lobby)
        if lobby != self.lobby or self.error:
            self.lobby, self.error = lobby, None
            self.changed.emit()

    def fail(self, error: Exception) -> None:
        """The store cannot be opened, read or written: close the kiosk to customers, open the store again later."""
        if getattr(error, "start_again", False):  # opened again here, the tables would be rebuilt for an older version
            raise error
        first, self.error = self.error is None, error
        self._timer.stop()
        self._retry.start()
        if first:
            self.changed.emit()

    def close(self) -> None:
        """Finish the queued work and close the store."""
        for timer in (self._timer, self._next_change, self._retry):
            timer.stop()
        self.background.close()

    def _wait_for_next_change(self, lobby: Lobby) -> None:
        """Read again at the moment the hall opens or closes or the rest is over, instead of up to 10 s later."""
        now = self._clock() + lobby.clock_correction
        ahead = [moment - now for moment in (lobby.changes_at, self._rest_until) if moment is not None and moment > now]
        if ahead:
            self._next_change.start(min(ahead))
        else:
            self._next_change.stop()


def _read_lobby(store: "Store", always_open: bool, clock: int) -> Lobby:
    from kiosk.store import hall

    return hall.lobby(store, always_open, clock=clock)
