"""What may be asked of the diary: one's own record, a hall's day, one entry's versions, counts, candidates.

Every view that returns words asks `rules.may_read`; counts hold no words and no names.
"""

from dataclasses import dataclass
from datetime import date

import peewee

from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.practice.diary import rules
from shared.practice.diary.facts import Entry, EntryChanged, EntryWritten
from shared.practice.diary.rules import Written
from shared.practice.diary.tables import EntryRow

_SAYING = (EntryWritten.kind(), EntryChanged.kind())


@dataclass(frozen=True, kw_only=True)
class DiaryEntry:
    """One entry as its reader may see it: `text` is None when they may not. Moments in epoch ms."""

    id: str
    hall: str
    staff: str
    at: int
    entry: Entry
    text: str | None
    candidate: bool
    changed_at: int | None
    ended_at: int | None  # of a pause
    length_ms: int | None  # of a pause, when measured


@dataclass(frozen=True)
class Version:
    """What an entry said from a moment on."""

    at: int
    entry: Entry
    text: str


def mine(store: Store, number: str, limit: int = 100) -> tuple[DiaryEntry, ...]:
    """A person's own record, newest first."""
    query = EntryRow.select().where(EntryRow.staff == number)
    rows = query.order_by(EntryRow.at.desc(), EntryRow.subject).limit(limit).execute(store.db)
    return tuple(_entry(row, readable=True) for row in rows)


def of_day(store: Store, hall: str, day: date, reader: Actor | None = None) -> tuple[DiaryEntry, ...]:
    """That entries were written in a hall on a day, in time order; with the words that `reader` may read."""
    query = EntryRow.select().where(EntryRow.hall == hall, EntryRow.day == day.isoformat())
    rows = query.order_by(EntryRow.at, EntryRow.subject).execute(store.db)
    return tuple(_entry(row, readable=rules.may_read(reader, written(row))) for row in rows)


def versions(store: Store, reader: Actor, entry: str) -> tuple[Version, ...]:
    """What an entry said, oldest first; nothing for those who may not read it."""
    row = EntryRow.select().where(EntryRow.subject == entry).first(store.db)
    if row is None or not rules.may_read(reader, written(row)):
        return ()
    said = (event for event in store.events(subject=entry) if event.kind in _SAYING)
    facts = ((event.occurred_at, store.fact(event)) for event in said)
    return tuple(Version(at, f.entry, f.text) for at, f in facts if isinstance(f, (EntryWritten, EntryChanged)))


def counts(store: Store, hall: str, first: date, last: date) -> dict[Entry, int]:
    """How many entries of each kind a hall wrote from `first` to `last` (经营部定期进行统计): no words, no names."""
    days = EntryRow.day.between(first.isoformat(), last.isoformat())
    query = EntryRow.select(EntryRow.entry, peewee.fn.COUNT()).where(EntryRow.hall == hall, days)
    found: dict[str, int] = dict(query.group_by(EntryRow.entry).tuples().execute(store.db))
    return {entry: found.get(entry.value, 0) for entry in Entry.and_newer(found)}


def entry(store: Store, reader: Actor, entry: str) -> DiaryEntry | None:
    """One entry that `reader` may read; None for any other."""
    row = EntryRow.select().where(EntryRow.subject == entry).first(store.db)
    return _entry(row, readable=True) if row is not None and rules.may_read(reader, written(row)) else None


def put_up(store: Store, entry: str) -> bool | None:
    """Whether its author has it put up for the award; None where the entry is not known here."""
    row = EntryRow.select(EntryRow.candidate).where(EntryRow.subject == entry).first(store.db)
    return None if row is None else bool(row.candidate)


def candidates(store: Store, reader: Actor, year: int) -> tuple[DiaryEntry, ...]:
    """A year's entries put up for the caring service award with their author's consent, that `reader` may read."""
    query = EntryRow.select().where(EntryRow.candidate, EntryRow.day.between(f"{year:04}-01-01", f"{year:04}-12-31"))
    rows = query.order_by(EntryRow.at, EntryRow.subject).execute(store.db)
    return tuple(_entry(row, readable=True) for row in rows if rules.may_read(reader, written(row)))


def written(row: EntryRow) -> Written:
    """A row as the rules know it."""
    return Written(row.staff, row.hall, Entry(row.entry), row.at, row.candidate)


def _entry(row: EntryRow, *, readable: bool) -> DiaryEntry:
    return DiaryEntry(
        id=row.subject,
        hall=row.hall,
        staff=row.staff,
        at=row.at,
        entry=Entry(row.entry),
        text=row.text if readable else None,
        candidate=row.candidate,
        changed_at=row.changed_at,
        ended_at=row.ended_at,
        length_ms=row.length_ms,
    )
