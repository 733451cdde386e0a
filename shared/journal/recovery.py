"""Rebuilds a damaged journal from the newest sound backup and all that can still be read; the old file is set aside.

An event is taken from the damaged file only when it fits the chain. The new file is complete before the old one moves,
and each step can be repeated, so a power cut in between loses nothing. The caller must have the folder alone.
"""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path

import msgspec
import peewee

from shared.domain.progress import Progress, no_progress
from shared.journal import attachments, backup, header, journal_file, opening, seal, stations
from shared.journal.event import ERASED, Companion, Event
from shared.journal.projection import Projections
from shared.journal.reading import readable
from shared.journal.sqlite import sqlite3
from shared.journal.stations import Gap
from shared.journal.store import Store
from shared.journal.tables import EventRow, MetaRow

_PARTIAL = "journal.rebuilding"
_ROW = "pos, id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, acked, seq"
_LEAST_BYTES = 200  # no event takes less room in the file
log = logging.getLogger("warm_window.recovery")


class Recovered(msgspec.Struct, frozen=True):
    """How many events came from the backup, how many were read from the damaged file, how many are known to be lost."""

    from_backup: int
    salvaged: int
    lost: int


def vanished(folder: Path) -> bool:
    """Whether a journal was here and is not any more: no file, or an empty one, beside backups of it."""
    file = folder / opening.FILE
    gone = not file.exists() or file.stat().st_size == 0
    return gone and any((folder / backup.FOLDER).glob("*.db"))


def unfinished(folder: Path) -> bool:
    """Whether a complete new journal waits to be renamed into place."""
    return (folder / journal_file.READY).exists()


def recover(folder: Path, *, now: int, progress: Progress = no_progress) -> Recovered:
    """Make a new journal and set the damaged one aside, as `set-aside-<time>`."""
    partial = folder / _PARTIAL
    partial.unlink(missing_ok=True)
    source = backup.newest_sound(folder)
    db = backup.copy_of(source, partial) if source else opening.connect(partial)
    with closing(db):
        if source is None:
            opening.migrate(db, folder)
        result = _fill(db, folder, now, progress)
    _merge_log(partial)
    partial.replace(folder / journal_file.READY)
    journal_file.swap_in(folder, now)
    log.warning("the journal was damaged and has been rebuilt: %s", result)
    return result


def restore(folder: Path, file: Path, *, now: int) -> None:
    """Go back to the backup `file`; the present journal is set aside, not lost. Raises `StoreDamaged`."""
    partial = folder / _PARTIAL
    db = backup.copy_of(file, partial)
    with closing(db):
        opening.refuse_future(db)
        stations.replace(db, folder, "restored", now=now)
    _merge_log(partial)
    partial.replace(folder / journal_file.READY)
    journal_file.swap_in(folder, now)


def _merge_log(file: Path) -> None:
    """Bring the new file's write-ahead log into the file itself, since only the file is moved."""
    db = peewee.SqliteDatabase(str(file), pragmas={"journal_mode": "delete"})
    with closing(db):
        db.execute_sql("SELECT count(*) FROM event").fetchone()


def _fill(db: peewee.SqliteDatabase, folder: Path, now: int, progress: Progress) -> Recovered:
    before = EventRow.select().count(db)
    with tempfile.TemporaryDirectory(dir=folder, prefix="salvage-") as temporary:
        damaged = _Damaged(folder, Path(temporary), like=folder / _PARTIAL)
        with closing(damaged):
            _keep_settings(db, damaged)
            salvage = _Salvage(db, damaged)
            with db.atomic():
                salvage.run(progress)
            _keep_pictures(db, damaged)
    _forget_erased(db, folder)
    gaps, unread = tuple(salvage.gaps), tuple(salvage.unread)
    stations.replace(db, folder, "damaged", gaps=gaps, unread=unread, now=now)
    return Recovered(before, salvage.added, sum(gap.resumes - gap.after - 1 for gap in gaps))


def _keep_settings(db: peewee.SqliteDatabase, damaged: "_Damaged") -> None:
    """Without a backup: at least which station this was, and in which hall."""
    for key in ("station", "hall"):
        if value := damaged.setting(key):
            MetaRow.insert(key=key, value=value).on_conflict_ignore().execute(db)


def _keep_pictures(db: peewee.SqliteDatabase, damaged: "_Damaged") -> None:
    """Copy the pictures that can still be read; a hub has the others. An old backup has no table for them."""
    store = Store(db, Projections(()), Path())
    for name, content in damaged.pictures() if db.table_exists("attachment") else ():
        attachments.receive(store, name, content, sent=False)


def _forget_erased(db: peewee.SqliteDatabase, folder: Path) -> None:
    """Erase again what was erased after the backup was made."""
    store = Store(db, Projections(()), folder)
    query = EventRow.select(EventRow.subject).where(EventRow.kind == ERASED).distinct()
    with db.atomic():
        for (subject,) in query.tuples().execute(db):
            store.refold(subject)


