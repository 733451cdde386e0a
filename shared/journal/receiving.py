"""What arrives from other devices: which of it is new here, and for which subjects it comes late."""

from collections.abc import Iterable, Sequence

import peewee

from shared.journal import rows
from shared.journal.event import Companion, Event

Arrival = tuple[Event, tuple[Companion, ...], int]
"""An event, its personal values, and the hub's number of it."""

_KNOWN = "SELECT id FROM event WHERE id IN (%s)"
_NUMBER = "UPDATE event SET seq = ?, acked = 1 WHERE id = ?"
_LATER = "SELECT 1 FROM event WHERE subject = ? AND (ts, station, n) > (?, ?, ?) LIMIT 1"


def unknown(db: peewee.Database, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Those that are new here, once each; the others get their hub number."""
    known = {event_id for (event_id,) in rows.named(db, _KNOWN, [event.id for event, _, _ in arrivals])}
    new = {event.id: (event, companions, seq) for event, companions, seq in arrivals if event.id not in known}
    connection = db.connection()
    connection.executemany(_NUMBER, [(seq, event.id) for event, _, seq in arrivals if event.id in known])
    return list(new.values())


def late(db: peewee.Database, events: Iterable[Event]) -> set[str]:
    """The subjects of which something later than the first of these events is in the journal already."""
    first: dict[str, Event] = {}
    for event in events:
        known = first.get(event.subject)
        if known is None or event.order < known.order:
            first[event.subject] = event
    connection = db.connection()
    orders = ((subject, *event.order) for subject, event in first.items())
    return {order[0] for order in orders if connection.execute(_LATER, order).fetchone()}
