"""The journal of one device in one SQLite file: record, receive, read, rebuild.

Several processes may have the same file open. Every change is one IMMEDIATE transaction that writes the event
and all projection rows, with synchronous FULL: what was answered is on the disk.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import peewee

from shared.domain.clock import DAY_MS, LATEST, clock_correction
from shared.domain.fact import Fact, writable
from shared.domain.progress import Progress, no_progress
from shared.journal import carrying, faults, journal_file, receiving, seal, statements
from shared.journal.event import ERASED, Companion, Event, PersonalErased, new_id
from shared.journal.folding import Folding
from shared.journal.projection import Projections
from shared.journal.reader import Reader
from shared.journal.receiving import Arrival
from shared.journal.sqlite import is_bad_text, let_go, sqlite3
from shared.journal.tables import ADD_COMPANION, ADD_EVENT, as_row

_SHORT_LOG_PAGES = 50
log = logging.getLogger("warm_window.journal")
MOST_BYTES = 65_000  # of the body, and of what is personal: the hub takes 64 KiB of each


class Store(Reader):
    """An open journal in one process; others may have the same file open."""

    def __init__(self, db: peewee.SqliteDatabase, projections: Projections, folder: Path) -> None:
        super().__init__(db)
        self.projections, self.folder = projections, folder
        self._folding = Folding(db, projections)
        self.cache: dict[str, tuple[int, object]] = {}  # documents in force, by name and version
        self.counted: dict[str, tuple[int, int]] = {}  # of a station up to this n: so many events are here
        self._journal = str(folder / journal_file.FILE)  # built once: used at every transaction
        self._file = journal_file.identity(self._journal)
        self.recorded = 0  # events since the outermost transaction began

    def close(self) -> None:
        """Close this thread's connection."""
        self.db.close()

    # ---- recording -------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self, now: int) -> Iterator["Transaction"]:
        """Read, decide and record in one IMMEDIATE transaction at the time `now`. Raises `faults.StoreFull`.

        `now` is the device's clock with `clock_correction`, as are all times that programs use and show.
        """
        if not self.db.in_transaction():
            self.stay_in_place(now)
            self.recorded = 0
        with faults.named(self.folder, self._make_room):
            try:
                with self.db.atomic():
                    yield Transaction(self, now)
            except Exception as error:
                if faults.sqlite_name(error) and not self._in_place():  # without a WAL, writing to the old file fails
                    self.stay_in_place(now)
                    raise faults.StoreMoved(str(error)) from error
                raise
            if not self.db.in_transaction() and not self.stay_in_place(now, self.recorded):
                raise faults.StoreMoved(str(self.folder))

    def stay_in_place(self, now: int, recorded: int = 0) -> bool:
        """Whether everything, also the last `recorded` events, is in the file that a restart will open.

        A file that was deleted or replaced under this program is written again and reopened.
        """
        if self._in_place():
            return True
        head = self.head()
        whole = journal_file.rescue(self.db, self.folder, station=head.station, upto=head.n - recorded, now=now)
        self.db.close()
        self.db.connect()
        self.cache.clear()
        self.counted.clear()
        self._file = journal_file.identity(self._journal)
        return whole

    def _in_place(self) -> bool:
        return self._file is None or self._file == journal_file.identity(self._journal)

    def _make_room(self) -> bool:
        """The disk is full: checkpoint the WAL and keep it short from now on; whether that freed anything.

        Otherwise the WAL would fill the room of the ballast within minutes.
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
        """Write one event and its personal values; only for `Transaction` and a recovery."""
        connection = self.db.connection()  # not through peewee: this is the path of every tap
        connection.execute(ADD_EVENT, as_row(event, acked=acked, seq=seq))
        for companion in companions:
            connection.execute(ADD_COMPANION, msgspec.structs.astuple(companion))

    def head(self, subject: str = "") -> "Head":
        """The number and place of this station's next event, one about `subject`."""
        station, n, link, ts, greatest, mad_upto, offset, hall, known, tables = (
            self.db.connection().execute(statements.HEAD, (subject,)).fetchone()
        )
        own = 0 if mad_upto == f"{station}:{n}" else ts
        seen = int(greatest or 0)
        greatest = max(own if own <= LATEST else 0, seen if seen <= LATEST else 0)
        return Head(station, n, link or seal.START, greatest, int(offset or 0), hall or "", not known, tables or "")

    def heal_order(self, latest: int) -> bool:
        """Forget moments after `latest` (ms) as the greatest seen; whether there were any.

        Otherwise a clock that was years ahead, here or elsewhere, would date all later events after it.
        """
        head = self.head()
        mad = head.greatest > latest or int(self.setting("greatest_ts", "0")) > latest
        if mad:
            with self.db.atomic():
                self.set_setting("greatest_ts", str(latest - DAY_MS))
                self.set_setting("mad_upto", f"{head.station}:{head.n}")
        return mad

    @property
    def hub_offset(self) -> int:
        """How far the hub's clock is ahead of ours, ms."""
        return int(self.setting("hub_offset", "0"))

    @property
    def clock_correction(self) -> int:
        """What programs add to this device's clock before they use it: 0 unless it is off by minutes, ms."""
        return clock_correction(self.hub_offset)

    def check_tables(self, fingerprint: str) -> None:
        """Raise `faults.StoreRebuilt` where the tables were made by another version than this program.

        A store without projections, as a recovery has, folds nothing.
        """
        if self.projections.fact_types and fingerprint != self.projections.fingerprint:
            raise faults.StoreRebuilt(str(self.folder))

    # ---- receiving -------------------------------------------------------------------------------------------------

    def receive(self, arrivals: Sequence[Arrival], *, latest: int = LATEST) -> int:
        """Add events of other devices with their hub numbers, once each, and fold them; how many were new.

        A `ts` after `latest` (ms) does not count as the greatest seen. Within a transaction
        of the caller it is part of that: a savepoint would copy every page that changes (a fifth of the time).
        """
        with faults.named(self.folder, self._make_room), self.db.transaction():
            self.check_tables(self.setting("projections"))
            before, seen = int(self.setting("greatest_ts", "0")), [event.ts for event, _, _ in arrivals]
            if (greatest := max((ts for ts in seen if ts <= latest), default=0)) > before:
                self.set_setting("greatest_ts", str(greatest))
            arrivals = receiving.once(arrivals)
            last = receiving.last_of(self.db, arrivals)
            new = receiving.add(self.db, arrivals)
            self._take_in(new, last)
            return len(new)

    def _take_in(self, events: Sequence[Event], last: Mapping[str, int]) -> None:
        """Fold what was just added; `last`: the greatest `ts` until then of each subject that was known before.

        Where nothing is later than the new events, they go on from the rows that there are, or from none at all.
        """
        late = {e.subject for e in events if last.get(e.subject, -1) >= e.ts or e.kind == ERASED}
        new: list[Event] = []
        known: list[Event] = []
        for event in sorted((event for event in events if event.subject not in late), key=lambda event: event.order):
            (known if event.subject in last else new).append(event)
        self._folding.fold(new, fresh=True)
        self._folding.fold(known)
        self._folding.refold(late)

    # ---- folding ---------------------------------------------------------------------------------------------------

    def fold(self, event: Event, fact: Fact, *, fresh: bool = False) -> None:
        """Change the projections by one event just recorded; `fresh`: the first of its subject.

        Kinds that this version does not know are skipped.
        """
        if event.kind == ERASED:
            self.refold(event.subject)
        elif event.kind in self.projections.fact_types:
            self._folding.fold_one(event, fact, fresh=fresh)

    def refold(self, subject: str) -> None:
        """Compute the projection rows of one subject anew, in order, without what was erased."""
        self._folding.refold([subject])

    def refold_all(self, subjects: Iterable[str]) -> None:
        """The same of several subjects."""
        self._folding.refold(list(subjects))

    def mend_after(self, error: Exception) -> bool:
        """Whether the same work will succeed now: after unreadable text in a projection all are rebuilt.

        Raises `faults.StoreRebuilt` where it failed on the tables of another version.
        """
        if isinstance(error, peewee.DatabaseError | sqlite3.DatabaseError):
            self.check_tables(self.setting("projections"))
        if not is_bad_text(error) or self.db.in_transaction():
            return False
        let_go(error)
        self.db.close()
        self.db.connect()
        log.warning("a table holds text that cannot be read, all are computed anew: %s", error)
        self.rebuild()
        return True

    def rebuild_if_changed(self, progress: Progress) -> None:
        """Rebuild if the projections are of another version; not once more where this waited for another program's."""
        fingerprint = self.projections.fingerprint
        if self.setting("projections") != fingerprint:
            with self.db.atomic():
                if self.setting("projections") != fingerprint:
                    self.rebuild(progress)

    def rebuild(self, progress: Progress = no_progress) -> None:
        """Drop all projections and compute them from the journal; `progress(done, total)`."""
        with faults.named(self.folder), self.db.atomic():
            self._folding.rebuild(progress)
            self.set_setting("projections", self.projections.fingerprint)

    # ---- reading ---------------------------------------------------------------------------------------------------

    def fact(self, event: Event) -> Fact:
        """The typed fact of an event. Raises `KeyError` for a kind nobody registered."""
        for _, fact in self._folding.facts([event]):
            return fact
        raise KeyError(event.kind)

    def readable(self, event: Event) -> Fact | None:
        """The same; None for what folding leaves out too: a kind nobody registered, a body that is no such fact."""
        try:
            return self.fact(event)
        except (KeyError, ValueError, TypeError, AttributeError):  # msgspec raises ValueErrors, an upcast the others
            return None

    def body(self, event: Event) -> dict[str, Any]:
        """An event's body in today's shape, digests in place of personal values; of an unknown kind, as it is."""
        fact_type = self.projections.fact_types.get(event.kind)
        return fact_type.upcast(event.body, event.v) if fact_type else event.body


