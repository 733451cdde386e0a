"""What passes between a device and the hub: events on their way, the hub's greeting, a page of its feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shared.journal.event import Companion, Event
from shared.sync.reading import Unread


class Outgoing(NamedTuple):
    """An event on its way to the hub, its personal values, and the link of the event before it ("": unknown)."""

    event: Event
    companions: Sequence[Companion] = ()
    before: str = ""


@dataclass(frozen=True)
class StationSeen:
    """What the hub has of one station: `link` at our last acknowledged n, `prefix` without a gap, `top` n."""

    station: str
    mine: bool
    link: str | None
    prefix: int
    top: int


@dataclass(frozen=True)
class HubGreeting:
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


@dataclass(frozen=True)
class FeedPage:
    """A part of the feed: arrivals as `Store.receive` takes them, the chain at each, and the cursor behind them all.

    `unread`: what this device cannot read; it is skipped, and counted.
    """

    arrivals: tuple[tuple[Event, tuple[Companion, ...], int], ...]
    chains: tuple[str, ...]
    cursor: int
    chain: str
    is_last: bool
    unread: tuple[Unread, ...] = ()
