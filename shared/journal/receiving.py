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
_TOP = "SELECT coalesce(max(pos), 0) FROM event"
_BEHIND = "SELECT id FROM event WHERE pos > ?"
_KNOWN = "SELECT id FROM event WHERE id IN (%s)"
_NUMBER = "UPDATE event SET seq = ?, acked = 1 WHERE id = ?"
_LAST = "SELECT subject, max(ts) FROM json_each(?) JOIN event ON subject = value GROUP BY subject"


def once(arrivals: Iterable[Arrival]) -> list[Arrival]:
    """The arrivals without repeated ids; of those with one id the last."""
    return list({arrival[0].id: arrival for arrival in arrivals}.values())


def last_of(db: peewee.Database, arrivals: Iterable[Arrival]) -> dict[str, int]:
    """Subject -> its greatest `ts` in the journal, for the subjects of these arrivals that the journal knows."""
    subjects = msgspec.json.encode({event.subject for event, _, _ in arrivals}).decode()
    return dict(rows.fetched(db.connection(), _LAST, (subjects,)))


def add(db: peewee.Database, arrivals: Sequence[Arrival]) -> list[Event]:
    """Store those that are new here, with their personal values; returns them as they were stored.

    Those known get their hub number. An event whose number a cloned device used too is stored under a branch of its
    station, as at the hub. All are tried as new, and counted: asking for each id first would cost half as much again.
    """
    connection = db.connection()
    ((top,),) = rows.fetched(connection, _TOP)
    added = rows.insert(connection, _ADD_NEW, [as_row(event, acked=True, seq=seq) for event, _, seq in arrivals])
    new = arrivals if added == len(arrivals) else _sorted_out(db, arrivals, top)
    personal = [msgspec.structs.astuple(companion) for _, companions, _ in new for companion in companions]
    connection.executemany(ADD_COMPANION, personal)
    return [event for event, _, _ in new]


def _sorted_out(db: peewee.Database, arrivals: Sequence[Arrival], top: int) -> list[Arrival]:
    """Those that were just added, behind `top`, and the clones, added under a branch; the others get their number."""
    connection = db.connection()
    added = {event_id for (event_id,) in rows.fetched(connection, _BEHIND, (top,))}
    left = [arrival for arrival in arrivals if arrival[0].id not in added]
    known = {event_id for (event_id,) in rows.execute_in(db, _KNOWN, [event.id for event, _, _ in left])}
    connection.executemany(_NUMBER, [(seq, event.id) for event, _, seq in left if event.id in known])
    new = [arrival for arrival in arrivals if arrival[0].id not in known]
    return [arrival if arrival[0].id in added else _add_branch(db, *arrival) for arrival in new]


def _add_branch(db: peewee.Database, event: Event, companions: tuple[Companion, ...], seq: int) -> Arrival:
    event = msgspec.structs.replace(event, station=f"{event.station}~{event.id[:8]}")
    db.connection().execute(ADD_EVENT, as_row(event, acked=True, seq=seq))
    return event, companions, seq
