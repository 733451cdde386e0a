"""Whether the journal a program has open is still the file of that name, and how a new file takes its place.

SQLite goes on writing into a file that somebody deleted or replaced; it is all lost when the last program closes.
"""

import logging
import os
from contextlib import closing
from pathlib import Path

import peewee
from filelock import FileLock

from shared.domain.workdays import local
from shared.journal.sqlite import sqlite3, vacuum_into

FILE = "journal.db"
READY = "journal.rebuilt"
"""A complete new journal that was not renamed to `FILE` yet."""
_LOG_PARTS = (FILE + "-wal", FILE + "-shm", FILE + "-journal")
_LOCK, _PARTIAL = "rescue.lock", "journal.rescuing"
_OURS = "SELECT id FROM event WHERE station = ? AND n <= ? ORDER BY n DESC LIMIT 1"
log = logging.getLogger("warm_window.journal")


def identity(journal: str) -> tuple[int, int] | None:
    """Which file has this name: device and inode; None where there is none, or an empty one."""
    try:
        found = os.stat(journal)  # noqa: PTH116  # asked twice a tap, a `Path` takes twice as long
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino) if found.st_size else None


def rescue(db: peewee.SqliteDatabase, folder: Path, *, station: str, upto: int, now: int) -> bool:
    """The file that `db` has open was moved or deleted: write it to its place, unless another program has done so.

    True: all that `db` holds is in place. False: what `station` recorded after number `upto` has to be recorded again.
    `db` must be reopened. Raises as SQLite and the system do.
    """
    with FileLock(folder / _LOCK, timeout=10):
        if _has(folder, db.execute_sql(_OURS, (station, upto)).fetchone()):
            log.warning("the journal was moved, and another program has put it back")
            return False
        partial = folder / _PARTIAL
        partial.unlink(missing_ok=True)
        vacuum_into(db, partial)
        partial.replace(folder / READY)
        for part in _LOG_PARTS:  # of the file that was deleted or replaced; all of it is in the copy
            (folder / part).unlink(missing_ok=True)
        swap_in(folder, now)
        log.error("the journal was deleted or replaced under a running program: it was written again, whole")
        return True


def _has(folder: Path, ours: tuple[str] | None) -> bool:
    """Whether the file in place holds this event; False where it cannot be read."""
    if ours is None or identity(str(folder / FILE)) is None:
        return False
    try:
        with closing(sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True)) as other:
            return bool(other.execute("SELECT 1 FROM event WHERE id = ?", ours).fetchone())
    except sqlite3.Error:
        return False


def swap_in(folder: Path, now: int) -> None:
    """Set the old journal aside and put the new one in its place. Can be repeated after a power cut."""
    aside = folder / f"set-aside-{local(now):%Y%m%d-%H%M%S}"
    for part in (FILE, *_LOG_PARTS):
        if (folder / part).exists():
            aside.mkdir(exist_ok=True)
            (folder / part).replace(aside / part)
    (folder / READY).replace(folder / FILE)
