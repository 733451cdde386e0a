"""Heals damaged rows: a flipped byte that SQLite's own check misses is found by the hash chain and replaced by a copy.

A few thousand events are checked every 40 minutes, so each of them several times while a sound backup of it is kept.
An event that neither a backup nor the hub can give stays listed as damaged; one that was never sent and cannot be read
is set aside, and the device records it as lost, as a recovery does.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

import msgspec
import peewee

from shared.journal import backup, healing_pictures, indexes, reading, rows, seal, stations
from shared.journal.event import Companion, Event
from shared.journal.journal_file import FILE
from shared.journal.sqlite import sqlite3
from shared.journal.stations import Gap
from shared.journal.store import Store
from shared.journal.tables import ADD_COMPANION, COLUMNS, as_row

MOST = 4000
"""Events checked in one go: about 0.1 s."""
EVERY_MS = 40 * 60_000
Copy = tuple[Event, Sequence[Companion]]
_DAMAGED, _ASIDE, _PLACE, _AT = "sick_rows", "rows_aside", "looked_upto", "looked_at"  # keys of settings
_OF_EVENT = ", ".join(f"e.{name}" for name in Event.__struct_fields__)
_WITH_LINK = f"SELECT e.pos, {_OF_EVENT}, before.link FROM event e LEFT JOIN event before"
_BEFORE = "ON before.station = e.station AND before.n = e.n - 1"
_BY_ID = f"SELECT pos, {COLUMNS} FROM event WHERE id IN (%s)"
_NEXT = f"{_WITH_LINK} {_BEFORE} WHERE e.pos > ? ORDER BY e.pos LIMIT ?"
_FIND = f"{_WITH_LINK} {_BEFORE} WHERE e.id = ? OR (e.station = ? AND e.n = ?)"
_PERSONAL = "SELECT event_id, field, salt, value FROM companion WHERE event_id IN (%s)"
_REPLACE = f"UPDATE event SET ({COLUMNS}) = ({', '.join('?' * 12)}) WHERE pos = ?"
_GUARDS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'"
_RAW = "SELECT pos, " + ", ".join(f"CAST({name} AS BLOB)" for name in Event.__struct_fields__)
log = logging.getLogger("warm_window.journal")


class Damaged(msgspec.Struct, frozen=True):
    """An event that does not read as it was written; `pos` is its row, 0 where its number is missing here."""

    pos: int
    id: str
    station: str
    n: int


class LostRow(msgspec.Struct, frozen=True):
    """A row without a sound copy that cannot be read, taken out of the journal; `raw` is its content (a `repr`)."""

    pos: int
    station: str
    n: int
    raw: str


def damaged(store: Store) -> tuple[Damaged, ...]:
    """The damaged events of which no copy was found yet."""
    return msgspec.json.decode(store.setting(_DAMAGED, "[]"), type=tuple[Damaged, ...])


def fault(folder: Path) -> str:
    """How many events of the folder's journal are damaged, in words; "" for none. Changes nothing."""
    try:
        with closing(sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT value FROM meta WHERE key = ?", (_DAMAGED,)).fetchone()
    except sqlite3.Error:  # `recovery` deals with a file that cannot be read
        return ""
    found = msgspec.json.decode(row[0], type=tuple[Damaged, ...]) if row else ()
    places = ", ".join(f"{each.station} {each.n}" for each in found[:3])
    return f"{len(found)} events do not read as they were written ({places})" if found else ""


def lost_rows(db: peewee.Database) -> tuple[LostRow, ...]:
    """The rows taken out of the journal."""
    row = db.execute_sql("SELECT value FROM meta WHERE key = ?", (_ASIDE,)).fetchone()
    return msgspec.json.decode(row[0], type=tuple[LostRow, ...]) if row else ()


def check_next(store: Store, now: int, *, most: int = MOST) -> None:
    """Check the next events, unless that was done lately, and heal what does not fit from the backups; `now`: ms."""
    if abs(now - int(store.setting(_AT, "0"))) < EVERY_MS:
        return
    found, place = _checked(store, int(store.setting(_PLACE, "0")), most)
    with store.db.atomic():
        store.set_setting(_PLACE, str(place))
        store.set_setting(_AT, str(now))
    healing_pictures.heal(store)
    if found:
        log.error("events of the journal do not read as they were written: %s", found)
        _note(store, [*damaged(store), *found])
        heal(store, _from_backups(store.folder, damaged(store)))
        _set_aside(store, now)


# ---- what does not fit -----------------------------------------------------------------------------------------------


def _checked(store: Store, after: int, most: int) -> tuple[list[Damaged], int]:
    """As `_misfits`; where something does not fit, once more after the indexes were rebuilt."""
    try:
        found, place = _misfits(store, after, most)
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        if not indexes.is_malformed(error) or not indexes.rebuild(store.db):
            raise
        return _misfits(store, after, most)
    if found and indexes.rebuild(store.db):
        return _misfits(store, after, most)
    return found, place


def _misfits(store: Store, after: int, most: int) -> tuple[list[Damaged], int]:
    """Which events after position `after` do not fit, and the position to go on from (0: the start)."""
    read = reading.despite_bad_text(store.db, lambda: rows.fetched(store.db.connection(), _NEXT, (after, most)))
    found, places, own = [], set[tuple[object, object]](), stations.past(store.db, store.station)
    resumed = {(gap.station, gap.resumes) for gap in own.gaps}
    spoilt = _with_damaged_values(store, [str(row[1]) for row in read])
    for row in read:
        event, before = reading.readable(row[:-1]), row[-1]
        place = (row[2], row[4])
        if event is None or event.id in spoilt or not _fits(event, before):
            if event is None or (event.station, event.n - 1) not in places:
                found.append(Damaged(row[0], str(row[1]), str(row[2]), row[4] if isinstance(row[4], int) else 0))
            places.add(place)
        elif before is None and event.n > 1 and event.n <= own.own.get(event.station, 0) and place not in resumed:
            found.append(Damaged(0, "", event.station, event.n - 1))
    return found, read[-1][0] if len(read) == most else 0


def _fits(event: Event, before: str | None) -> bool:
    """Whether the link follows `before`; True behind a gap, and for events the hub shortened, which have no link."""
    start = before or (seal.START if event.n == 1 else "")
    return not (start and event.link) or seal.link(start, event) == event.link


def _with_damaged_values(store: Store, ids: list[str]) -> set[str]:
    """The ids of events with a personal value that does not match its digest."""
    values = reading.despite_bad_text(store.db, lambda: rows.execute_in(store.db, _PERSONAL, ids))
    named = {value[0] for value in values}
    bodies = {event.id: event for event in reading.events_named(store.db, _BY_ID, list(named))}
    companions = (Companion(event_id=i, field=f, salt=s, value=v) for i, f, s, v in values)
    return {
        each.event_id for each in companions if each.event_id in bodies and not seal.fits(bodies[each.event_id], each)
    }


# ---- copies ----------------------------------------------------------------------------------------------------------


def _from_backups(folder: Path, wanted: Sequence[Damaged]) -> list[Copy]:
    """A sound copy of each that a backup has, from the newest one that has it."""
    found: list[Copy] = []
    left = list(wanted)
    for file in sorted((folder / backup.FOLDER).glob("*.db"), key=lambda each: each.stat().st_mtime, reverse=True):
        if not left:
            break
        try:
            with closing(peewee.SqliteDatabase(str(file))) as db:
                copies = {each: copy for each in left if (copy := _copy(db, each))}
        except (peewee.DatabaseError, sqlite3.Error) as error:
            log.warning("no copies from %s: %s", file, error)
            continue
        found += copies.values()
        left = [each for each in left if each not in copies]
    return found


def _copy(db: peewee.Database, wanted: Damaged) -> Copy | None:
    for row in reading.despite_bad_text(
        db, lambda: rows.fetched(db.connection(), _FIND, (wanted.id, wanted.station, wanted.n))
    ):
        event, before = reading.readable(row[:-1]), row[-1]
        if event and (before or event.n == 1) and _fits(event, before):
            values = (
                Companion(event_id=i, field=f, salt=s, value=v)
                for i, f, s, v in rows.execute_in(db, _PERSONAL, [event.id])
            )
            return event, [value for value in values if seal.fits(event, value)]
    return None


# ---- healing ---------------------------------------------------------------------------------------------------------


def heal(store: Store, copies: Iterable[Copy]) -> int:
    """Replace damaged events by sound copies (of a backup or the hub), and fold their subjects again; how many."""
    wanted, healed, subjects = damaged(store), set[Damaged](), set[str]()
    every = [(copy, each) for copy in copies for each in wanted if _is_of(copy[0], each)]
    if not every:
        return 0
    with store.db.atomic():
        store.db.execute_sql("REINDEX event")  # the indexes may hold the damaged values
        with _unguarded(store.db):
            for (event, values), each in every:
                subjects |= {event.subject, *_put(store, event, values, each)}
                healed.add(each)
        store.refold_all(subjects)
        _note(store, [each for each in wanted if each not in healed])
    log.warning("%s events of the journal were healed from a copy", len(healed))
    return len(healed)


def _is_of(event: Event, wanted: Damaged) -> bool:
    return event.id == wanted.id or (event.station, event.n) == (wanted.station, wanted.n)


def _put(store: Store, event: Event, values: Sequence[Companion], each: Damaged) -> set[str]:
    """Write the copy over its row; the subjects of both, which are to be folded again."""
    connection = store.db.connection()
    pos = each.pos or next((pos for (pos,) in connection.execute("SELECT pos FROM event WHERE id = ?", (event.id,))), 0)
    stood = connection.execute("SELECT CAST(subject AS BLOB) FROM event WHERE pos = ?", (pos,)).fetchall()
    connection.execute(_REPLACE, (*as_row(event, acked=False, seq=None)[:12], pos))
    for value in values:
        known = connection.execute(
            "SELECT 1 FROM companion WHERE event_id = ? AND field = ?", (event.id, value.field)
        ).fetchone()
        if known:  # what was erased here stays erased
            connection.execute("DELETE FROM companion WHERE event_id = ? AND field = ?", (event.id, value.field))
            connection.execute(ADD_COMPANION, msgspec.structs.astuple(value))
    return {bytes(subject).decode("utf-8", "replace") for (subject,) in stood}


@contextmanager
def _unguarded(db: peewee.Database) -> Iterator[None]:
    """Within a transaction: without the triggers that forbid changes of events."""
    guards = db.execute_sql(_GUARDS).fetchall()
    for name, _ in guards:
        db.execute_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in guards:
        db.execute_sql(statement)


def _note(store: Store, found: Iterable[Damaged]) -> None:
    store.set_setting(_DAMAGED, msgspec.json.encode(tuple(dict.fromkeys(found))[:500]).decode())


# ---- what no copy has ------------------------------------------------------------------------------------------------


def _set_aside(store: Store, now: int) -> None:
    """Take out rows that cannot be read and were never sent: recorded as lost, under a new station id."""
    lost = [each for each in damaged(store) if each.pos and _is_ours_alone(store, each)]
    if not lost:
        return
    with store.db.atomic():
        kept = [*lost_rows(store.db), *(_raw(store.db, each) for each in lost)]
        store.set_setting(_ASIDE, msgspec.json.encode(kept).decode())
        store.db.execute_sql("REINDEX event")
        with _unguarded(store.db):
            for each in lost:
                store.db.execute_sql("DELETE FROM companion WHERE event_id = ?", (each.id,))
                store.db.execute_sql("DELETE FROM event WHERE pos = ?", (each.pos,))
        _note(store, [each for each in damaged(store) if each not in lost])
        stations.go_on(store, "damaged", now, gaps=_gaps(store))
    log.error("rows that nobody can read were set aside, their events are lost: %s", lost)


def _is_ours_alone(store: Store, each: Damaged) -> bool:
    acked = store.db.connection().execute("SELECT acked FROM event WHERE pos = ?", (each.pos,)).fetchone()
    found = reading.events(store.db, f"SELECT pos, {COLUMNS} FROM event WHERE pos = ?", (each.pos,))
    unreadable = not found or reading.LOST in str(found[0])
    return unreadable and acked == (0,) and each.station in stations.past(store.db, store.station).own


def _raw(db: peewee.Database, each: Damaged) -> LostRow:
    row = db.connection().execute(f"{_RAW} FROM event WHERE pos = ?", (each.pos,)).fetchone()
    return LostRow(each.pos, each.station, each.n, repr(row))


def _gaps(store: Store) -> tuple[Gap, ...]:
    """The gaps in the numbers of this device's stations that are not recorded yet."""
    known = stations.past(store.db, store.station)
    named = {(gap.station, gap.resumes) for gap in known.gaps}
    found = []
    for station in known.own:
        numbers = store.db.execute_sql("SELECT n FROM event WHERE station = ? ORDER BY n", (station,)).fetchall()
        for before, n in pairwise((0, *(n for (n,) in numbers))):
            if n != before + 1 and (station, n) not in named:
                found.append(Gap(station=station, after=before, resumes=n))
    return tuple(found)
