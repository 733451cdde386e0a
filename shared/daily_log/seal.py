"""The seal of a day: one hash over its events as signed. Any change to one of them changes the hash."""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from shared.daily_log.facts import DaySigned, Head
from shared.journal.event import Event
from shared.journal.store import Store

_encode = msgspec.json.Encoder(order="deterministic").encode
_LAST = "SELECT station, n, link FROM event WHERE station = ? ORDER BY n DESC LIMIT 1"
_LINK = "SELECT link FROM event WHERE station = ? AND n = ?"
_UNSEALED = ("signed_in", DaySigned.kind())  # signing in to read a day, or signing it, needs no new signature


def heads(store: Store, hall: str) -> tuple[Head, ...]:
    """The last event of every station that ever recorded something for `hall`."""
    last = (store.db.execute_sql(_LAST, (station,)).fetchone() for station in store.last_heard(hall))
    return tuple(Head(*row) for row in last)


def seal(events: Iterable[Event], upto: Iterable[Head]) -> str:
    """The hash over the heads and over the day's events that they cover, each with all it holds."""
    upto = tuple(upto)
    known = {head.station: head.n for head in upto}
    digest = hashlib.sha256(_encode(upto))
    for event in sorted((event for event in events if covered(event, known)), key=lambda event: event.order):
        digest.update(_encode(event))
    return digest.hexdigest()


def fits(store: Store, head: Head) -> bool:
    """Whether the event at this head still has its link; True where the event is not here."""
    row = store.db.execute_sql(_LINK, (head.station, head.n)).fetchone()
    return row is None or row[0] in ("", head.link)


def covered(event: Event, known: Mapping[str, int]) -> bool:
    """Whether a signature with these last numbers by station has seen the event."""
    return event.n <= known.get(event.station, 0)


def late(event: Event, known: Mapping[str, int]) -> bool:
    """Whether the event belongs to the day and came after the signature."""
    return event.kind not in _UNSEALED and not covered(event, known)
