"""The station ids of a device: a journal that was restored, recovered or cloned continues under a new one.

So no number (station, n) is ever given out twice, whatever was lost. The change is itself a fact that lists the lost
events, so that `verify` can tell a known loss from a journal that somebody changed.
"""

import math
import uuid
from pathlib import Path

import msgspec
import peewee

from shared.domain.fact import Fact
from shared.journal import reading
from shared.journal.event import Event
from shared.journal.projection import Projections
from shared.journal.store import Store, Transaction
from shared.journal.tables import COLUMNS, EventRow, MetaRow

_NAMED = 300  # losses of each kind in one fact, which stays under 64 kB so
# A partial index is used only where the statement says the same: the kind is no parameter.
_REPLACED = f"SELECT pos, {COLUMNS} FROM event WHERE kind = 'station_replaced' ORDER BY pos DESC"


class Gap(msgspec.Struct, frozen=True):
    """Events of `station` between `after` and `resumes` are lost. `link` is the link before `resumes`, if known."""

    station: str
    after: int
    resumes: int
    link: str = ""


class StationReplaced(Fact, frozen=True):
    """The device continues under a new station; its earlier events are those of `former`."""

    former: str
    upto: int  # the last number of `former` that was here; what the hub gives back later may have holes
    reason: str  # damaged | restored | taken (the hub knows others under its numbers)
    gaps: tuple[Gap, ...] = ()
    unread: tuple[str, ...] = ()  # events whose personal values could not be read any more


class Past(msgspec.Struct, frozen=True):
    """The device's stations with the number up to which each must be complete, and the losses recorded."""

    own: dict[str, float]
    gaps: tuple[Gap, ...]
    unread: frozenset[str]


def replace(
    db: peewee.SqliteDatabase,
    folder: Path,
    reason: str,
    *,
    gaps: tuple[Gap, ...] = (),
    unread: tuple[str, ...] = (),
    now: int,
) -> Event:
    """Give the journal in `db` a new station id and record it. Every projection is to be rebuilt afterwards."""
    with db.atomic():
        former = MetaRow.select(MetaRow.value).where(MetaRow.key == "station").scalar(db) or ""
        upto = EventRow.select(peewee.fn.MAX(EventRow.n)).where(EventRow.station == former).scalar(db) or 0
        MetaRow.delete().where(MetaRow.key.in_(("station", "projections"))).execute(db)
        MetaRow.insert(key="station", value=uuid.uuid4().hex[:12]).execute(db)
        latest = EventRow.select(peewee.fn.MAX(EventRow.ts)).scalar(db) or 0
        MetaRow.insert(key="greatest_ts", value=str(latest)).on_conflict_replace().execute(db)
        fact = StationReplaced(former=former, upto=upto, reason=reason, gaps=gaps, unread=unread)
        store = Store(db, Projections(()), folder)
        with store.transaction(now) as tx:
            return _record(tx, fact)


def go_on(store: Store, reason: str, now: int, *, gaps: tuple[Gap, ...] = ()) -> Event:
    """Record under a new station id from now on, in a journal that programs have open; nothing is rebuilt."""
    with store.transaction(now) as tx:
        former = store.station
        own = EventRow.select(peewee.fn.MAX(EventRow.n), peewee.fn.MAX(EventRow.ts)).where(EventRow.station == former)
        upto, latest = own.scalar(store.db, as_tuple=True)
        store.set_setting("station", uuid.uuid4().hex[:12])
        store.set_setting("greatest_ts", str(max(latest or 0, int(store.setting("greatest_ts", "0")))))
        return _record(tx, StationReplaced(former=former, upto=upto or 0, reason=reason, gaps=gaps))


def _record(tx: Transaction, fact: StationReplaced) -> Event:
    """Record it, as several facts where it lists more losses than fit into one event."""
    subject = f"station:{tx.store.station}"
    first = tx.record(_part(fact, 0), subject=subject)
    for start in range(_NAMED, max(len(fact.gaps), len(fact.unread)), _NAMED):
        tx.record(_part(fact, start), subject=subject)
    return first


def _part(fact: StationReplaced, start: int) -> StationReplaced:
    end = start + _NAMED
    return msgspec.structs.replace(fact, gaps=fact.gaps[start:end], unread=fact.unread[start:end])


def past(db: peewee.Database, station: str) -> Past:
    """The history of the device whose station is `station` now."""
    own: dict[str, float] = {station: math.inf}
    found = []
    for event in reading.events(db, _REPLACED):
        if event.station in own:
            try:
                fact = msgspec.convert({**event.body, "kind": event.kind}, StationReplaced)
            except msgspec.ValidationError:  # not written by this program
                continue
            own.setdefault(fact.former, fact.upto)
            found.append(fact)
    return Past(
        own=own,
        gaps=tuple(gap for fact in found for gap in fact.gaps),
        unread=frozenset(event for fact in found for event in fact.unread),
    )
