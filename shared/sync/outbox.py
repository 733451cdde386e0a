"""The events that the hub has not acknowledged, and what its answers change in the store. Only the courier calls this.

The outbox is no table of its own but the events with `acked = 0`. A device may have had several stations (it was
restored from a backup, or cloned); what they recorded is still its own to send.
"""

from collections.abc import Sequence
from contextlib import closing
from typing import Any

import msgspec
from peewee import SQL, fn

from shared.journal import reading, rows, seal
from shared.journal.event import Companion, Event
from shared.journal.prepared_query import PreparedQuery
from shared.journal.purge import DUE
from shared.journal.stations import past
from shared.journal.store import Store
from shared.journal.tables import CompanionRow, EventRow
from shared.sync.messages import Outgoing
from shared.sync.page_size import MOST

_APART = "stations_apart"
_FRAME = 400  # bytes of an event in a message beside its body and its personal values
_BATCH = """SELECT e.pos, e.id, e.station, e.hall, e.n, e.kind, e.subject, e.actor, e.ts, e.occurred_at, e.body, e.v,
        e.link, e.acked, e.seq, before.link
    FROM event e LEFT JOIN event before ON before.station = e.station AND before.n = e.n - 1
    WHERE e.acked = 0 ORDER BY e.n"""
_UNSENT = SQL("acked = 0")  # in exactly these words: else SQLite does not use the partial index
_WAITING = PreparedQuery(lambda: EventRow.select(fn.COUNT(EventRow.pos), fn.MIN(EventRow.occurred_at)).where(_UNSENT))
_FIRST_UNSENT = "SELECT min(n) FROM event INDEXED BY event_outbox WHERE station = ? AND acked = 0"
_TOP = PreparedQuery(lambda station: EventRow.select(fn.MAX(EventRow.n)).where(EventRow.station == station))
_LINK = PreparedQuery(
    lambda station, n: EventRow.select(EventRow.link).where(EventRow.station == station, EventRow.n == n)
)
_HELD = PreparedQuery(
    lambda station, after, upto: EventRow.select(fn.COUNT(EventRow.pos)).where(
        EventRow.station == station, EventRow.n > after, EventRow.n <= upto
    )
)
_ACKNOWLEDGE = "UPDATE event SET acked = 1 WHERE id IN (%s)"
_PERSONAL = "SELECT event_id, field, salt, value FROM companion WHERE event_id IN (%s)"


class Backlog(msgspec.Struct, frozen=True):
    """How many events the hub has not acknowledged, and when the oldest of them happened (ms; 0: none)."""

    count: int
    since: int


def waiting(store: Store) -> Backlog:
    """What has not been sent yet."""
    count, since = _WAITING.first(store.db)
    return Backlog(count, since or 0)


def next_batch(store: Store, limit: int, most_bytes: int = MOST) -> list[Outgoing]:
    """The oldest unsent events, each with its personal values and the link of the event before it.

    At most `limit`, and about `most_bytes`, but at least one. A row damaged on the disk is left out and stays
    waiting, so that those after it are sent.
    """
    found = reading.despite_bad_text(store.db, lambda: _unsent(store, limit, most_bytes))
    personal = _personal(store, [event.id for event, _ in found])
    return [Outgoing(event, personal.get(event.id, []), before) for event, before in found]


def _unsent(store: Store, limit: int, most_bytes: int) -> list[tuple[Event, str]]:
    """Sound events with the link before each; damaged ones take no room, else those after them would never be sent."""
    unsent: list[tuple[Event, str]] = []
    size = 0
    with closing(store.db.connection().execute(_BATCH)) as found:  # left open it would lock the table
        for row in found:
            if event := _sound(row):
                size += _FRAME + len(str(row[10]))
                if unsent and (size > most_bytes or len(unsent) == limit):
                    break
                unsent.append((event, row[-1] or ""))
    return unsent


