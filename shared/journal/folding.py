"""Turns events into projection rows: a batch of events, whole subjects again, or everything.

The order of the fold is (ts, station, n). Events of one batch may be of many subjects; each subject's are in order.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence

import peewee

from shared.domain.fact import Fact
from shared.journal import reading, rows
from shared.journal.event import ERASED, Event, digests, put_together
from shared.journal.projection import Projections
from shared.journal.rows import Rows
from shared.journal.sqlite import sqlite3
from shared.journal.tables import COLUMNS

CHUNK = 1000  # events folded at once in a rebuild
_OF_SUBJECTS = f"SELECT pos, {COLUMNS} FROM event WHERE subject IN (%s)"
_IN_ORDER = "SELECT pos FROM event ORDER BY ts, station, n"
_AT = f"SELECT pos, {COLUMNS} FROM event WHERE pos IN (%s)"
_PERSONAL = "SELECT event_id, field, value FROM companion WHERE event_id IN (%s)"
_ERASE = "DELETE FROM companion WHERE event_id IN (%s)"
_PURGE_DUE = "INSERT OR REPLACE INTO meta (key, value) VALUES ('purge_due', hex(randomblob(8)))"  # see `purge`
_OF_THE_FILE = (peewee.OperationalError, peewee.DatabaseError, sqlite3.OperationalError, sqlite3.DatabaseError)
log = logging.getLogger("warm_window.journal")


class Folding:
    """Folds the events of one file with the projections registered."""

    def __init__(self, db: peewee.Database, projections: Projections) -> None:
        self._db, self._projections = db, projections

    def fold(self, events: Sequence[Event], *, fresh: bool = False) -> None:
        """Fold events that are in the journal, in order; `fresh`: their subjects have no rows yet.

        An event whose handler fails, of another version perhaps, must not stop the rest: the batch is halved until it
        is alone, and then left out. Errors of the file itself are raised.
        """
        if not events:
            return
        try:
            with self._db.atomic():
                self._fold_all(events, fresh)
        except Exception as error:
            if type(error) in _OF_THE_FILE:
                raise
            if len(events) == 1:
                log.exception("event %s of kind %s is kept, but cannot be folded", events[0].id, events[0].kind)
                return
            middle = len(events) // 2
            self.fold(events[:middle])
            self.fold(events[middle:])

    def _fold_all(self, events: Sequence[Event], fresh: bool) -> None:
        found = Rows(self._db, {event.subject for event in events}, fresh=fresh)
        for event, fact in self.facts(events):
            self._projections.fold(found, event, fact)
        found.write()

    def fold_one(self, event: Event, fact: Fact, *, fresh: bool) -> None:
        """Fold an event just recorded, the first of its subject where `fresh`; what fails is raised."""
        found = Rows(self._db, (event.subject,), fresh=fresh)
        self._projections.fold(found, event, fact)
        found.write()

    def facts(self, events: Sequence[Event]) -> Iterator[tuple[Event, Fact]]:
        """The typed facts of events; kinds nobody registered, as of a newer version, are left out."""
        types = self._projections.fact_types
        known = [event for event in events if event.kind in types]
        named = [digests(event, types[event.kind]) for event in known]
        values = self._values([event.id for event, names in zip(known, named, strict=True) if names])
        for event, names in zip(known, named, strict=True):
            personal = {name: values.get((event.id, name), "") for name in names}
            yield event, put_together(event, personal, types[event.kind])

    def _values(self, ids: Sequence[str]) -> dict[tuple[str, str], str]:
        """The personal values of these events, by event and field."""
        companions = reading.despite_bad_text(self._db, lambda: rows.execute_in(self._db, _PERSONAL, ids))
        return {(event_id, field): value for event_id, field, value in companions}

    def refold(self, subjects: Collection[str]) -> None:
        """Compute the rows of these subjects anew, in order, without what was erased."""
        if not subjects:
            return
        events = self._drop_erased(self.of_subjects(subjects))
        rows.forget(self._db, self._projections.tables(), subjects)
        self.fold(events, fresh=True)

    def of_subjects(self, subjects: Collection[str]) -> list[Event]:
        """All events of these subjects, in the order of the fold."""
        return sorted(reading.events_named(self._db, _OF_SUBJECTS, subjects), key=_order)

    def _drop_erased(self, events: list[Event]) -> list[Event]:
        """Delete the personal values of everything before the last erasure, also of events that arrived after it.

        An erasure holds for the events of its hall and those without one; one of hall "*" for all, as at the hub.
        """
        last = {(event.subject, event.hall): event.order for event in events if event.kind == ERASED}
        halls = {event.hall for event in events if event.kind == ERASED}
        erased = []
        for event in events:
            by = halls if not event.hall else (event.hall, "*")
            if any(event.order < last.get((event.subject, hall), event.order) for hall in by):
                erased.append(event.id)
        if erased:
            rows.execute_in(self._db, _ERASE, erased)
            self._db.execute_sql(_PURGE_DUE)
        return [event for event in events if event.kind != ERASED]

    def rebuild(self, progress: Callable[[int, int], None]) -> None:
        """Drop all projections and compute them from the journal; `progress(done, total)`."""
        self._projections.recreate(self._db)
        connection = self._db.connection()
        places = [place for (place,) in connection.execute(_IN_ORDER)]
        for start in range(0, len(places), CHUNK):
            events = reading.events_named(self._db, _AT, places[start : start + CHUNK])
            self.fold(sorted(events, key=_order))
            progress(min(start + CHUNK, len(places)), len(places))


def _order(event: Event) -> tuple[int, str, int]:
    return (event.ts, event.station, event.n)
