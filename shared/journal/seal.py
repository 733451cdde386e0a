"""The hash chain over the events of a station: whoever changes, drops or reorders one breaks every later link."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from shared.journal.event import Companion, Event, digest

START = "0" * 64
_encode = msgspec.json.Encoder(order="deterministic").encode


def link(previous: str, event: Event) -> str:
    """The link of `event`, given the link of the station's event before it (`START` for the first).

    A clone's event, kept as `station~id` because its number was taken, was sealed under the bare station.
    """
    content = msgspec.structs.replace(event, link=previous, station=event.station.partition("~")[0])
    return hashlib.sha256(_encode(content)).hexdigest()


@dataclass(frozen=True)
class Break:
    """Where the journal was touched: the first event that does not fit, and how."""

    station: str
    n: int
    reason: str  # missing | changed | personal


def first_break(events: Iterable[Event]) -> Break | None:
    """Walk all events, ordered by (station, n); the first that is missing or changed, or None."""
    station, n, last = "", 0, START
    for event in events:
        if event.station != station:
            station, n, last = event.station, 0, START
        if event.n != n + 1:
            return Break(station, n + 1, "missing")
        if link(last, event) != event.link:
            return Break(station, event.n, "changed")
        n, last = event.n, event.link
    return None


def fits(event: Event, companion: Companion) -> bool:
    """Whether a personal value is the one its event was sealed with."""
    return event.body.get(companion.field) == digest(companion.salt, companion.value)