def _sound(row: Sequence[Any]) -> Event | None:
    """The event of a row; None where it cannot be read, or only with U+FFFD for what its link was computed over."""
    event = reading.readable(row)
    if event and any(reading.LOST in value for value in row if isinstance(value, str)):
        return event if seal.link(row[-1] or seal.START, event) == event.link else None
    return event


def _personal(store: Store, ids: list[str]) -> dict[str, list[Companion]]:
    found: dict[str, list[Companion]] = {}
    for event_id, field, salt, value in rows.execute_in(store.db, _PERSONAL, ids):
        companion = Companion(event_id=event_id, field=field, salt=salt, value=value)
        found.setdefault(event_id, []).append(companion)
    return found


def acknowledge(store: Store, ids: list[str]) -> None:
    """Mark events (by id) as kept by the hub."""
    with store.db.atomic():
        rows.execute_in(store.db, _ACKNOWLEDGE, ids)


def unsend(store: Store, station: str, after: int) -> int:
    """The hub lost what this station recorded after `after`: all of it waits again; how many."""
    with store.db.atomic():
        lost = EventRow.update(acked=False).where(EventRow.station == station, EventRow.n > after, EventRow.acked)
        return int(lost.execute(store.db))


class Claim(msgspec.Struct, frozen=True):
    """What this device tells the hub about one of its stations.

    The last acknowledged n, how many events it holds up to there (fewer, where a recovery lost some), the link there,
    and the newest n it has.
    """

    station: str
    acked: int
    held: int
    link: str
    top: int


def claims(store: Store, *, afresh: bool = False) -> list[Claim]:
    """One claim for the present station and each former one.

    What a station holds is counted on from the last time: counting a history of years in each round would cost more
    every day. `afresh`: from its first event, as the hub may give back what a recovery lost.
    """
    if afresh:
        store.counted.clear()
    return [_claim(store, station) for station in (store.station, *former_stations(store))]


def _claim(store: Store, station: str) -> Claim:
    ((unsent,),) = rows.fetched(store.db.connection(), _FIRST_UNSENT, (station,))
    top = _TOP.value(store.db, station) or 0
    acked = top if unsent is None else unsent - 1
    link = _LINK.value(store.db, station, acked)
    return Claim(station, acked, _held(store, station, acked), link or seal.START, top)


def _held(store: Store, station: str, upto: int) -> int:
    """How many events of a station the journal has up to a number."""
    counted, held = store.counted.get(station, (0, 0))
    if upto < counted:  # the hub lost some
        counted, held = 0, 0
    held += int(_HELD.value(store.db, station, counted, upto))
    store.counted[station] = (upto, held)
    return held


def former_stations(store: Store) -> list[str]:
    """The stations this device was before, but for those set apart."""
    apart = {store.station, *store.setting(_APART).split()}
    return [station for station in past(store.db, store.station).own if station not in apart]


def set_apart(store: Store, station: str) -> None:
    """Leave a former station out of `claims` for good: the hub has another history under its id."""
    store.set_setting(_APART, " ".join([*store.setting(_APART).split(), station]))


def forget_personal(store: Store, subjects: int) -> int:
    """Delete sent personal values of at most so many subjects, for a revoked device; how many subjects had any."""
    rows = (
        EventRow.select(EventRow.subject, EventRow.id)
        .join(CompanionRow, on=(CompanionRow.event_id == EventRow.id))
        .where(EventRow.acked)
        .limit(subjects * 4)
    )
    ids: dict[str, list[str]] = {}
    for subject, event_id in rows.tuples().execute(store.db):
        ids.setdefault(subject, []).append(event_id)
    with store.db.atomic():
        for subject in list(ids)[:subjects]:
            CompanionRow.delete().where(CompanionRow.event_id.in_(ids[subject])).execute(store.db)
            store.refold(subject)
        if ids:
            store.set_setting(DUE, "revoked")
    return len(ids)
