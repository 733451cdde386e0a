"""A journal as it lies on the disk, read by plain SQL: no fact type, no projection, no view of the product."""

import sqlite3
from pathlib import Path
from typing import Any

_OF_DAY = "hall = :hall AND occurred_at >= :start AND occurred_at < :start + 86400000"


class Raw:
    """The `event` table of the journal in `folder`; `{day}` in a query means: of the hall's day."""

    def __init__(self, folder: Path, hall: str, day: str) -> None:
        self.day = day
        self._db = sqlite3.connect(f"{(folder / 'journal.db').as_uri()}?mode=ro", uri=True)
        (start,) = self._db.execute("SELECT (unixepoch(?) - 8 * 3600) * 1000", (day,)).fetchone()
        self._values = {"hall": hall, "start": start}

    def close(self) -> None:
        self._db.close()

    def rows(self, query: str, **more: object) -> list[tuple[Any, ...]]:
        return self._db.execute(query.format(day=_OF_DAY), {**self._values, **more}).fetchall()

    def count(self, kind: str, where: str = "1") -> int:
        [(found,)] = self.rows(f"SELECT count(*) FROM event WHERE kind = :kind AND {where} AND {{day}}", kind=kind)
        return int(found)

    def kinds(self, beginning: str) -> set[str]:
        """The kinds of fact that begin like this."""
        return {kind for (kind,) in self.rows("SELECT DISTINCT kind FROM event") if kind.startswith(beginning)}

    def last(self, value: str, *kinds: str) -> dict[str, Any]:
        """By subject, the value in the last fact of these kinds."""
        named = ", ".join(f"'{kind}'" for kind in kinds)
        return dict(self.rows(f"SELECT subject, {value} FROM event WHERE kind IN ({named}) ORDER BY ts, station, n"))