def _is_too_long(part: dict[str, Any]) -> bool:
    return len(msgspec.json.encode(part)) > MOST_BYTES


class Head(msgspec.Struct, frozen=True, gc=False):
    """The end of this station's chain, the greatest ts seen from anyone, the hub's clock less ours (ms), our hall.

    `fresh`: the journal has no event of the subject asked for, so no table has a row of it. `tables`: the fingerprint
    of the projections that they were made by.
    """

    station: str
    n: int
    link: str
    greatest: int
    offset: int
    hall: str
    fresh: bool
    tables: str


class Transaction:
    """The writing side of `Store.transaction`."""

    def __init__(self, store: Store, now: int) -> None:
        self.store, self.now = store, now

    def record(self, fact: Fact, *, subject: str, actor: str = "", occurred_at: int = 0, hall: str = "") -> Event:
        """Append one fact about `subject` and fold it. `occurred_at` (ms) and `hall` default to now and here.

        Raises `faults.TooLong` and `faults.StoreRebuilt`.
        """
        store, fact = self.store, writable(fact)
        head = store.head(subject)
        store.check_tables(head.tables)
        event_id = new_id(self.now)
        body, companions = carrying.take_apart(store.db, event_id, fact, subject)
        if _is_too_long(body) or (companions and _is_too_long({each.field: each.value for each in companions})):
            raise faults.TooLong(fact.kind())
        unsealed = Event(
            id=event_id,
            station=head.station,
            hall=hall or head.hall,
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
        store.fold(event, fact, fresh=head.fresh)
        store.recorded += 1
        return event

    def erase(self, subject: str, *, reason: str, actor: str = "", hall: str = "") -> Event:
        """Erase the personal data of all events of `subject`, here and, by the fact, on every device."""
        return self.record(PersonalErased(reason=reason), subject=subject, actor=actor, hall=hall)
