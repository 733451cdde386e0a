"""A connection whose every wait has a deadline, on every system.

psycopg resumes its generator every tenth of a second; that is where the deadlines are checked. A call is given up when
no byte has moved for so long: on a slow connection bytes that come or go extend the deadline, up to a bound.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar, cast

import psycopg
from psycopg import waiting
from psycopg.abc import PQGen

RV = TypeVar("RV")
_CHECK_SECONDS = 0.1
_SLOWEST = 4_000  # bytes a second of the slowest connection: what the kernel has buffered may still be on its way
_LONGEST = 15  # times the allowed silence: no call takes longer, even if bytes keep moving


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
        """From another thread: a waiting call gives up at the next check."""
        self._is_cut = True

    def wait(self, gen: PQGen[RV], interval: float = _CHECK_SECONDS, timeout: float | None = None) -> RV:
        """Consume one of psycopg's generators, checking the deadlines between its steps."""
        return super().wait(self._timed(gen), min(interval, _CHECK_SECONDS), timeout)

    def _timed(self, gen: PQGen[RV]) -> PQGen[RV]:
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                self._check(ready)
                wanted = gen.send(ready)
        except StopIteration as done:
            return cast("RV", done.value)

    def _check(self, ready: Any) -> None:
        late = self._silence is not None and self._is_late(self._silence, moved=ready != waiting.Ready.NONE)
        if self._is_cut or late:
            self.pgconn.finish()  # without PostgreSQL's closing message, which could block
            raise psycopg.OperationalError("no answer in time" if late else "cut off")

    def _is_late(self, silence: float, *, moved: bool) -> bool:
        now = monotonic()
        if moved:
            self._deadline = max(self._deadline, now + silence)
        return now > min(self._deadline, self._end)
