"""The journal of one device in one SQLite file: record, receive, read, rebuild.

Several processes may have the same file open. Every change is one IMMEDIATE transaction that writes the event
and all projection rows, with synchronous FULL: what was answered is on the disk (DESIGN.md, Journal).
"""

import logging
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import peewee

from shared.domain.clock import clock_correction
from shared.domain.fact import Fact
from shared.journal import faults, seal
from shared.journal.event import Companion, Event, PersonalErased, personal_fields, put_together, take_apart
from shared.journal.projection import Projections
from shared.journal.sqlite import sqlite3
from shared.journal.tables import CompanionRow, EventRow, MetaRow

_FIELDS = "id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link"
_INSERT = f"INSERT INTO event ({_FIELDS}, acked, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_HEAD = """SELECT station, n, link, ts, (SELECT value FROM meta WHERE key = 'greatest_ts'),
    (SELECT value FROM meta WHERE key = 'hub_offset')
    FROM event WHERE station = (SELECT value FROM meta WHERE key = 'station') ORDER BY n DESC LIMIT 1"""
_LATER = "SELECT 1 FROM event WHERE subject = ? AND (ts, station, n) > (?, ?, ?) LIMIT 1"
_SHORT_LOG_PAGES = 50
log = logging.getLogger("warm_window.journal")
_encode_body = msgspec.json.Encoder(order="deterministic").encode


class Store:
    """An open journal in one process; others may have the same file open."""

    def __init__(self, db: peewee.SqliteDatabase, projections: Projections, folder: Path) -> None:
        self.db, self.projections, self.folder = db, projections, folder
        self.cache: dict[str, tuple[int, object]] = {}  # documents in force, by name and version

    def close(self) -> None:
        """Close this thread's connection."""
        self.db.close()

    @property
    def station(self) -> str:
        """The id of this device; asked each time, because the courier may give a restored device a new one."""
        return self.setting("station")

    @property
    def hall(self) -> str:
        """The code of the hall this device stands in, "*" at the office."""
        return self.setting("hall")

    # ---- recording -------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self, now: int) -> Iterator["Transaction"]:
        """Read, decide and record in one IMMEDIATE transaction at the time `now`. Raises `faults.StoreFull`.

        `now` is the device's clock with `clock_correction`, as are all times that programs use and show.
        """
        with faults.named(self.folder, self._make_room), self.db.atomic():
            yield Transaction(self, now)

    def _make_room(self) -> bool:
        """The disk is full: bring the log into the file and keep it short from now on; whether that freed anything.

        Otherwise the log would take all that the ballast gave, within minutes.
        """
        log = self.folder / f"{Path(self.db.database).name}-wal"
        before = log.stat().st_size if log.exists() else 0
        with suppress(peewee.DatabaseError):
            self.db.execute_sql(f"PRAGMA wal_autocheckpoint = {_SHORT_LOG_PAGES}")
            self.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return before > (log.stat().st_size if log.exists() else 0)

    def insert(
        self, event: Event, companions: Iterable[Companion] = (), *, acked: bool, seq: int | None = None
    ) -> None:
        """Write one event and its personal values; only for `Transaction` and `receive`."""
        values = msgspec.structs.astuple(event)
        row = (*values[:9], _encode_body(event.body).decode(), *values[10:], int(acked), seq)
        self.db.execute_sql(_INSERT, row)  # by hand: this is the path of every tap
        for companion in companions:
            CompanionRow.insert(**msgspec.structs.asdict(companion)).on_conflict_ignore().execute(self.db)

    def head(self) -> "Head":
        """Where this station's next event goes."""
        row = self.db.execute_sql(_HEAD).fetchone()
        if row is None:
            return Head(self.station, 0, seal.START, int(self.setting("greatest_ts", "0")), self.hub_offset)
        station, n, link, ts, greatest, offset = row
        return Head(station, n, link, max(ts, int(greatest or 0)), int(offset or 0))

    @property
    def hub_offset(self) -> int:
        """How far the hub's clock is ahead of ours, ms."""
        return int(self.setting("hub_offset", "0"))

    @property
    def clock_correction(self) -> int:
        """What programs add to this device's clock before they use it: 0 unless it is off by minutes, ms."""
        return clock_correction(self.hub_offset)

    # ---- receiving -------------------------------------------------------------------------------------------------

    def receive(self, arrivals: Sequence[tuple[Event, tuple[Companion, ...], int]]) -> int:
        """Add events of other devices with their hub numbers, once each, and fold them; how many were new."""
        with faults.named(self.folder, self._make_room), self.db.atomic():
            greatest = max([int(self.setting("greatest_ts", "0")), *(event.ts for event, _, _ in arrivals)])
            self.keep("greatest_ts", str(greatest))
            return sum(self._receive(event, companions, seq) for event, companions, seq in arrivals)

    def _receive(self, event: Event, companions: tuple[Companion, ...], seq: int) -> bool:
        known = self.db.execute_sql("UPDATE event SET seq = ?, acked = 1 WHERE id = ?", (seq, event.id))
        if known.rowcount:
            return False
        try:
            self.insert(event, companions, acked=True, seq=seq)
        except peewee.IntegrityError:  # a cloned device used this number too; the hub branches it by the same rule
            event = msgspec.structs.replace(event, station=f"{event.station}~{event.id[:8]}")
            self.insert(event, companions, acked=True, seq=seq)
        fact_type = self.projections.fact_types.get(event.kind)
        if self.db.execute_sql(_LATER, (event.subject, *event.order)).fetchone():
            self.refold(event.subject)
        elif fact_type:
            values = {one.field: one.value for one in companions}
            self._fold_or_leave(event, lambda: put_together(event, values, fact_type))
        else:
            self.fold(event)
        return True

    # ---- folding ---------------------------------------------------------------------------------------------------

    def fold(self, event: Event, fact: Fact | None = None) -> None:
        """Change the projections by one event. Kinds of a newer version are kept and left alone."""
        if event.kind == PersonalErased.kind():
            self.refold(event.subject)
        elif event.kind in self.projections.fact_types:
            self.projections.fold(self.db, event, fact or self.fact(event))

    def _fold_or_leave(self, event: Event, fact: Callable[[], Fact] | None = None) -> None:
        """Fold an event that is in the journal already; a sick one, of another version perhaps, must not stop the rest.

        What is wrong with the file itself is raised.
        """
        try:
            with self.db.atomic():
                self.fold(event, fact() if fact else None)
        except Exception as error:
            if type(error) in (peewee.OperationalError, peewee.DatabaseError) or isinstance(error, sqlite3.Error):
                raise
            log.exception("event %s of kind %s is kept, but cannot be folded", event.id, event.kind)

    def refold(self, subject: str) -> None:
        """Compute the projection rows of one subject anew, in order, without what was erased."""
        events = self.events(subject=subject)
        self._drop_erased(events)
        self.projections.forget(self.db, subject)
        for event in events:
            if event.kind != PersonalErased.kind():
                self._fold_or_leave(event)

    def _drop_erased(self, events: list[Event]) -> None:
        """Delete the personal values of everything before the last erasure, also of events that arrived after it."""
        erasures = [place for place, event in enumerate(events) if event.kind == PersonalErased.kind()]
        erased = [event.id for event in events[: erasures[-1]]] if erasures else []
        for start in range(0, len(erased), 500):
            CompanionRow.delete().where(CompanionRow.event_id.in_(erased[start : start + 500])).execute(self.db)

    def rebuild(self, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Drop all projections and compute them from the journal; `progress(done, total)`."""
        with faults.named(self.folder), self.db.atomic():
            self.projections.recreate(self.db)
            total = EventRow.select().count(self.db)
            for done, event in enumerate(self.events(), start=1):
                if event.kind != PersonalErased.kind():  # its work is done: the companions are gone
                    self._fold_or_leave(event)
                if done % 500 == 0:
                    progress(done, total)
            self.keep("projections", self.projections.fingerprint(self.db))
        progress(total, total)

    # ---- reading ---------------------------------------------------------------------------------------------------

    def fact(self, event: Event) -> Fact:
        """The typed fact of an event. Raises `KeyError` for a kind nobody registered."""
        fact_type = self.projections.fact_types[event.kind]
        values = {}
        if personal_fields(fact_type):
            rows = CompanionRow.select().where(CompanionRow.event_id == event.id).execute(self.db)
            values = {row.field: row.value for row in rows}
        return put_together(event, values, fact_type)

    def body(self, event: Event) -> dict[str, Any]:
        """An event's body in today's shape, digests in place of personal values; of an unknown kind, as it is."""
        fact_type = self.projections.fact_types.get(event.kind)
        return fact_type.upcast(event.body, event.v) if fact_type else event.body

    def events(self, *, subject: str = "", hall: str = "", start: int = 0, end: int = 0) -> list[Event]:
        """Events in fold order: all, of one subject, or of a hall that occurred in [start, end) ms."""
        query = EventRow.select().order_by(EventRow.ts, EventRow.station, EventRow.n)
        if subject:
            query = query.where(EventRow.subject == subject)
        if hall:
            query = query.where(EventRow.hall == hall)
        if end:
            query = query.where(EventRow.occurred_at >= start, EventRow.occurred_at < end)
        return [as_event(row) for row in query.tuples().execute(self.db)]

    def lived_before(self, moment: int) -> int:
        """When something of this hall last happened before `moment`; 0 for never. Epoch ms."""
        query = "SELECT max(occurred_at) FROM event WHERE hall = ? AND occurred_at < ?"
        return self.db.execute_sql(query, (self.hall, moment)).fetchone()[0] or 0

    def setting(self, key: str, default: str = "") -> str:
        """What this file knows of itself."""
        row = self.db.execute_sql("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def keep(self, key: str, value: str) -> None:
        """Change a setting of this file."""
        MetaRow.insert(key=key, value=value).on_conflict_replace().execute(self.db)

    def data_version(self) -> int:
        """Changes when another process wrote to the file, so a screen knows to look again."""
        return int(self.db.execute_sql("PRAGMA data_version").fetchone()[0])


class Head(NamedTuple):
    """The end of this station's chain, the greatest ts seen from anyone, and the hub's clock less ours (ms)."""

    station: str
    n: int
    link: str
    greatest: int
    offset: int


class Transaction:
    """The writing side of `Store.transaction`."""

    def __init__(self, store: Store, now: int) -> None:
        self.store, self.now = store, now

    def record(self, fact: Fact, *, subject: str, actor: str = "", occurred_at: int = 0, hall: str = "") -> Event:
        """Append one fact about `subject` and fold it. `occurred_at` (ms) and `hall` default to now and here."""
        store = self.store
        head = store.head()
        event_id = uuid.uuid4().hex
        body, companions = take_apart(event_id, fact)
        unsealed = Event(
            id=event_id,
            station=head.station,
            hall=hall or store.hall,
            n=head.n + 1,
            kind=fact.kind(),
            subject=subject,
            actor=actor,
            ts=max(self.now + head.offset - clock_correction(head.offset), head.greatest + 1),
            occurred_at=occurred_at or self.now,
            body=body,
            v=fact.class_version(),
        )
        event = msgspec.structs.replace(unsealed, link=seal.link(head.link, unsealed))
        store.insert(event, companions, acked=False)
        store.fold(event, fact)
        return event

    def erase(self, subject: str, *, reason: str, actor: str = "", hall: str = "") -> Event:
        """Erase the personal data of all events of `subject`, here and, by the fact, on every device."""
        return self.record(PersonalErased(reason=reason), subject=subject, actor=actor, hall=hall)


def as_event(row: tuple[object, ...]) -> Event:
    """An event from a row of the event table (pos first, acked and seq last)."""
    values = dict(zip(Event.__struct_fields__, row[1:13], strict=True))
    values["body"] = msgspec.json.decode(str(values["body"]))
    return Event(**values)  # type: ignore[arg-type]  # columns and fields have the same names, order and types
