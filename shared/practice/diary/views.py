"""What may be asked of the diary: one's own record, a hall's day, one entry's versions, counts, candidates.

Every view that returns words asks `rules.may_read`; counts hold no words and no names.
"""

from collections.abc import Collection
from datetime import date

import msgspec
import peewee
from peewee import SQL

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.diary import rules
from shared.practice.diary.facts import Entry, EntryChanged, EntryWritten, Outcome
from shared.practice.diary.policy import DiaryPolicy
from shared.practice.diary.rules import Written
from shared.practice.diary.tables import EntryRow
from shared.reference.views import policy

_WITH_TEXT = (EntryWritten.kind(), EntryChanged.kind())


class DiaryEntry(msgspec.Struct, frozen=True, kw_only=True):
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
    outcome: str = ""
    line: str = ""  # what the author is told about it
    passed_on: bool = False


class Version(msgspec.Struct, frozen=True):
    """The kind and text of an entry from a moment on (epoch ms)."""

    at: int
    entry: Entry
    text: str


def mine(store: Store, number: str, limit: int = 100) -> tuple[DiaryEntry, ...]:
    """A person's own record, newest first."""
    query = EntryRow.select().where(EntryRow.staff == number)
    rows = query.order_by(EntryRow.at.desc(), EntryRow.subject).limit(limit).execute(store.db)
    return tuple(_entry(row, readable=True) for row in rows)


def of_day(store: Store, hall: str, day: date, reader: Actor | None = None) -> tuple[DiaryEntry, ...]:
    """The entries of a hall's day, in time order; `text` only where `reader` may read it."""
    query = EntryRow.select().where(EntryRow.hall == hall, EntryRow.day == day.isoformat())
    rows = query.order_by(EntryRow.at, EntryRow.subject).execute(store.db)
    return tuple(_entry(row, readable=rules.may_read(reader, written(row))) for row in rows)


def versions(store: Store, reader: Actor, entry: str) -> tuple[Version, ...]:
    """What an entry said, oldest first; nothing for those who may not read it."""
    row = EntryRow.select().where(EntryRow.subject == entry).first(store.db)
    if row is None or not rules.may_read(reader, written(row)):
        return ()
    events = (event for event in store.events(subject=entry) if event.kind in _WITH_TEXT)
    facts = ((event.occurred_at, store.readable(event)) for event in events)
    return tuple(Version(at, f.entry, f.text) for at, f in facts if isinstance(f, (EntryWritten, EntryChanged)))


class HallCounts(msgspec.Struct, frozen=True):
    """How many entries of each kind a hall wrote, and how many of a kind came to what; no words, no names."""

    entries: dict[Entry, int]
    outcomes: dict[tuple[Entry, str], int]


def counts_by_hall(store: Store, first: date, last: date) -> dict[str, HallCounts]:
    """By hall, how many entries were written from `first` to `last` (经营部定期进行统计)."""
    found: dict[str, HallCounts] = {}
    query = EntryRow.select(EntryRow.hall, EntryRow.entry, EntryRow.outcome, peewee.fn.COUNT())
    query = query.where(EntryRow.day.between(first.isoformat(), last.isoformat()))
    grouped = query.group_by(EntryRow.hall, EntryRow.entry, EntryRow.outcome)
    for hall, code, outcome, count in grouped.tuples().execute(store.db):
        each, kind = found.setdefault(hall, HallCounts({}, {})), Entry(code)
        each.entries[kind] = each.entries.get(kind, 0) + count
        if outcome:
            each.outcomes[kind, outcome] = count
    return found


def to_answer(store: Store, reader: Actor, first: date) -> tuple[DiaryEntry, ...]:
    """What `reader` may answer, or has answered; the unanswered come first, then the newest.

    For a supervisor the hall's ideas and difficulties since `first`, for the office what was passed on to it.
    """
    if reader.role is Role.OFFICE:
        query = EntryRow.select().where(SQL("passed_on"))
    else:
        kinds = [kind.value for kind in rules.OUTCOMES]
        query = EntryRow.select().where(EntryRow.hall == reader.hall, EntryRow.day >= first.isoformat())
        query = query.where(EntryRow.entry.in_(kinds))
    rows = [row for row in query.execute(store.db) if rules.may_read(reader, written(row)) and _by_others(row, reader)]
    entries = (_entry(row, readable=True) for row in rows)
    return tuple(sorted(entries, key=lambda each: (not awaits_answer(reader, each), -each.at, each.id)))


def _by_others(row: EntryRow, reader: Actor) -> bool:
    return bool(row.staff != reader.number or Entry(row.entry) in rules.IDEAS)


def awaits_answer(reader: Actor, entry: DiaryEntry) -> bool:
    """Whether it is `reader`'s turn to answer and they have not."""
    if reader.role is Role.OFFICE:
        return entry.outcome == Outcome.PASSED_ON
    return not entry.outcome


def outcomes(entry: DiaryEntry, reader: Actor) -> tuple[Outcome, ...]:
    """The outcomes that this reader may give an entry; none where it is not theirs to answer."""
    if (reader.role is Role.OFFICE) is not entry.passed_on:
        return ()
    possible = rules.OUTCOMES.get(entry.entry, ())
    if entry.staff == reader.number:
        return tuple(each for each in possible if each is Outcome.PASSED_ON)
    return tuple(each for each in possible if not (entry.passed_on and each is Outcome.PASSED_ON))


def without_small_counts(store: Store, counts: dict[str, int]) -> dict[str, int | None]:
    """Counts by hall, None for those that are too small to be shown."""
    return rules.without_small_counts(counts, smallest_count(store))


def smallest_count(store: Store) -> int:
    """The smallest count of a hall's difficulties, grievances or requests that the office is shown."""
    return policy(store)[DiaryPolicy].count_least


def entry(store: Store, reader: Actor, entry: str) -> DiaryEntry | None:
    """One entry that `reader` may read; None for any other."""
    row = EntryRow.select().where(EntryRow.subject == entry).first(store.db)
    return _entry(row, readable=True) if row is not None and rules.may_read(reader, written(row)) else None


def put_up(store: Store, entries: Collection[str]) -> dict[str, bool]:
    """By entry, whether its author consents to it as a candidate for the award; only those that are known here."""
    rows = EntryRow.select(EntryRow.subject, EntryRow.candidate).where(EntryRow.subject.in_(list(entries)))
    return {subject: bool(candidate) for subject, candidate in rows.tuples().execute(store.db)}


def candidates(store: Store, reader: Actor, year: int) -> tuple[DiaryEntry, ...]:
    """A year's entries put up for the caring service award with their author's consent, that `reader` may read."""
    query = EntryRow.select().where(EntryRow.candidate, EntryRow.day.between(f"{year:04}-01-01", f"{year:04}-12-31"))
    rows = query.order_by(EntryRow.at, EntryRow.subject).execute(store.db)
    return tuple(_entry(row, readable=True) for row in rows if rules.may_read(reader, written(row)))


def written(row: EntryRow) -> Written:
    """What the rules need of a row."""
    return Written(row.staff, row.hall, Entry(row.entry), row.at, row.candidate, row.passed_on)


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
        outcome=row.outcome,
        line=row.line if readable else "",
        passed_on=row.passed_on,
    )
