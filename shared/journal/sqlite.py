"""The one SQLite of this process: the module peewee chose. A second one would drop the locks of the first.

Reading a damaged row raises this module's own errors, not peewee's.
"""

import os
import traceback
from contextlib import closing
from pathlib import Path

import peewee
from peewee import sqlite3 as sqlite3  # type: ignore[attr-defined]  # the stub does not name it


def is_bad_text(error: Exception) -> bool:
    """Whether reading failed because text in the file is no UTF-8; peewee wraps what fails at the first row."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return isinstance(error, sqlite3.OperationalError | peewee.OperationalError) and "UTF-8" in str(error)


def let_go(error: BaseException | None) -> None:
    """Close the cursors that a failed query has left in the frames of its error.

    An open one keeps its read lock, even after its connection was closed, and without a WAL it blocks every writer.
    """
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__context__


def check(db: peewee.Database, pragma: str = "quick_check") -> str:
    """SQLite's own check of a file: "ok", or the first thing that is wrong. Raises what keeps it from being read."""
    try:
        return str(db.execute_sql(f"PRAGMA {pragma}(1)").fetchone()[0])
    except Exception as error:
        if is_bad_text(error):
            return "a damaged name"  # the answer quotes names of the file
        raise


def vacuum_into(db: peewee.Database, file: Path) -> None:
    """Write SQLite's own complete copy, which only this user may read. `file` must not be there yet.

    Raises as SQLite does when the source is damaged or the disk full.
    """
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # SQLite fills it and keeps its mode
    with closing(db.cursor()) as cursor:
        cursor.execute("VACUUM INTO ?", (str(file),))
    with file.open("rb+") as written:
        os.fsync(written.fileno())  # SQLite does not
