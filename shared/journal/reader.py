"""The reading side of an open journal: what its file says of itself, and which events it holds."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import msgspec
import peewee

from shared.journal import reading, statements
from shared.journal.event import Event

T = TypeVar("T")
_ALL_TIME = 2**62


class Reader:
    """Queries on the journal in `db` that need no projections."""

    def __init__(self, db: peewee.SqliteDatabase) -> None:
        self.db = db

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads in it see the journal as of one moment, whatever others record meanwhile. It may not write."""
        with self.db.transaction("DEFERRED"):  # takes no lock
            yield

    @property
    def station(self) -> str:
        """The id of this device; asked each time, because the courier may give a restored device a new one."""
        return self.setting("station")

    @property
    def hall(self) -> str:
        """The code of this device's hall, "*" at the office."""
        return self.setting("hall")

    def events(self, *, subject: str = "", hall: str = "", start: int = 0, end: int = _ALL_TIME) -> list[Event]:
        """Events in fold order: all, of one subject, or of a hall that occurred in [start, end) ms."""
        if subject:
            return reading.events(self.db, statements.OF_SUBJECT, (subject,))
        if hall:
            return reading.events(self.db, statements.OF_DAY, {"hall": hall, "start": start, "end": end})
        return reading.events(self.db, statements.ALL)

    def count_by_kind(self, hall: str, kinds: Sequence[str], start: int) -> dict[str, tuple[int, int]]:
        """How often each of these kinds was recorded for a hall since `start`, and when last. Epoch ms."""
        values = {"hall": hall, "start": start, "kinds": msgspec.json.encode(kinds).decode()}
        return {kind: (count, at) for kind, count, at in self.db.execute_sql(statements.COUNTED, values).fetchall()}

    def last_heard(self, hall: str, before: int = _ALL_TIME) -> dict[str, int]:
        """The stations that ever recorded something for a hall, in order, and when each last did before a moment.

        0: not before then. Epoch ms.
        """
        values = {"hall": hall, "before": before}
        found = reading.despite_bad_text(self.db, lambda: self.db.execute_sql(statements.HEARD, values).fetchall())
        return {station: at or 0 for station, at in found}

    def last_event_before(self, moment: int) -> int:
        """When something of this hall last happened before `moment`; 0 for never. Epoch ms."""
        return max(self.last_heard(self.hall, moment).values(), default=0)

    def first_of_each_day(self, before: int) -> list[int]:
        """When this hall's first record of each day (UTC) before a moment was made, newest first. Epoch ms."""
        rows = self.db.execute_sql(statements.DAYS, (self.hall, before)).fetchall()
        return [at for (at,) in rows]

    def setting(self, key: str, default: str = "") -> str:
        """A setting of this file (table `meta`)."""
        row = self.db.execute_sql("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def kept(self, key: str, kind: type[T], otherwise: T) -> T:
        """A setting that holds JSON; `otherwise` where there is none, or one of another version's form."""
        try:
            return msgspec.json.decode(self.setting(key), type=kind)
        except msgspec.DecodeError:
            return otherwise

    def set_setting(self, key: str, value: str) -> None:
        """Change a setting of this file."""
        self.db.execute_sql("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def data_version(self) -> int:
        """Changes when another process wrote to the file, so that screens refresh."""
        return int(self.db.execute_sql("PRAGMA data_version").fetchone()[0])
