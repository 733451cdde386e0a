"""What may be asked of the rulebook: its chapters, what a person still has to read, who has not read."""

from dataclasses import dataclass

import peewee

from shared.journal.store import Store
from shared.people import views as people
from shared.people.views import Person
from shared.practice.rulebook.tables import ChapterRow, ReadRow


@dataclass(frozen=True)
class Chapter:
    """One chapter in force."""

    code: str
    version: int
    place: int
    title: str
    text: str
    at: int


@dataclass(frozen=True)
class Reading:
    """One chapter for one person: the version they acknowledged last (0: none) and when (epoch ms)."""

    chapter: Chapter
    version: int
    at: int | None

    @property
    def due(self) -> bool:
        """Whether the chapter in force is still to be read."""
        return self.version < self.chapter.version


@dataclass(frozen=True)
class Readers:
    """One chapter in a hall: who has acknowledged the version in force, who has not."""

    chapter: Chapter
    read: tuple[Person, ...]
    unread: tuple[Person, ...]


def chapters(store: Store) -> tuple[Chapter, ...]:
    """The book in its order, without withdrawn chapters."""
    query = ChapterRow.select().where(ChapterRow.text != "").order_by(ChapterRow.place, ChapterRow.code)
    return tuple(_chapter(row) for row in query.execute(store.db))


def mine(store: Store, number: str) -> tuple[Reading, ...]:
    """Every chapter with what this person has acknowledged of it."""
    rows = ReadRow.select().where(ReadRow.staff == number).execute(store.db)
    read = {row.chapter: (row.version, row.at) for row in rows}
    return tuple(Reading(chapter, *read.get(chapter.code, (0, None))) for chapter in chapters(store))


def readers(store: Store, hall: str) -> tuple[Readers, ...]:
    """For each chapter, who of a hall has read it and who has not."""
    staff = people.everyone(store, hall)
    return tuple(_readers(store, chapter, staff) for chapter in chapters(store))


def version(store: Store, code: str) -> int:
    """The version in force of a chapter; 0 when there is none, or it is withdrawn."""
    row = ChapterRow.select().where(ChapterRow.code == code, ChapterRow.text != "").first(store.db)
    return row.version if row else 0


def read_version(store: Store, number: str, code: str) -> int:
    """The version of a chapter that a person acknowledged last; 0: none."""
    mine: peewee.Expression = (ReadRow.staff == number) & (ReadRow.chapter == code)
    return ReadRow.select(ReadRow.version).where(mine).scalar(store.db) or 0


def _readers(store: Store, chapter: Chapter, staff: tuple[Person, ...]) -> Readers:
    query = ReadRow.select(ReadRow.staff).where(ReadRow.chapter == chapter.code, ReadRow.version >= chapter.version)
    done = {number for (number,) in query.tuples().execute(store.db)}
    return Readers(
        chapter,
        read=tuple(person for person in staff if person.number in done),
        unread=tuple(person for person in staff if person.number not in done),
    )


def _chapter(row: ChapterRow) -> Chapter:
    return Chapter(row.code, row.version, row.place, row.title, row.text, row.at)
