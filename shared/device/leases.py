"""Who has a data folder in use: everyone who opened its journal shares it; setting a file aside needs it alone.

Without this, a kiosk would go on thanking customers into a file that a counter has just set aside. The lock is SQLite's
own, on a small file beside the journal: it ends with its process, on every platform.
"""

from pathlib import Path

from shared.journal.sqlite import sqlite3

FILE = "in-use.db"


class FolderInUse(Exception):
    """Another program has the data folder open (or is setting its journal aside)."""

    code = "folder_in_use"


class Lease:
    """One program's hold on a data folder, or by another `file` on one task in it."""

    def __init__(self, folder: Path, file: str = FILE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / file, isolation_level=None, check_same_thread=False)

    def share(self, *, wait_seconds: float = 60) -> None:
        """Use the folder beside others; waits while somebody has it alone."""
        self._take("BEGIN", wait_seconds)

    def take_alone(self, *, wait_seconds: float = 10) -> None:
        """Have the folder to oneself. Raises `FolderInUse` when another program keeps it open."""
        self._take("BEGIN EXCLUSIVE", wait_seconds)

    def release(self) -> None:
        """Let the folder go; it may be taken again."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Let the folder go for good."""
        self._connection.close()

    def _take(self, begin: str, wait_seconds: float) -> None:
        self.release()
        self._connection.execute(f"PRAGMA busy_timeout = {int(wait_seconds * 1000)}")
        try:
            self._connection.execute(begin)
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # a plain BEGIN locks nothing yet
        except sqlite3.OperationalError as error:
            self.release()
            raise FolderInUse(str(error)) from error
