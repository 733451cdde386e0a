"""A connection whose every wait has a deadline, on every system.

psycopg wakes up by itself every tenth of a second to ask its generator whether it is done; there the time is looked at.
A call is given up for silence: bytes that come or go on a thin line give it more time, up to a bound.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar, cast

import psycopg
from psycopg import waiting
from psycopg.abc import PQGen

RV = TypeVar("RV")
_LOOK_SECONDS = 0.1
_SLOWEST = 4_000  # bytes a second of the thinnest line: what the system has taken to send may still be on its way
_LONGEST = 15  # times the silence that is allowed: no call takes longer, whatever trickles


class BoundedConnection(psycopg.Connection[tuple[Any, ...]]):
    """A session with the hub. Inside `bounded` nothing waits longer; after it ran out the connection is of no use."""

    _silence: float | None = None  # seconds
    _deadline = _end = 0.0
    _is_cut = False

    @contextmanager
    def bounded(self, seconds: float, sending: int = 0) -> Iterator[None]:
        """What happens inside raises `psycopg.OperationalError` once nothing has moved for so many seconds.

        `sending`: bytes that the hub must have before it can answer.
        """
        now = monotonic()
        self._silence, self._deadline, self._end = seconds, now + seconds + sending / _SLOWEST, now + seconds * _LONGEST
        try:
            yield
        finally:
            self._silence = None

    def cut(self) -> None:
        """From another thread: whoever waits gives up at the next look."""
        self._is_cut = True

    def wait(self, gen: PQGen[RV], interval: float = _LOOK_SECONDS, timeout: float | None = None) -> RV:
        """Consume one of psycopg's generators, looking at the time between its steps."""
        return super().wait(self._timed(gen), min(interval, _LOOK_SECONDS), timeout)

    def _timed(self, gen: PQGen[RV]) -> PQGen[RV]:
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                self._look(ready)
                wanted = gen.send(ready)
        except StopIteration as done:
            return cast("RV", done.value)

    def _look(self, ready: Any) -> None:
        late = self._silence is not None and self._is_late(self._silence, moved=ready != waiting.Ready.NONE)
        if self._is_cut or late:
            self.pgconn.finish()  # closed without a word: the other side may not listen
            raise psycopg.OperationalError("no answer in time" if late else "cut off")

    def _is_late(self, silence: float, *, moved: bool) -> bool:
        now = monotonic()
        if moved:
            self._deadline = max(self._deadline, now + silence)
        return now > min(self._deadline, self._end)
