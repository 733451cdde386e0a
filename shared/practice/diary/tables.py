"""Projection of the diary: one row for each entry, those of pauses folded from the pauses' own facts."""

from peewee import SQL, BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.diary.facts import CandidateSet, Entry, EntryAnswered, EntryChanged, EntryWritten, Outcome
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
    outcome = TextField(default="")
    line = TextField(default="")
    answered_by = TextField(default="")
    passed_on = BooleanField(default=False)

    class Meta:
        table_name = "diary_entry"
        indexes = (
            (("hall", "day", "entry"), False),
            (("staff", "at"), False),
            (("day", "hall", "entry", "outcome"), False),
        )


EntryRow.add_index(SQL("CREATE INDEX diary_entry_candidate ON diary_entry (day) WHERE candidate"))
EntryRow.add_index(SQL("CREATE INDEX diary_entry_passed_on ON diary_entry (at) WHERE passed_on"))


projection = Projection("diary", version=3, tables=(EntryRow,))


@projection.on(EntryWritten)
def _written(rows: Rows, event: Event, fact: EntryWritten) -> None:
    _add(rows, event, fact.staff, fact.entry, text=fact.text, candidate=fact.candidate)


def _add(rows: Rows, event: Event, staff: str, entry: Entry, **values: object) -> None:
    day, at = day_of(event.occurred_at).isoformat(), event.occurred_at
    rows.add(EntryRow, hall=event.hall, day=day, at=at, staff=staff, entry=entry.value, **values)


@projection.on(EntryChanged)
def _changed(rows: Rows, event: Event, fact: EntryChanged) -> None:
    for row in rows.of(EntryRow):
        row.entry, row.text, row.changed_at = fact.entry.value, fact.text, event.occurred_at


@projection.on(CandidateSet)
def _candidate(rows: Rows, event: Event, fact: CandidateSet) -> None:
    for row in rows.of(EntryRow):
        row.candidate = fact.candidate


@projection.on(EntryAnswered)
def _answered(rows: Rows, event: Event, fact: EntryAnswered) -> None:
    for row in rows.of(EntryRow):
        row.outcome, row.line, row.answered_by = fact.outcome.value, fact.line, event.actor
        row.passed_on = row.passed_on or fact.outcome is Outcome.PASSED_ON


@projection.on(PauseStarted)
def _pause_started(rows: Rows, event: Event, fact: PauseStarted) -> None:
    _add(rows, event, fact.staff, Entry.PAUSE)


@projection.on(PauseEnded)
def _pause_ended(rows: Rows, event: Event, fact: PauseEnded) -> None:
    """The first end counts, as in the table of pauses."""
    for row in rows.of(EntryRow):
        if row.ended_at is None:
            row.ended_at, row.length_ms = event.occurred_at, fact.length_ms


@projection.on(PauseWithdrawn)
def _pause_withdrawn(rows: Rows, event: Event, fact: PauseWithdrawn) -> None:
    """A pause taken back leaves no entry; one that had ended before it was taken back keeps its own."""
    for row in list(rows.of(EntryRow)):
        if row.ended_at is None:
            rows.remove(EntryRow, row)
