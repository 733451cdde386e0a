"""What passes between a device and the hub: events on their way, the hub's greeting, a page of its feed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from shared.journal.event import Companion, Event
from shared.journal.receiving import Arrival
from shared.sync.reading import Unread, sorted_out


class Outgoing(NamedTuple):
    """An event on its way to the hub, its personal values, and the link of the event before it ("": unknown)."""

    event: Event
    companions: Sequence[Companion] = ()
    before: str = ""


class StationSeen(msgspec.Struct, frozen=True):
    """What the hub has of one station: `link` at our last acknowledged n, `prefix` without a gap, `top` n."""

    station: str
    mine: bool
    link: str | None
    prefix: int
    top: int


class HubGreeting(msgspec.Struct, frozen=True):
    """The hub's answer to `hello`. `now` is its clock in ms, `feed_fits` whether our cursor is in its feed."""

    now: int
    name: str
    kind: str
    hall: str
    stations: tuple[StationSeen, ...]
    head: int
    feed_fits: bool
    version: int
    contact: str
    alarm: str


class FeedPage(msgspec.Struct, frozen=True, dict=True):
    """A part of the feed: its events as the hub gave them, the cursor behind them all, and the chain there.

    They are decoded where they are first asked for: on the thread that takes them in, while the next page travels. Two
    threads of Python at once cost more than one after the other.
    """

    rows: Sequence[tuple[Any, ...]]
    cursor: int
    chain: str
    is_last: bool

    @cached_property
    def _sorted_out(self) -> tuple[list[tuple[Arrival, str]], tuple[Unread, ...]]:
        return sorted_out(self.rows)

    @cached_property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The events, as `Store.receive` takes them."""
        return tuple(arrival for arrival, _ in self._sorted_out[0])

    @cached_property
    def chains(self) -> tuple[str, ...]:
        """The hub's chain at each of them."""
        return tuple(chain for _, chain in self._sorted_out[0])

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What this device cannot read; it is skipped, and counted."""
        return self._sorted_out[1]
