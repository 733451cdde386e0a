"""A schedule of steps, carried out in the order of their moments; a step may plan further ones."""

import heapq
from collections.abc import Callable, Iterator
from datetime import date, time

from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import day_of, ms_at

Step = Callable[[int], object]
"""Called with the moment (ms) that it is carried out at."""


class Agenda:
    """Steps by moment. Two of one moment keep the order in which they were planned."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, int, Step]] = []
        self._planned = 0

    def at(self, day: date, clock: str, do: Step) -> None:
        """Plan `do` for a day and a time as `09:30`."""
        self.moment(ms_at(day, time.fromisoformat(clock)), do)

    def moment(self, at: int, do: Step) -> None:
        """Plan `do` for a moment (ms)."""
        heapq.heappush(self._steps, (at, self._planned, do))
        self._planned += 1

    def days(self) -> Iterator[date]:
        """The days with steps, in order; the caller runs each day before it takes the next."""
        while self._steps:
            yield day_of(self._steps[0][0])

    def run_day(self, day: date) -> None:
        """Carry out a day's steps, also those that are planned meanwhile."""
        while self._steps and day_of(self._steps[0][0]) == day:
            moment, _, do = heapq.heappop(self._steps)
            do(moment)

    def until(self, end: int, progress: Progress = no_progress) -> None:
        """Carry out the steps before a moment (ms); the others are dropped. `progress` counts steps."""
        passed = 0
        while self._steps:
            moment, _, do = heapq.heappop(self._steps)
            if moment < end:
                do(moment)
            passed += 1
            progress(passed, passed + len(self._steps))
