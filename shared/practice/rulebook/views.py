"""What may be asked of the rulebook: its chapters, what a person still has to read, who has not read."""

from dataclasses import dataclass

import msgspec
import peewee

from shared.domain.document import read
from shared.journal.store import Store
from shared.people import views as people
from shared.people.views import Person
from shared.practice.rulebook.facts import PREFIX, Text
from shared.practice.rulebook.tables import ReadRow
from shared.reference.views import Document, documents


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
    book = (chapter for chapter in _in_force(store, PREFIX) if chapter.text)
    return tuple(sorted(book, key=lambda chapter: (chapter.place, chapter.code)))


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
    return next((c.version for c in _in_force(store, PREFIX + code) if c.code == code and c.text), 0)


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


def _in_force(store: Store, prefix: str) -> tuple[Chapter, ...]:
    """The newest version of each chapter that can be read, as a newer program may have written others."""
    found: dict[str, Chapter] = {}
    for document in documents(store, prefix):
        if document.name not in found and (chapter := _chapter(document)):
            found[document.name] = chapter
    return tuple(found.values())


def _chapter(document: Document) -> Chapter | None:
    try:
        text = read(document.body, Text)
    except msgspec.ValidationError:
        return None
    code = document.name.removeprefix(PREFIX)
    return Chapter(code, document.version, text.place, text.title, text.text, document.published_at)
