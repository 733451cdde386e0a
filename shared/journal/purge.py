"""Removes erased values from the disk: from the write-ahead log, free pages, backups and journals set aside.

Erasing deletes the personal values of the journal in use (`folding`), zeroed by `secure_delete`. Within the day this
removes them from all other files of the folder. Copies that somebody took elsewhere are out of its reach.
"""

import logging
import shutil
from contextlib import closing
from pathlib import Path

import peewee

from shared.journal import backup
from shared.journal.opening import FILE
from shared.journal.rows import execute_in
from shared.journal.sqlite import sqlite3
from shared.journal.store import Store

DUE = "purge_due"
"""The setting that says whether anything was erased since the last purge; an earlier version's file has none."""
_ERASED = """SELECT event_id FROM companion
    WHERE event_id IN (SELECT id FROM live.event) AND event_id NOT IN (SELECT event_id FROM live.companion)"""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'event'"
log = logging.getLogger("warm_window.journal")


def purge(store: Store) -> bool:
    """Take what was erased out of all files of the folder; whether there was anything to do. Raises as SQLite does."""
    due = store.setting(DUE, "first")
    if not due.strip():
        return False
    if due == "first" and _free_pages(store.db):
        store.db.execute_sql("VACUUM")  # they were not zeroed by an earlier version
    if due != "first" or _ever_erased(store.db):
        _purge_copies(store.folder)
    with store.db.atomic():
        if store.setting(DUE, "first") == due:
            store.set_setting(DUE, "")
    busy, *_ = store.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        store.set_setting(DUE, due)
    return True


def _free_pages(db: peewee.Database) -> int:
    return int(db.execute_sql("PRAGMA freelist_count").fetchone()[0])


def _ever_erased(db: peewee.Database) -> bool:
    return bool(db.execute_sql("SELECT 1 FROM event WHERE kind = 'personal_erased' LIMIT 1").fetchone())


def _purge_copies(folder: Path) -> None:
    for file in (*(folder / backup.FOLDER).glob("*.db"), *folder.glob(f"set-aside-*/{FILE}")):
        _purge_copy(file, folder / FILE)


def _purge_copy(file: Path, journal: Path) -> None:
    """Take what the journal has erased out of one copy of it. One that cannot be read is deleted if it may hold it."""
    try:
        # Not as a pragma of the handle: peewee leaves the connection open when that fails on an unreadable file.
        with closing(peewee.SqliteDatabase(str(file), timeout=5)) as db:
            db.execute_sql("PRAGMA secure_delete = 1")
            db.execute_sql("ATTACH ? AS live", (str(journal),))
            if erased := [event_id for (event_id,) in db.execute_sql(_ERASED).fetchall()]:
                db.execute_sql("PRAGMA main.journal_mode = delete")  # one that was set aside may have a log of its own
                _erase(db, erased)
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        if "locked" in str(error) or "readonly" in str(error) or "full" in str(error):
            raise
        if _may_hold_erased(file, journal):
            log.warning("%s cannot be read (%s) and may hold what was erased: it is deleted", file, error)
            _delete(file)


def _erase(db: peewee.SqliteDatabase, erased: list[str]) -> None:
    """Delete the values and what was computed from them; restoring this copy rebuilds its tables."""
    with db.atomic():
        found = execute_in(db, "SELECT DISTINCT subject FROM main.event WHERE id IN (%s)", erased)
        subjects = [subject for (subject,) in found]
        execute_in(db, "DELETE FROM main.companion WHERE event_id IN (%s)", erased)
        for (table,) in db.execute_sql(_TABLES).fetchall():
            if any(column.name == "subject" for column in db.get_columns(table)):
                execute_in(db, f'DELETE FROM main."{table}" WHERE subject IN (%s)', subjects)
        db.execute_sql("DELETE FROM main.meta WHERE key = 'projections'")


def _may_hold_erased(file: Path, journal: Path) -> bool:
    """Whether a file that SQLite cannot read holds any event whose personal values are erased."""
    with closing(peewee.SqliteDatabase(str(journal))) as db:
        ids = db.execute_sql(
            """SELECT e.id FROM event x JOIN event e ON e.subject = x.subject AND e.ts < x.ts
            WHERE x.kind = 'personal_erased'"""
        ).fetchall()
    parts = [part.read_bytes() for part in (file, file.with_name(file.name + "-wal")) if part.exists()]
    return any(event_id.encode() in part for (event_id,) in ids for part in parts)


def _delete(file: Path) -> None:
    if file.name == FILE:
        shutil.rmtree(file.parent)
    else:
        file.unlink()
