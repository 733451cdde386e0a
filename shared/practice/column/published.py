"""服务之窗 as everybody reads it: published issues with their pages, and the halls' answers to its experiences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from shared.journal.store import Store
from shared.people.views import halls
from shared.practice.column import pictures
from shared.practice.column.facts import Adoption, IssuePublished, Section
from shared.practice.column.tables import AdoptionRow, IssueRow, PageRow, PictureRow


@dataclass(frozen=True)
class Answer:
    """What a hall said of an experience."""

    hall: str
    name: str
    adoption: Adoption
    line: str


@dataclass(frozen=True)
class Item:
    """A printed story. `answers`: as far as this device knows; only an experience is adopted."""

    page: str
    story: str
    place: int
    section: Section
    hall: str
    hall_name: str
    title: str
    paragraphs: tuple[str, ...]
    quotes: tuple[str, ...]
    pictures: Mapping[int, str]  # SHA-256 by number
    answers: tuple[Answer, ...]

    @property
    def adoptable(self) -> bool:
        """Whether halls are asked to adopt it."""
        return self.section is Section.EXPERIENCE

    @property
    def adopted(self) -> int:
        """How many halls take it up."""
        return sum(each.adoption is Adoption.ADOPTED for each in self.answers)


@dataclass(frozen=True)
class Published:
    """The last edition of an issue."""

    issue: str
    year: int
    number: int
    day: date
    title: str
    edition: int
    notes: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def answered(self) -> dict[str, int]:
        """By experience, how many halls have answered."""
        return {each.story: len(each.answers) for each in self.items if each.adoptable}


def published(store: Store) -> tuple[Published, ...]:
    """All issues, the newest first."""
    query = IssueRow.select().where(IssueRow.edition > 0).order_by(IssueRow.year.desc(), IssueRow.number.desc())
    return tuple(_published(store, row) for row in query.execute(store.db))


def one(store: Store, issue: str) -> Published | None:
    """One issue."""
    row = IssueRow.select().where(IssueRow.subject == issue, IssueRow.edition > 0).first(store.db)
    return _published(store, row) if row is not None else None


def _published(store: Store, row: IssueRow) -> Published:
    fact = msgspec.json.decode(row.published, type=IssuePublished)
    return Published(
        row.subject, fact.year, fact.number, fact.day, fact.title, fact.edition, fact.notes, _items(store, fact.pages)
    )


def _items(store: Store, pages: Sequence[str]) -> tuple[Item, ...]:
    """The pages that are here; one whose words were erased meanwhile is left out."""
    rows = PageRow.select().where(PageRow.subject.in_(list(pages)), PageRow.text != "").execute(store.db)
    known, names = {row.subject: row for row in rows}, {hall.code: hall.name for hall in halls(store)}
    answers = _answers(store, [row.story for row in known.values()], names)
    found, shown = [known[page] for page in pages if page in known], _pictures(store, pages)
    return tuple(
        _item(row, place, names, answers.get(row.story, ()), shown.get(row.subject, {}))
        for place, row in enumerate(found, 1)
    )


def _pictures(store: Store, pages: Sequence[str]) -> dict[str, dict[int, str]]:
    """By page the digests of its photos."""
    fields = (PictureRow.subject, PictureRow.number, PictureRow.sha256)
    rows = PictureRow.select(*fields).where(PictureRow.subject.in_(list(pages)), PictureRow.image != "")
    found: dict[str, dict[int, str]] = {}
    for page, number, digest in rows.order_by(PictureRow.number).tuples().execute(store.db):
        found.setdefault(page, {})[number] = digest
    return found


def images(store: Store, issue: Published) -> dict[tuple[str, int], str]:
    """The photos of an issue, base64, by page and number; read where they are shown."""
    pages = [item.page for item in issue.items if item.pictures]
    return {(page, one.number): one.image for page in pages for one in pictures.of_page(store, page)}


def _item(
    row: PageRow, place: int, names: dict[str, str], answers: tuple[Answer, ...], shown: Mapping[int, str]
) -> Item:
    return Item(
        page=row.subject,
        story=row.story,
        place=place,
        section=Section(row.section),
        hall=row.hall,
        hall_name=names.get(row.hall, row.hall),
        title=row.title,
        paragraphs=tuple(line.strip() for line in row.text.splitlines() if line.strip()),
        quotes=tuple(row.quotes.splitlines()),
        pictures=shown,
        answers=answers,
    )


def _answers(store: Store, stories: list[str], names: dict[str, str]) -> dict[str, tuple[Answer, ...]]:
    found: dict[str, tuple[Answer, ...]] = {}
    query = AdoptionRow.select().where(AdoptionRow.story.in_(stories)).order_by(AdoptionRow.hall)
    for row in query.execute(store.db):
        answer = Answer(row.hall, names.get(row.hall, row.hall), Adoption(row.adoption), row.line)
        found[row.story] = (*found.get(row.story, ()), answer)
    return found
