"""A watchdog of the screen's thread: how much of its own CPU time any one turn of its event loop takes.

Its own time, not the clock's: a busy machine makes everybody wait, but only a heavy call takes the thread itself long.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer


class Turn(NamedTuple):
    """One turn of the event loop: ms on the clock, ms of the thread's CPU, what was being done."""

    wall: float
    cpu: float
    doing: str


class Watch:
    """Ticks each millisecond while something is being `done`; what lies between two ticks was somebody's call."""

    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self._doing = ""
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._begin()

    @contextmanager
    def over(self, doing: str) -> Iterator[None]:
        """Watch what happens inside; what the test itself does between is nobody's call."""
        self._doing = doing
        self._begin()
        self._timer.start()
        try:
            yield
        finally:
            self._tick()
            self._timer.stop()

    @property
    def worst(self) -> list[Turn]:
        """The ten turns that took the thread most."""
        return sorted(self.turns, key=lambda turn: turn.cpu, reverse=True)[:10]

    def _begin(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        self.turns.append(Turn((wall - self._wall) * 1000, (cpu - self._cpu) * 1000, self._doing))
        self._begin()
