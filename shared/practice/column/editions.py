"""The pages of an issue as they may be printed now, and how they differ from those of its last edition."""

from collections.abc import Collection, Mapping

import msgspec

from shared.journal.store import Store
from shared.practice.column import pictures
from shared.practice.column.facts import Naming
from shared.practice.column.rules import issues, naming, stories
from shared.practice.column.rules import pictures as photos
from shared.practice.column.tables import PageRow, SentenceRow, StoryRow
from shared.practice.column.views import Issue, colleagues, concerned, printed, standing


class Print(msgspec.Struct, frozen=True):
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


class Reprint(msgspec.Struct, frozen=True):
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
    prints = _Prints(store, wanted.stories)
    return [each for story in wanted.stories if story in prints.rows and (each := prints.of(story)) is not None]


def reprints(store: Store, *wanted: Issue) -> dict[str, tuple[Reprint, ...]]:
    """By issue, the pages of its last edition, each beside what may be printed now; none where it was not published."""
    if not wanted:
        return {}
    pages = {issue.issue: issue.published.pages if issue.published else () for issue in wanted}
    all_pages = [page for its in pages.values() for page in its]
    known = {row.subject: row for row in PageRow.select().where(PageRow.subject.in_(all_pages)).execute(store.db)}
    prints = _Prints(store, {row.story for row in known.values()})
    here = {issue: [known[page] for page in its if page in known] for issue, its in pages.items()}
    return {
        issue: tuple(_reprint(place, row, prints) for place, row in enumerate(rows, 1) if row.story in prints.rows)
        for issue, rows in here.items()
    }


class _Prints:
    """Stories as they would be printed now. What they need is read once for all: a page looks at ten years of them."""

    def __init__(self, store: Store, stories: Collection[str]) -> None:
        query = StoryRow.select().where(StoryRow.subject.in_(list(stories)), StoryRow.at > 0)
        self.rows: dict[str, StoryRow] = {row.subject: row for row in query.execute(store.db)}
        self._answers, self._shown = concerned(store, self.rows), pictures.people(store, self.rows)
        self._people = colleagues(store) if self.rows else {}
        cards = [card for row in self.rows.values() for card in row.final_sentences.split()]
        released = SentenceRow.select().where(SentenceRow.released, SentenceRow.card.in_(cards))
        self._free = {(row.hall, row.card): row.sentence for row in released.execute(store.db)}

    def of(self, story: str) -> Print | None:
        """One of them; None where it may not be printed."""
        row = self.rows[story]
        answers, shown = self._answers.get(story, {}), self._shown.get(story, {})
        found, before = standing(row, answers, shown), printed(row)
        if not stories.may_stay_published(found):
            return None
        agreed = issues.later_naming(before.naming, found.agreed) if before else found.agreed
        kept = photos.allowed(row.final_text, shown, agreed)
        inside = (*naming.numbers(f"{row.final_title}\n{row.final_text}"), *photos.people(row.final_text, shown))
        quotes = (self._free.get((row.hall, card)) for card in row.final_sentences.split())
        return Print(
            row.subject,
            row.final_section,
            row.hall,
            row.approved,
            naming.shown(row.final_title, self._people, agreed),
            photos.without(naming.shown(row.final_text, self._people, agreed), kept),
            "\n".join(each for each in quotes if each is not None),
            {number: agreed.get(number, Naming.ANONYMOUS) for number in inside},
            kept,
        )


def _reprint(place: int, page: PageRow, prints: _Prints) -> Reprint:
    now, before = prints.of(page.story), printed(prints.rows[page.story])
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
