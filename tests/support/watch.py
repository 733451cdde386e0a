"""Measures how much CPU time of the screen's thread each call of its event loop takes.

CPU time of the thread and not wall time, because on a busy machine every call waits, but only a heavy one computes for
long. A shared core may still be two or three times slower from one second to the next. So the same small piece of Qt
work is timed every tenth of a second and after each heavy call, and each call's time is divided by the slowdown that
this reference showed just before or just after it, whichever is greater.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

FRAME_MS, OPENING_MS = 16.0, 50.0
"""What a call may take: a frame of the screen; more where a page is opened for the first time, and so built."""
_WORK_MS = 1.0
"""What the reference work takes on an ordinary, idle core."""
_LABELS = 10
_EVERY_SECONDS = 0.1
_HEAVY_MS = 8


@dataclass(frozen=True)
class Call:
    """One call of the event loop: `wall` ms, `cpu` ms of the thread, what was being done, the ms that it may take.

    `pace`: how many times slower than an ordinary core the machine was; never less than one.
    """

    wall: float
    cpu: float
    doing: str
    budget: float
    pace: float

    @property
    def ms(self) -> float:
        """What it takes on an ordinary core."""
        return self.cpu / self.pace

    @property
    def late(self) -> bool:
        """Whether it took longer than it may."""
        return self.ms >= self.budget


class Watch(QObject):
    """Ticks each millisecond inside `over`; the time between two ticks is taken as one call.

    Painting `window` is a call of its own, as a tick precedes it. Several calls within a millisecond count as one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.calls: list[Call] = []
        self._window = window
        self._since: list[tuple[float, float, str, float]] = []
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._pace = _pace()
        self._paced = time.perf_counter()
        self._begin()

    @contextmanager
    def over(self, doing: str, budget: float = FRAME_MS) -> Iterator[None]:
        """Watch what happens inside, each call against `budget` ms; what the test does in between is not counted."""
        self._doing, self._budget = doing, budget
        self._begin()
        self._timer.start()
        self._window.installEventFilter(self)
        try:
            yield
        finally:
            self._window.removeEventFilter(self)
            self._tick()
            self._timer.stop()
            self._keep_pace()

    @property
    def late(self) -> list[Call]:
        """The calls that took longer than they may."""
        return [call for call in self.calls if call.late]

    @property
    def worst(self) -> list[Call]:
        """The ten calls that took the thread most."""
        return sorted(self.calls, key=lambda call: call.ms, reverse=True)[:10]

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self._mark()
        return False

    def _begin(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def _mark(self) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        self._since.append(((wall - self._wall) * 1000, (cpu - self._cpu) * 1000, self._doing, self._budget))
        self._begin()

    def _tick(self) -> None:
        self._mark()
        heavy = any(cpu > _HEAVY_MS for _wall, cpu, *_ in self._since)
        if heavy or time.perf_counter() - self._paced > _EVERY_SECONDS:
            self._keep_pace()
            self._begin()

    def _keep_pace(self) -> None:
        """Close the calls since the last reference with the slower of the two: the machine had one of both speeds."""
        now = _pace()
        self.calls += [Call(*call, pace=max(self._pace, now, 1.0)) for call in self._since]
        self._since, self._pace, self._paced = [], now, time.perf_counter()


def _pace() -> float:
    """How many times slower the machine is just now; the better of two, as one may be interrupted."""
    return min(_work(), _work()) / _WORK_MS


def _work() -> float:
    begun = time.thread_time()
    page = QWidget()
    box = QVBoxLayout(page)
    for place in range(_LABELS):
        label = QLabel(f"暖窗 {place}")
        label.setWordWrap(True)
        box.addWidget(label)
    box.activate()
    return (time.thread_time() - begun) * 1000