class _Salvage:
    """Copies from the damaged file the events that the backup lacks, station by station, if they fit the chain."""

    def __init__(self, db: peewee.SqliteDatabase, damaged: "_Damaged") -> None:
        self._db, self._damaged = db, damaged
        self._store = Store(db, Projections(()), Path())
        self._own = self._store.station
        self.added = 0
        self.gaps: list[Gap] = []
        self.unread: list[str] = []

    def run(self, progress: Progress) -> None:
        """Copy the events of every station; `progress` counts positions read."""
        found = self._damaged.events(progress)
        for station in sorted({event.station for event, _ in found.values()}):
            self._take_station([pair for pair in found.values() if pair[0].station == station])

    def _take_station(self, found: list[tuple[Event, tuple[bool, int | None]]]) -> None:
        found.sort(key=lambda pair: pair[0].n)
        query = EventRow.select(EventRow.n, EventRow.link).where(EventRow.station == found[0][0].station)
        links: dict[int, str] = {0: seal.START, **dict(query.tuples().execute(self._db))}
        here = set(links)
        links.update({event.n: event.link for event, _ in found if event.n not in here})
        for event, sent in found:
            if event.n not in here and self._fits(event, links):
                self._take(event, sent)
                here.add(event.n)
        if event.station == self._own:  # the hub gives only a part of other stations' events
            self._name_gaps(event.station, sorted(here), links)

    def _fits(self, event: Event, links: dict[int, str]) -> bool:
        """Whether the event fits the link before it; True where that link is lost too."""
        before = links.get(event.n - 1)
        return before is None or seal.link(before, event) == event.link

    def _take(self, event: Event, sent: tuple[bool, int | None]) -> None:
        own = event.station == self._own
        companions = [found for found in self._damaged.companions(event) if seal.fits(event, found)]
        self._store.insert(event, companions, acked=sent[0] and not own, seq=sent[1])
        digests = sum(isinstance(value, str) and value.startswith("sha256:") for value in event.body.values())
        if len(companions) < digests:
            self.unread.append(event.id)
        self.added += 1

    def _name_gaps(self, station: str, here: list[int], links: dict[int, str]) -> None:
        for before, n in pairwise(here):
            if n != before + 1:
                self.gaps.append(Gap(station=station, after=before, resumes=n, link=links.get(n - 1, "")))


class _Damaged:
    """Reads what can be read of a damaged file, from a copy, so that the file itself is set aside as it was found.

    `like`: a sound journal, whose header replaces one that cannot be read.
    """

    def __init__(self, folder: Path, temporary: Path, like: Path) -> None:
        self._file = temporary / opening.FILE
        self._copy(folder)
        self._db = self._opened()
        if self._rows("SELECT count(*) FROM sqlite_schema") is None and self._file.exists():
            self.close()
            self._copy(folder)  # closing may have changed it
            with suppress(OSError):
                header.replace(self._file, like)
            self._db = self._opened()

    def _copy(self, folder: Path) -> None:
        for part in (opening.FILE, opening.FILE + "-wal", opening.FILE + "-journal"):
            if (folder / part).exists():
                shutil.copyfile(folder / part, self._file.with_name(part))

    def _opened(self) -> peewee.SqliteDatabase:
        db = peewee.SqliteDatabase(str(self._file))
        with suppress(peewee.DatabaseError):
            db.execute_sql("PRAGMA writable_schema = ON")  # read on in spite of a damaged schema
        return db

    def close(self) -> None:
        with suppress(peewee.DatabaseError):
            self._db.close()

    def setting(self, key: str) -> str:
        """A setting of the damaged file, "" when it cannot be read."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""

    def companions(self, event: Event) -> list[Companion]:
        """The personal values of an event that can still be read."""
        rows = self._rows("SELECT event_id, field, salt, value FROM companion WHERE event_id = ?", event.id) or []
        return [Companion(event_id=str(i), field=str(f), salt=str(s), value=str(v)) for i, f, s, v in rows]

    def pictures(self) -> Iterator[tuple[str, bytes]]:
        """The attachments that can still be read, by name."""
        for (name,) in self._rows("SELECT sha256 FROM attachment") or ():
            rows = self._rows("SELECT content FROM attachment WHERE sha256 = ?", name)
            if rows and isinstance(content := rows[0][0], bytes):
                yield str(name), content

    def events(self, progress: Progress) -> dict[str, tuple[Event, tuple[bool, int | None]]]:
        """Every readable event by id, with whether it was sent and its number at the hub."""
        found = {}
        end = self._end()
        for row in self._span(1, end):
            if isinstance(row[0], int) and row[0] % 500 == 0:
                progress(row[0], end)
            if event := readable(row):
                found[event.id] = (event, (bool(row[13]), row[14] if isinstance(row[14], int) else None))
        return found

    def _end(self) -> int:
        """One more than the last position there can be: from the table, else an index, else the size of the file."""
        most = self._file.stat().st_size // _LEAST_BYTES + 1
        for source in ("event NOT INDEXED", "event INDEXED BY event_subject", "event INDEXED BY event_heard"):
            rows = self._rows(f"SELECT max(pos) FROM (SELECT pos FROM {source})")
            if rows and isinstance(rows[0][0], int) and 0 < rows[0][0] <= most:
                return rows[0][0] + 1
        return most

    def _span(self, start: int, end: int) -> Iterator[tuple[object, ...]]:
        """The rows at positions [start, end). Where reading fails, each half separately, down to single rows."""
        if start >= end:
            return
        rows = self._rows(f"SELECT {_ROW} FROM event NOT INDEXED WHERE pos >= {start} AND pos < {end}")
        if rows is not None:
            yield from rows
        elif end - start > 1:
            middle = (start + end) // 2
            yield from self._span(start, middle)
            yield from self._span(middle, end)

    def _rows(self, question: str, *values: object) -> list[tuple[object, ...]] | None:
        try:
            return list(self._db.execute_sql(question, values).fetchall())
        except (peewee.DatabaseError, sqlite3.Error, UnicodeDecodeError, ValueError):
            return None
