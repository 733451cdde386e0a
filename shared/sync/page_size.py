"""How many bytes one message to or from the hub may have: as many as pass in a few seconds on this connection."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from shared.journal.store import Store

A = TypeVar("A")
LEAST, FIRST, MOST = 8_000, 64_000, 4_000_000
"""Bytes. A single event may be larger than the least; the hub takes 40 MB at once."""


class PageSize:
    """Learns from every page: a full one that passed makes it up to twice as large, one that was cut halves it.

    `aim`: how long a page should take, seconds. `broken`: the errors that mean the connection was cut.
    """

    def __init__(self, aim: float, broken: type[Exception]) -> None:
        self.bytes, self.last = FIRST, 0  # bytes that the next page should have; that the last one had
        self._aim, self._broken = aim, broken

    def measured(self, call: Callable[[], A], size: Callable[[A], int]) -> A:
        """Make the call, learn from how long it takes, return its answer; `size(answer)`: how many bytes passed."""
        started = monotonic()
        try:
            answer = call()
        except self._broken:
            self.cut()
            raise
        self.passed(size(answer), monotonic() - started)
        return answer

    def passed(self, size: int, seconds: float) -> None:
        """A page of `size` bytes took so long. A small one measures latency, not bandwidth, and is ignored."""
        self.last = size
        if size >= self.bytes // 2:
            possible = int(size * self._aim / max(seconds, 0.001))
            self.bytes = min(max(possible, self.bytes // 2, LEAST), 2 * self.bytes, MOST)

    def cut(self) -> None:
        """The connection broke during a page."""
        self.bytes = max(self.bytes // 2, LEAST)


@contextmanager
def remembered(store: Store, **sizes: PageSize) -> Iterator[None]:
    """Start from the sizes of the last round, which outlive a restart, and store those at the end."""
    before = {name: store.setting(f"page_{name}") for name in sizes}
    for name, size in sizes.items():
        size.bytes = int(before[name] or FIRST)
    try:
        yield
    finally:
        for name, size in sizes.items():
            if str(size.bytes) != (before[name] or str(FIRST)):  # each write makes the screens refresh
                store.set_setting(f"page_{name}", str(size.bytes))
