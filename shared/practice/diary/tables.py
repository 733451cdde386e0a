"""Projection of the diary: one row for each entry, those of pauses folded from the pauses' own facts."""

import peewee
from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.practice.diary.facts import CandidateSet, Entry, EntryChanged, EntryWritten
from shared.practice.pauses.facts import PauseEnded, PauseStarted, PauseWithdrawn


class EntryRow(Projected):
    """One entry as it reads now; `day` and `at` (ms) are when it was written."""

    hall = TextField()
    staff = TextField()
    day = TextField()
    at = BigIntegerField()
    entry = TextField()
    text = TextField(default="")
    candidate = BooleanField(default=False)
    changed_at = BigIntegerField(null=True)
    ended_at = BigIntegerField(null=True)
    length_ms = IntegerField(null=True)

    class Meta:
        table_name = "diary_entry"
        indexes = ((("hall", "day"), False), (("staff", "at"), False))


projection = Projection("diary", version=2, tables=(EntryRow,))


def _insert(db: peewee.Database, event: Event, **values: object) -> None:
    day = day_of(event.occurred_at).isoformat()
    row = {"subject": event.subject, "hall": event.hall, "day": day, "at": event.occurred_at}
    EntryRow.insert(**row, **values).execute(db)


def _change(db: peewee.Database, event: Event, **values: object) -> None:
    EntryRow.update(**values).where(EntryRow.subject == event.subject).execute(db)


@projection.on(EntryWritten)
def _written(db: peewee.Database, event: Event, fact: EntryWritten) -> None:
    _insert(db, event, staff=fact.staff, entry=fact.entry, text=fact.text, candidate=fact.candidate)


@projection.on(EntryChanged)
def _changed(db: peewee.Database, event: Event, fact: EntryChanged) -> None:
    _change(db, event, entry=fact.entry, text=fact.text, changed_at=event.occurred_at)


@projection.on(CandidateSet)
def _candidate(db: peewee.Database, event: Event, fact: CandidateSet) -> None:
    _change(db, event, candidate=fact.candidate)


@projection.on(PauseStarted)
def _paused(db: peewee.Database, event: Event, fact: PauseStarted) -> None:
    _insert(db, event, staff=fact.staff, entry=Entry.PAUSE)


@projection.on(PauseEnded)
def _back(db: peewee.Database, event: Event, fact: PauseEnded) -> None:
    """The first end counts, as in the pauses' own table."""
    EntryRow.update(ended_at=event.occurred_at, length_ms=fact.length_ms).where(
        EntryRow.subject == event.subject, EntryRow.ended_at.is_null()
    ).execute(db)


@projection.on(PauseWithdrawn)
def _taken_back(db: peewee.Database, event: Event, fact: PauseWithdrawn) -> None:
    """It was none; if it had ended before, it was one."""
    EntryRow.delete().where(EntryRow.subject == event.subject, EntryRow.ended_at.is_null()).execute(db)
