"""An index holds nothing of its own: one that a flipped byte has spoilt is made anew from its table.

SQLite's `quick_check` holds no index against its table, so such a file is opened as sound.
"""

import logging

import peewee

from shared.journal.sqlite import sqlite3

log = logging.getLogger("warm_window.journal")


def is_malformed(error: Exception) -> bool:
    """Whether SQLite met something in the file that does not fit together."""
    return isinstance(error, peewee.DatabaseError | sqlite3.DatabaseError) and "malformed" in str(error)


def make_anew(db: peewee.Database) -> bool:
    """Whether that could be done; not on a disk that can only be read, or where a table is spoilt as well."""
    try:
        db.execute_sql("REINDEX")
    except (peewee.DatabaseError, sqlite3.Error) as error:
        log.error("the indexes cannot be made anew: %s", error)
        return False
    log.error("the indexes of the journal were made anew")
    return True
