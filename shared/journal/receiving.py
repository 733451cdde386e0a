"""Events from other devices: which of them are new here, the newest of their subjects before, and storing them."""

from collections.abc import Iterable, Sequence

import msgspec
import peewee

from shared.journal import rows
from shared.journal.event import Companion, Event
from shared.journal.tables import ADD_COMPANION, ADD_EVENT, as_row

Arrival = tuple[Event, tuple[Companion, ...], int]
"""An event, its personal values, and the hub's number of it."""

_ADD_NEW = ADD_EVENT.replace("INSERT", "INSERT OR IGNORE", 1)
_KNOWN = "SELECT id FROM event WHERE id IN (%s)"
_NUMBER = "UPDATE event SET seq = ?, acked = 1 WHERE id = ?"
_LAST = "SELECT subject, max(ts) FROM event WHERE subject IN (%s) GROUP BY subject"


def unknown(db: peewee.Database, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Those that are new here, once each; the others get their hub number."""
    known = _known(db, arrivals)
    new = {event.id: (event, companions, seq) for event, companions, seq in arrivals if event.id not in known}
    connection = db.connection()
    connection.executemany(_NUMBER, [(seq, event.id) for event, _, seq in arrivals if event.id in known])
    return list(new.values())


def last_of(db: peewee.Database, arrivals: Iterable[Arrival]) -> dict[str, int]:
    """The greatest `ts` in the journal of each subject of these that it knows."""
    return dict(rows.execute_in(db, _LAST, {event.subject for event, _, _ in arrivals}))


def add(db: peewee.Database, new: Sequence[Arrival]) -> list[Event]:
    """Store events and their personal values; returns the events as they were stored.

    One whose number a cloned device used too is stored under a branch of its station, as at the hub.
    """
    connection = db.connection()
    added = connection.executemany(_ADD_NEW, [as_row(event, acked=True, seq=seq) for event, _, seq in new]).rowcount
    if added < len(new):
        new = _branched(db, new)
    personal = [msgspec.structs.astuple(companion) for _, companions, _ in new for companion in companions]
    connection.executemany(ADD_COMPANION, personal)
    return [event for event, _, _ in new]


def _branched(db: peewee.Database, new: Sequence[Arrival]) -> list[Arrival]:
    """The same, those that are not in the journal yet added under a branch."""
    there = _known(db, new)
    return [arrival if arrival[0].id in there else _add_branch(db, *arrival) for arrival in new]


def _add_branch(db: peewee.Database, event: Event, companions: tuple[Companion, ...], seq: int) -> Arrival:
    event = msgspec.structs.replace(event, station=f"{event.station}~{event.id[:8]}")
    db.connection().execute(ADD_EVENT, as_row(event, acked=True, seq=seq))
    return event, companions, seq


def _known(db: peewee.Database, arrivals: Iterable[Arrival]) -> set[str]:
    return {event_id for (event_id,) in rows.execute_in(db, _KNOWN, [event.id for event, _, _ in arrivals])}
