"""Backups of the journal: made by SQLite itself (VACUUM INTO, never a file copy), one a day, the newest are kept.

A restored backup starts a new station: event numbers given out since the backup must never be given out again.
"""

import contextlib
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path

import peewee

from shared.journal import faults
from shared.journal.database import JournalDatabase
from shared.journal.opening import connect, migrate
from shared.journal.sqlite import check, sqlite3, vacuum_into

FOLDER = "backups"
_PARTIAL = ".partial"
_COLUMNS = ("SELECT station, n FROM event LIMIT 0", "SELECT key, value FROM meta LIMIT 0")
_PARTS = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"


def back_up(db: peewee.SqliteDatabase, file: Path) -> None:
    """Write a whole copy of the journal to `file`, replacing it only when the copy is complete."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(file.name + _PARTIAL)
    partial.unlink(missing_ok=True)
    try:
        vacuum_into(db, partial)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def daily(db: peewee.SqliteDatabase, folder: Path, day: date, *, kept: int = 7) -> Path | None:
    """The backup of `day`, once; older ones beyond `kept` are dropped. None when there is one already."""
    file = folder / FOLDER / f"{day.isoformat()}.db"
    if file.exists():
        return None
    back_up(db, file)
    for old in dailies(folder)[kept:]:
        old.unlink()
    return file


def dailies(folder: Path) -> list[Path]:
    """The daily backups in `folder`, newest first."""
    return sorted((folder / FOLDER).glob("[0-9]*.db"), reverse=True)


def newest_sound(folder: Path) -> Path | None:
    """The newest backup, daily or made before a migration, that is sound and has no foreign triggers or views."""
    found = sorted((folder / FOLDER).glob("*.db"), key=lambda file: file.stat().st_mtime, reverse=True)
    return next((file for file in found if is_sound(file) and not foreign_parts(file)), None)


def is_sound(file: Path) -> bool:
    """Whether `file` is a journal that SQLite finds whole."""
    if not file.is_file():
        return False
    db = _plain(file)
    try:
        for columns in _COLUMNS:  # another program's file may have tables of these names
            db.execute_sql(columns)
        return check(db) == "ok"
    except (peewee.DatabaseError, sqlite3.Error):
        return False
    finally:
        with contextlib.suppress(peewee.DatabaseError):
            db.close()


def foreign_parts(file: Path) -> tuple[str, ...]:
    """The triggers and views of a sound backup that are not ours: they would run whenever we write."""
    with closing(_plain(file)) as db:
        rows = db.execute_sql(_PARTS).fetchall()
    return tuple(str(name) for kind, name, sql in rows if (kind, name, sql) not in _ours())


@cache
def _ours() -> frozenset[tuple[str, str, str]]:
    """The triggers that the migrations make (guards against changed events)."""
    with closing(JournalDatabase(":memory:", lock_type="IMMEDIATE")) as db:
        migrate(db, Path())
        return frozenset(db.execute_sql(_PARTS).fetchall())  # type: ignore[no-untyped-call]


def copy_of(file: Path, target: Path) -> peewee.SqliteDatabase:
    """`target` made a whole copy of the backup `file`, opened. Raises `StoreDamaged` when the backup is not sound."""
    if not is_sound(file):
        raise faults.StoreDamaged(str(file))
    if parts := foreign_parts(file):
        raise faults.StoreForeign(f"{file}: {', '.join(parts)}")
    target.unlink(missing_ok=True)
    source = _plain(file)
    with closing(source):
        vacuum_into(source, target)
    return connect(target)


def _plain(file: Path) -> peewee.SqliteDatabase:
    """A connection that sets no pragma, so that the backup stays as it is."""
    return peewee.SqliteDatabase(str(file))
