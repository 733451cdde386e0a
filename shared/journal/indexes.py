"""Rebuilds damaged indexes: all that an index holds is in its table.

SQLite's `quick_check` does not compare indexes with their tables, so such a file is opened as sound.
"""

import logging

import peewee

from shared.journal.sqlite import sqlite3

log = logging.getLogger("warm_window.journal")


def is_malformed(error: Exception) -> bool:
    """Whether SQLite met something in the file that does not fit together."""
    return isinstance(error, peewee.DatabaseError | sqlite3.DatabaseError) and "malformed" in str(error)


def rebuild(db: peewee.Database) -> bool:
    """Rebuild all; False where that failed: the disk is read-only, or a table is damaged as well."""
    try:
        db.execute_sql("REINDEX")
    except (peewee.DatabaseError, sqlite3.Error) as error:
        log.error("the indexes cannot be rebuilt: %s", error)
        return False
    log.error("the indexes of the journal were rebuilt")
    return True
