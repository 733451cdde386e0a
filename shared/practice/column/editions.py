"""The pages of an issue as they may be printed now, and how they differ from those of its last edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.journal.store import Store
from shared.practice.column import pictures
from shared.practice.column.facts import Naming
from shared.practice.column.rules import issues, naming, stories
from shared.practice.column.rules import pictures as photos
from shared.practice.column.tables import PageRow, StoryRow
from shared.practice.column.views import Issue, colleagues, concerned, printed, sentences, standing


@dataclass(frozen=True)
class Print:
    """A story as it would be printed now: the version approved last, with people named as they agree to."""

    story: str
    section: str
    hall: str
    version: int
    title: str
    text: str
    quotes: str
    naming: Mapping[str, Naming]
    pictures: tuple[int, ...]


@dataclass(frozen=True)
class Reprint:
    """A page of the last edition beside what may be printed in its place; `now` is None where nothing may."""

    page: str
    story: str
    place: int
    title: str
    now: Print | None
    name: bool  # somebody is named less than they were
    sentence: bool  # a customer's sentence was withdrawn
    corrected: bool  # another version was approved

    @property
    def withdrawn(self) -> bool:
        """Whether the page may not stay as it is."""
        return self.now is None or self.name or self.sentence

    @property
    def changed(self) -> bool:
        """Whether another edition would differ."""
        return self.withdrawn or self.corrected


def first(store: Store, wanted: Issue) -> list[Print]:
    """The stories of an issue in their order, as they would be printed now; those that may not be are left out."""
    rows = _rows(store, wanted.stories)
    return [print_ for story in wanted.stories if story in rows and (print_ := _print(store, rows[story])) is not None]


def reprints(store: Store, wanted: Issue) -> list[Reprint]:
    """The pages of a published issue, each beside what may be printed now. Empty where it was not published here."""
    pages = wanted.published.pages if wanted.published else ()
    known = {row.subject: row for row in PageRow.select().where(PageRow.subject.in_(list(pages))).execute(store.db)}
    here = [known[page] for page in pages if page in known]
    rows = _rows(store, tuple(row.story for row in here))
    return [_reprint(store, place, row, rows[row.story]) for place, row in enumerate(here, 1) if row.story in rows]


def _rows(store: Store, wanted: tuple[str, ...]) -> dict[str, StoryRow]:
    query = StoryRow.select().where(StoryRow.subject.in_(list(wanted)), StoryRow.at > 0)
    return {row.subject: row for row in query.execute(store.db)}


def _print(store: Store, row: StoryRow) -> Print | None:
    answers = concerned(store, [row.subject]).get(row.subject, {})
    shown = pictures.people(store, [row.subject]).get(row.subject, {})
    found, before = standing(row, answers, shown), printed(row)
    if not stories.may_stay_published(found):
        return None
    agreed = issues.later_naming(before.naming, found.agreed) if before else found.agreed
    people, free = colleagues(store), {each.card: each.sentence for each in sentences(store, row.hall)}
    kept = photos.allowed(row.final_text, shown, agreed)
    inside = (*naming.numbers(f"{row.final_title}\n{row.final_text}"), *photos.people(row.final_text, shown))
    return Print(
        row.subject,
        row.final_section,
        row.hall,
        row.approved,
        naming.shown(row.final_title, people, agreed),
        photos.without(naming.shown(row.final_text, people, agreed), kept),
        "\n".join(free[card] for card in row.final_sentences.split() if card in free),
        {number: agreed.get(number, Naming.ANONYMOUS) for number in inside},
        kept,
    )


def _reprint(store: Store, place: int, page: PageRow, row: StoryRow) -> Reprint:
    now, before = _print(store, row), printed(row)
    then = before.naming if before else {}
    return Reprint(
        page.subject,
        page.story,
        place,
        page.title,
        now,
        name=now is not None and any(now.naming.get(number, naming_) != naming_ for number, naming_ in then.items()),
        sentence=now is not None and not set(page.quotes.splitlines()) <= set(now.quotes.splitlines()),
        corrected=now is not None and now.version != page.version,
    )
