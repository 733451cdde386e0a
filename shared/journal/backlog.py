"""Events that are stored and still to be folded: a first sync stores them all and folds each subject once, at the end.

The file remembers the position from which on that is so. Folding a subject twice does no harm, so what is recorded
here meanwhile, and folded at once, needs no mark of its own.
"""

from collections.abc import Callable, Iterator

import peewee

from shared.journal.folding import Folding

_FROM = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'unfolded_from'"
_NEWEST = "SELECT coalesce(max(pos), 0) FROM event"
_BEGIN = f"INSERT OR IGNORE INTO meta (key, value) VALUES ('unfolded_from', 1 + ({_NEWEST}))"
_SUBJECTS = "SELECT subject, min(pos) FROM event WHERE pos BETWEEN ? AND ? GROUP BY subject ORDER BY 2"
_MOVE = "UPDATE meta SET value = ? WHERE key = 'unfolded_from'"
_END = f"DELETE FROM meta WHERE key = 'unfolded_from' AND CAST(value AS INTEGER) > ({_NEWEST})"
_CLEAR = "DELETE FROM meta WHERE key = 'unfolded_from'"


class Backlog:
    """The unfolded part of one file."""

    def __init__(self, db: peewee.Database, folding: Folding) -> None:
        self._db, self._folding = db, folding

    def exists(self) -> bool:
        """Whether something waits to be folded."""
        return self._begin() > 0

    def begin(self) -> None:
        """From now on what arrives is to be folded later."""
        self._db.execute_sql(_BEGIN)

    def clear(self) -> None:
        """Everything was folded in another way."""
        self._db.execute_sql(_CLEAR)

    def fold(self, subjects: Callable[[], int]) -> Iterator[int]:
        """Fold what waits, `subjects()` subjects in each step; yields how many remain. Nothing is held between."""
        while begin := self._begin():
            end = self._db.execute_sql(_NEWEST).fetchone()[0]
            waiting = self._db.execute_sql(_SUBJECTS, (begin, end)).fetchall()
            done = 0
            while done < len(waiting):
                some = waiting[done : done + subjects()]
                done += len(some)
                self._step([subject for subject, _ in some], waiting[done][1] if done < len(waiting) else end + 1)
                yield len(waiting) - done
            self._db.execute_sql(_END)

    def _step(self, subjects: list[str], following: int) -> None:
        self._folding.refold_beside(subjects, lambda: self._db.execute_sql(_MOVE, (following,)))

    def _begin(self) -> int:
        row = self._db.execute_sql(_FROM).fetchone()
        return row[0] if row else 0
