"""SQLite whose waiting writers poll the lock every 1 ms.

By default SQLite polls after 1, 2, 5, 10 … 100 ms. While the courier receives thousands of events, a tap then misses
the short pauses between its transactions: up to a second was measured. Polling every 1 ms it gets the first pause.
"""

import time
from typing import Any

import peewee

WAIT_SECONDS = 5.0
_POLL_SECONDS = 0.001


class JournalDatabase(peewee.SqliteDatabase):
    """A database that asks for a lock every 1 ms, for at most `wait_seconds`."""

    wait_seconds = WAIT_SECONDS

    def _add_conn_hooks(self, conn: Any) -> None:
        super()._add_conn_hooks(conn)  # type: ignore[misc]
        if _has_busy_handler(conn):
            conn.set_busy_handler(self._wait_once_more)  # after the pragmas: `busy_timeout` is a handler too

    def _wait_once_more(self, looked: int) -> bool:
        """SQLite's busy handler: whether to try again; `looked`: how often it has tried."""
        time.sleep(_POLL_SECONDS)
        return looked * _POLL_SECONDS < self.wait_seconds

    def savepoint(self) -> Any:
        """A savepoint, all of one name: SQLite means the innermost.

        peewee names each anew, and these statements would crowd out the others that are kept prepared.
        """
        return peewee._savepoint(self, sid="s")

    def begin(self, lock_type: str | None = None) -> None:
        """Take the write lock. Raises peewee's `OperationalError` when somebody has held it for `wait_seconds`."""
        if _has_busy_handler(self.connection()):  # type: ignore[no-untyped-call]
            super().begin(lock_type)
        else:
            self._begin_polling(lock_type)

    def _begin_polling(self, lock_type: str | None) -> None:
        """The same with Python's own module, which has no busy handler: two more statements for each transaction."""
        end = time.monotonic() + self.wait_seconds
        connection = self.connection()  # type: ignore[no-untyped-call]
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    super().begin(lock_type)
                    return
                except peewee.OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > end:
                        raise
                time.sleep(_POLL_SECONDS)
        finally:
            connection.execute(f"PRAGMA busy_timeout = {int(WAIT_SECONDS * 1000)}")


def _has_busy_handler(connection: Any) -> bool:
    """Whether this module lets a program set SQLite's busy handler: pysqlite3 does, Python's own does not."""
    return hasattr(connection, "set_busy_handler")
