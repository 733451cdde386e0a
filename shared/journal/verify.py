"""Checks whether the journal was changed: hash chains of all stations, personal values, triggers, projections.

The chains of this device's own stations must be whole. Of other stations a device holds only what the hub gives it, so
there a missing number is normal; what follows an event that is here must still fit it.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import peewee

from shared.domain.progress import Progress, no_progress
from shared.journal import healing, reading, seal
from shared.journal.event import ERASED, Companion, Event, digests, personal_fields
from shared.journal.opening import connect
from shared.journal.sqlite import vacuum_into
from shared.journal.stations import Past, past
from shared.journal.store import Store
from shared.journal.tables import COLUMNS, CompanionRow, EventRow, as_event

_GUARDS = {"event_no_delete", "event_no_change"}
_WALK = f"SELECT pos, {COLUMNS} FROM event ORDER BY station, n"
_WALK_TABLE = _WALK.replace("FROM event", "FROM event NOT INDEXED")
_COUNTS = "SELECT count(*), coalesce(max(pos), 0) FROM event"
_HOLE = """SELECT pos + 1 FROM (SELECT 0 AS pos UNION ALL SELECT pos FROM event) a
    WHERE NOT EXISTS (SELECT 1 FROM event b WHERE b.pos = a.pos + 1) ORDER BY pos"""


class Break(msgspec.Struct, frozen=True):
    """Where the journal was changed: the first event that does not fit, and how."""

    station: str
    n: int
    reason: str  # missing | changed | personal | personal_missing | unguarded


class Verification(msgspec.Struct, frozen=True):
    """What was read, and the first place that does not fit (None: the journal is as it was written)."""

    events: int
    stations: int
    lost: int  # events that a recovery already named as lost
    found: Break | None


def journal(store: Store, progress: Progress = no_progress) -> Verification:
    """Check the whole journal as stored on the disk."""
    known = past(store.db, store.station)
    walk, found = reading.despite_bad_text(store.db, lambda: _walked(store, known, progress))
    if found:  # perhaps only an index is damaged: walk the table itself
        walk, found = reading.despite_bad_text(store.db, lambda: _walked(store, known, progress, _WALK_TABLE))
    found = found or reading.despite_bad_text(store.db, lambda: _personal(store, known))
    found = found or _hole(store) or _unguarded(store)
    lost = sum(gap.resumes - gap.after - 1 for gap in known.gaps)
    return Verification(walk.events, len(walk.last), lost, found)


def _walked(store: Store, known: Past, progress: Progress, statement: str = _WALK) -> "tuple[_Walk, Break | None]":
    walk = _Walk(store, known, progress)
    return walk, walk.first_break(statement)


class _Walk:
    """One pass over all events by station and number; counts them and keeps the last of each station."""

    def __init__(self, store: Store, known: Past, progress: Progress) -> None:
        self._db, self._own, self._progress = store.db, known.own, progress
        self._gaps = {(gap.station, gap.resumes): gap for gap in known.gaps}
        self.events = 0
        self.last: dict[str, Event] = {}  # of every station

    def first_break(self, statement: str) -> Break | None:
        """The first of this device's own stations; else of another one: a forged chain there must not hide ours."""
        elsewhere: Break | None = None
        total = EventRow.select().count(self._db)
        with closing(self._db.connection().execute(statement)) as rows:  # left open it would lock the table
            for row in rows:
                self.events += 1
                if self.events % 500 == 0:
                    self._progress(self.events, total)
                if (found := self._step(row)) and found.station in self._own:
                    return found
                elsewhere = elsewhere or found
        self._progress(total, total)
        return elsewhere

    def _step(self, row: tuple[object, ...]) -> Break | None:
        station, n = str(row[2]), row[4]
        if not isinstance(n, int):
            return Break(station, 0, "changed")
        try:
            event = as_event(row)
        except (msgspec.DecodeError, msgspec.ValidationError):
            return Break(station, n, "changed")
        reason = self._fault(event, self.last.get(station))
        self.last[station] = event
        return reason

    def _fault(self, event: Event, last: Event | None) -> Break | None:
        before, link = (last.n, last.link) if last else (0, seal.START)
        gap = self._gaps.get((event.station, event.n))
        if gap and gap.after == before:
            return self._changed(event, gap.link) if gap.link else None
        if event.n == before + 1:
            return self._changed(event, link)
        whole = before + 1 <= self._own.get(event.station, 0)
        return Break(event.station, before + 1, "missing") if whole else None

    def _changed(self, event: Event, link: str) -> Break | None:
        """A break where `event` is not what was sealed after `link`; an event that the hub shortened has no link."""
        if not (link and event.link):
            return None
        return None if seal.link(link, event) == event.link else Break(event.station, event.n, "changed")


