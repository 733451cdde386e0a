"""What may be asked of the rulebooks: chapters, what a person has to read and how it changed, drafts, receipts."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

import msgspec
from peewee import SQL

from shared.domain.document import read
from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people import views as people
from shared.people.history import History
from shared.people.views import Person
from shared.practice.rulebook import clauses, rules
from shared.practice.rulebook.clauses import Difference
from shared.practice.rulebook.facts import PREFIX, Body, Book, ChapterText, Standard
from shared.practice.rulebook.policy import RulebookPolicy
from shared.practice.rulebook.tables import ConsultationRow, DraftRow, ReadRow, ReceiptRow
from shared.reference.views import Document, documents, policy

__all__ = ["Book", "Difference", "Standard"]


class Chapter(msgspec.Struct, frozen=True):
    """One chapter in force. `material`: its newest version that everybody has to read, published at `material_at`."""

    code: str
    version: int
    place: int
    title: str
    text: str
    at: int
    book: Book
    standard: Standard
    material: int
    material_at: int
    effective: date | None
    read_by: date | None
    before: "Chapter | None" = None
    """The version in force until `effective`, where that was in the future; None: there was none."""


class Reading(msgspec.Struct, frozen=True):
    """One chapter for one person: the version they acknowledged last (0: none) and when (epoch ms), until when."""

    chapter: Chapter
    version: int
    at: int | None
    due_by: date | None = None

    @property
    def due(self) -> bool:
        """Whether it is still to be read: a correction of words leaves it read."""
        return self.version < self.chapter.material

    def overdue(self, today: date) -> bool:
        """Whether it should have been read by now."""
        return self.due and self.due_by is not None and today > self.due_by


class Readers(msgspec.Struct, frozen=True):
    """One chapter in a hall: who has read it, who has not."""

    chapter: Chapter
    read: tuple[Person, ...]
    unread: tuple[Person, ...]


class Consultation(msgspec.Struct, frozen=True):
    """One discussion of a draft: when, with whom, what was said, what came of it."""

    day: date
    body: Body
    opinions: str
    outcome: str


class Draft(msgspec.Struct, frozen=True):
    """A chapter before it is published, and the talks about it; `at` epoch ms."""

    code: str
    text: ChapterText
    at: int
    consultations: tuple[Consultation, ...]


class Receipt(msgspec.Struct, frozen=True):
    """What a hall signed for last of a book; no `edition`: nothing yet. `current`: nothing was published since."""

    hall: str
    name: str
    edition: date | None
    copies: int
    signed_by: str
    at: int
    current: bool = False


def chapters(store: Store, book: Book | None = None) -> tuple[Chapter, ...]:
    """The books in their order (or one of them), without withdrawn chapters."""
    found = (each for each in _in_force(store, PREFIX) if book in (None, each.book))
    return tuple(sorted(found, key=lambda each: (_place_of(each.book), each.place, each.code)))


def _place_of(book: Book) -> int:
    """A book of a newer version comes last."""
    known = tuple(Book)
    return known.index(book) if book in known else len(known)


def in_force_on(newest: Chapter, today: date) -> Chapter | None:
    """The version of a chapter in force on a day; None where its first one begins later."""
    found: Chapter | None = newest
    while found is not None and found.effective is not None and found.effective > today:
        found = found.before
    return found


def chapter(store: Store, code: str) -> Chapter | None:
    """One chapter in force; None when there is none, or it is withdrawn."""
    return next((each for each in _in_force(store, PREFIX + code) if each.code == code), None)


def mine(store: Store, number: str) -> tuple[Reading, ...]:
    """Every chapter with what this person has acknowledged of it."""
    rows = ReadRow.select().where(ReadRow.staff == number).execute(store.db)
    done = {row.chapter: (row.version, row.at) for row in rows}
    joined, days = _joined(store, number), policy(store)[RulebookPolicy].newcomer_days
    return tuple(
        Reading(
            each, *done.get(each.code, (0, None)), rules.due_by(day_of(each.material_at), each.read_by, joined, days)
        )
        for each in chapters(store)
    )


def _joined(store: Store, number: str) -> date | None:
    """Since when somebody is here, as the roster says, else when it first named them; after a leave, since then."""
    spans = History(store).all_of(number)
    begun = max((place + 1 for place, span in enumerate(spans) if not span.active), default=0)
    if begun >= len(spans):
        return None
    if spans[begun].since > date.min:
        return spans[begun].since
    return next((day_of(event.occurred_at) for event in store.events(subject=f"staff:{number}")), None)


def changes(store: Store, code: str, since: int) -> tuple[Difference, ...]:
    """What changed in a chapter since version `since`, clause by clause."""
    newest, bodies = chapter(store, code), {each.version: each for each in _versions(store, code)}
    before = bodies.get(since)
    return clauses.differences(before.text if before else "", newest.text) if newest else ()


def readers(store: Store, hall: str) -> tuple[Readers, ...]:
    """For each chapter, who of a hall has read it and who has not."""
    staff = people.everyone(store, hall)
    return tuple(_readers(store, each, staff) for each in chapters(store))


def version(store: Store, code: str) -> int:
    """The version in force of a chapter; 0 when there is none, or it is withdrawn."""
    found = chapter(store, code)
    return found.version if found else 0


_READ = PreparedQuery(
    lambda staff, chapter: ReadRow.select(ReadRow.version).where(ReadRow.staff == staff, ReadRow.chapter == chapter)
)


def read_version(store: Store, number: str, code: str) -> int:
    """The version of a chapter that a person acknowledged last; 0: none."""
    return _READ.value(store.db, number, code) or 0


def clauses_taken(store: Store, book: Book, but: str) -> dict[int, str]:
    """The clause numbers of a book, each with its chapter's title, without those of the chapter `but`."""
    others = (each for each in chapters(store, book) if each.code != but)
    return {clause.number: each.title for each in others for clause in clauses.clauses(each.text) if clause.number}


