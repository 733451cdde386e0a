"""A connection whose every wait has a deadline, on every system.

psycopg wakes up by itself every tenth of a second to ask its generator whether it is done; there the time is looked at.
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


class BoundedConnection(psycopg.Connection[tuple[Any, ...]]):
    """A session with the hub. Inside `bounded` nothing waits longer; after it ran out the connection is of no use."""

    _deadline: float | None = None
    _is_cut = False

    @contextmanager
    def bounded(self, seconds: float) -> Iterator[None]:
        """What happens inside ends within `seconds`, or raises `psycopg.OperationalError`."""
        self._deadline = monotonic() + seconds
        try:
            yield
        finally:
            self._deadline = None

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
        late = self._deadline is not None and monotonic() > self._deadline
        if self._is_cut or (late and ready == waiting.Ready.NONE):
            self.pgconn.finish()  # closed without a word: the other side may not listen
            raise psycopg.OperationalError("no answer in time" if late else "cut off")
