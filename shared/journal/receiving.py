"""What arrives from other devices: which of it is new here, for which subjects it comes late; and writing it down."""

from collections.abc import Iterable, Sequence

import msgspec
import peewee

from shared.journal import rows
from shared.journal.event import Companion, Event
from shared.journal.sqlite import sqlite3
from shared.journal.tables import ADD_COMPANION, ADD_EVENT, as_row

Arrival = tuple[Event, tuple[Companion, ...], int]
"""An event, its personal values, and the hub's number of it."""

_KNOWN = "SELECT id FROM event WHERE id IN (%s)"
_NUMBER = "UPDATE event SET seq = ?, acked = 1 WHERE id = ?"
_LAST = "SELECT subject, max(ts) FROM event WHERE subject IN (%s) GROUP BY subject"


def unknown(db: peewee.Database, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Those that are new here, once each; the others get their hub number."""
    known = {event_id for (event_id,) in rows.named(db, _KNOWN, [event.id for event, _, _ in arrivals])}
    new = {event.id: (event, companions, seq) for event, companions, seq in arrivals if event.id not in known}
    connection = db.connection()
    connection.executemany(_NUMBER, [(seq, event.id) for event, _, seq in arrivals if event.id in known])
    return list(new.values())


def last_of(db: peewee.Database, arrivals: Iterable[Arrival]) -> dict[str, int]:
    """The greatest `ts` in the journal of each subject of these that it knows."""
    return dict(rows.named(db, _LAST, {event.subject for event, _, _ in arrivals}))


def add(db: peewee.Database, new: Sequence[Arrival]) -> list[Event]:
    """Write events and their personal values; returns the events as they were kept."""
    try:
        with db.atomic():
            _write(db, new)
    except sqlite3.IntegrityError:  # a cloned device used one of these numbers too
        new = [_add_one(db, *arrival) for arrival in new]
    return [event for event, _, _ in new]


def _add_one(db: peewee.Database, event: Event, companions: tuple[Companion, ...], seq: int) -> Arrival:
    """Write one event, under a branch of its station where its number is taken: the hub's rule."""
    try:
        _write(db, [(event, companions, seq)])
    except sqlite3.IntegrityError:
        event = msgspec.structs.replace(event, station=f"{event.station}~{event.id[:8]}")
        _write(db, [(event, companions, seq)])
    return event, companions, seq


def _write(db: peewee.Database, new: Sequence[Arrival]) -> None:
    connection = db.connection()
    connection.executemany(ADD_EVENT, [as_row(event, acked=True, seq=seq) for event, _, seq in new])
    personal = [msgspec.structs.astuple(companion) for _, companions, _ in new for companion in companions]
    connection.executemany(ADD_COMPANION, personal)
