"""服务之窗 as everybody reads it: published issues with their pages, and the halls' answers to its experiences."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from shared.journal.store import Store
from shared.people.views import halls
from shared.practice.column import pictures
from shared.practice.column.facts import Adoption, IssuePublished, Section
from shared.practice.column.tables import AdoptionRow, IssueRow, PageRow, PictureRow


class Answer(msgspec.Struct, frozen=True):
    """What a hall said of an experience."""

    hall: str
    name: str
    adoption: Adoption
    line: str


class Item(msgspec.Struct, frozen=True):
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


class Published(msgspec.Struct, frozen=True):
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
    return _published(store, list(query.execute(store.db)))


def one(store: Store, issue: str) -> Published | None:
    """One issue."""
    query = IssueRow.select().where(IssueRow.subject == issue, IssueRow.edition > 0)
    return next(iter(_published(store, list(query.execute(store.db)))), None)


def _published(store: Store, rows: list[IssueRow]) -> tuple[Published, ...]:
    if not rows:
        return ()
    issues = {row.subject: msgspec.json.decode(row.published, type=IssuePublished) for row in rows}
    pages = _Pages(store, [page for fact in issues.values() for page in fact.pages])
    return tuple(
        Published(issue, fact.year, fact.number, fact.day, fact.title, fact.edition, fact.notes, pages.items(fact))
        for issue, fact in issues.items()
    )


class _Pages:
    """The pages that are here, of all issues that are asked for; one whose words were erased meanwhile is left out."""

    def __init__(self, store: Store, pages: Sequence[str]) -> None:
        rows = PageRow.select().where(PageRow.subject.in_(pages), PageRow.text != "").execute(store.db)
        self._known: dict[str, PageRow] = {row.subject: row for row in rows}
        self._names = {hall.code: hall.name for hall in halls(store)}
        self._answers = _answers(store, [row.story for row in self._known.values()], self._names)
        self._shown = _pictures(store, pages)

    def items(self, issue: IssuePublished) -> tuple[Item, ...]:
        """Those of one issue, in its order."""
        found = [self._known[page] for page in issue.pages if page in self._known]
        return tuple(
            _item(row, place, self._names, self._answers.get(row.story, ()), self._shown.get(row.subject, {}))
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