def drafts(store: Store) -> tuple[Draft, ...]:
    """What is before the staff: a draft is over once a version was published after it."""
    rows = DraftRow.select().order_by(DraftRow.at).execute(store.db)
    published = {each.code: each.at for each in chapters(store)}
    return tuple(_draft(store, row) for row in rows if row.at > published.get(row.chapter, 0))


def draft(store: Store, code: str) -> Draft | None:
    """The draft of a chapter, also after it was published."""
    row = DraftRow.select().where(DraftRow.subject == f"draft:{code}").first(store.db)
    return _draft(store, row) if row else None


def _draft(store: Store, row: DraftRow) -> Draft:
    text = ChapterText(row.place, row.title, row.text, Book(row.book), Standard(row.standard))
    held = ConsultationRow.select().where(ConsultationRow.subject == row.subject).order_by(SQL("id")).execute(store.db)
    talks = (Consultation(date.fromisoformat(each.day), Body(each.body), each.opinions, each.outcome) for each in held)
    return Draft(row.chapter, text, row.at, tuple(talks))


def edition(store: Store, book: Book) -> date | None:
    """The edition in force of a book: the day on which the newest of its chapters was published."""
    return max((day_of(each.at) for each in chapters(store, book)), default=None)


def receipts(store: Store, book: Book) -> tuple[Receipt, ...]:
    """What each hall signed for last, those without a receipt as well; the office hands them out and signs for none."""
    rows = ReceiptRow.select().where(ReceiptRow.book == book.value).order_by(SQL("id")).execute(store.db)
    last = {row.hall: row for row in rows}
    windows = {each.hall for each in people.everyone(store) if each.role is not Role.OFFICE}
    newest = max((each.at for each in chapters(store, book)), default=0)
    return tuple(
        Receipt(
            hall.code, hall.name, date.fromisoformat(row.edition), row.copies, row.signed_by, row.at, row.at >= newest
        )
        if (row := last.get(hall.code))
        else Receipt(hall.code, hall.name, None, 0, "", 0)
        for hall in people.halls(store)
        if hall.code in windows or hall.code in last
    )


def _readers(store: Store, chapter: Chapter, staff: tuple[Person, ...]) -> Readers:
    query = ReadRow.select(ReadRow.staff).where(ReadRow.chapter == chapter.code, ReadRow.version >= chapter.material)
    done = {number for (number,) in query.tuples().execute(store.db)}
    return Readers(
        chapter,
        read=tuple(person for person in staff if person.number in done),
        unread=tuple(person for person in staff if person.number not in done),
    )


class _Version(msgspec.Struct, frozen=True):
    """One published version of a chapter; `at` epoch ms."""

    version: int
    at: int
    body: ChapterText

    @property
    def text(self) -> str:
        return self.body.text


def _versions(store: Store, code: str) -> tuple[_Version, ...]:
    return tuple(
        found for each in documents(store, PREFIX + code) if each.name == PREFIX + code for found in _read(each)
    )


def _in_force(store: Store, prefix: str) -> tuple[Chapter, ...]:
    """The newest readable version of each chapter that is not withdrawn; a newer program may have written others."""
    by_code: dict[str, list[_Version]] = {}
    for document in documents(store, prefix):
        by_code.setdefault(document.name.removeprefix(PREFIX), []).extend(_read(document))
    return tuple(_chapter(code, found) for code, found in by_code.items() if found and not found[0].body.is_withdrawn)


def _chapter(code: str, versions: list[_Version]) -> Chapter:
    newest = versions[0]
    since = list(takewhile(lambda each: not each.body.is_withdrawn, versions))  # it came back: everybody reads it anew
    material = next((each for each in since if each.body.material), since[-1])
    begins, older = newest.body.effective, versions[1:]
    later = begins is not None and begins > day_of(newest.at) and bool(older) and not older[0].body.is_withdrawn
    return Chapter(
        code=code,
        version=newest.version,
        place=newest.body.place,
        title=newest.body.title,
        text=newest.text,
        at=newest.at,
        book=newest.body.book,
        standard=newest.body.standard,
        material=material.version,
        material_at=material.at,
        effective=begins,
        read_by=material.body.read_by,
        before=_chapter(code, older) if later else None,
    )


def _read(document: Document) -> Iterable[_Version]:
    try:
        yield _Version(document.version, document.published_at, read(document.body, ChapterText))
    except msgspec.ValidationError:  # written by a newer program: left out, as `_in_force` says
        return