def _personal(store: Store, known: Past) -> Break | None:
    """The first personal value that does not fit its event, belongs to none, or is gone without an erasure.

    Values of events that the hub has may be missing: a revoked device deletes them.
    """
    values = {(row.event_id, row.field): row for row in CompanionRow.select().execute(store.db)}
    erased = _erased(store.db)
    for event, acked in _with_digests(store):
        for name in digests(event, store.projections.fact_types[event.kind]):
            row = values.pop((event.id, name), None)
            if row is None:
                gone = not acked and event.order > erased.get(event.subject, (0, "", 0))
                if gone and event.station in known.own and event.id not in known.unread:
                    return Break(event.station, event.n, "personal_missing")
            elif not seal.fits(event, Companion(event_id=event.id, field=name, salt=row.salt, value=row.value)):
                return Break(event.station, event.n, "personal")
    return _stray(store, values) if values else None


def _with_digests(store: Store) -> Iterator[tuple[Event, bool]]:
    """Events that may have personal values: kinds with personal fields, and any event that has a companion."""
    known = store.projections.fact_types
    kinds = [kind for kind, fact_type in known.items() if personal_fields(fact_type)]
    valued = EventRow.id.in_(CompanionRow.select(CompanionRow.event_id)) & EventRow.kind.in_(list(known))
    query = EventRow.select().where(EventRow.kind.in_(kinds) | valued).order_by(EventRow.station, EventRow.n)
    return ((as_event(row), bool(row[13])) for row in query.tuples().iterator(store.db))


def _erased(db: peewee.Database) -> dict[str, tuple[int, str, int]]:
    """The last erasure of every subject that has one."""
    query = EventRow.select().where(EventRow.kind == ERASED).order_by(EventRow.ts, EventRow.station, EventRow.n)
    return {event.subject: event.order for event in (as_event(row) for row in query.tuples().execute(db))}


def _stray(store: Store, values: Iterable[tuple[str, str]]) -> Break | None:
    """A value no event asked for. Events of a kind this version does not know may have theirs."""
    for event_id, _ in sorted(values):
        row = EventRow.select().where(EventRow.id == event_id).first(store.db)
        if row is None:
            return Break("", 0, "personal")
        if row.kind in store.projections.fact_types:
            return Break(row.station, row.n, "personal")
    return None


def _hole(store: Store) -> Break | None:
    """The first gap in the positions: finds a deleted row of another station, whose numbers may have gaps.

    It is named after the row before it, of the same station in most cases.
    """
    count, greatest = store.db.execute_sql(_COUNTS).fetchone()
    known = {each.pos for each in healing.lost_rows(store.db) if not _there(store.db, each.pos)}
    if count + sum(pos <= greatest for pos in known) == greatest:
        return None
    hole = next((pos for (pos,) in store.db.execute_sql(_HOLE).fetchall() if pos not in known), greatest)
    after = EventRow.select().where(EventRow.pos < hole).order_by(EventRow.pos.desc()).first(store.db)
    return Break(after.station, after.n + 1, "missing") if after else Break(store.station, 1, "missing")


def _there(db: peewee.Database, pos: int) -> bool:
    return db.execute_sql("SELECT 1 FROM event WHERE pos = ?", (pos,)).fetchone() is not None


def _unguarded(store: Store) -> Break | None:
    """Whether the triggers that forbid changes of events are gone."""
    rows = store.db.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    return None if {row[0] for row in rows} >= _GUARDS else Break(store.station, 0, "unguarded")


def projections(store: Store, progress: Progress = no_progress) -> tuple[str, ...]:
    """The names of the tables that differ from what the journal says; a copy is rebuilt, the journal stays as it is."""
    with tempfile.TemporaryDirectory(dir=store.folder, prefix="verify-") as temporary:
        file = Path(temporary) / "copy.db"
        vacuum_into(store.db, file)
        copy = Store(connect(file), store.projections, Path(temporary))
        with closing(copy):
            before = contents(copy)
            copy.rebuild(progress)
            rebuilt = contents(copy)
    return tuple(sorted(name for name in before if before[name] != rebuilt[name]))


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every projection table's rows, sorted, without automatic keys: these depend on the order of arrival."""
    return {table._meta.table_name: _rows(store.db, table) for table in store.projections.tables()}


def _rows(db: peewee.Database, table: type[peewee.Model]) -> list[tuple[object, ...]]:
    automatic = isinstance(table._meta.primary_key, peewee.AutoField)
    fields = [field for field in table._meta.sorted_fields if not (automatic and field.primary_key)]
    return sorted(table.select(*fields).tuples().execute(db), key=repr)
