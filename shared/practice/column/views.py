"""What the office may ask about the column: stories with the step they wait for, released sentences, issues.

Drafts and who is in them are known in the office alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date

import msgspec
import peewee
from peewee import SQL

from shared.journal.store import Store
from shared.people.history import History
from shared.practice.column import pictures, words
from shared.practice.column.facts import Adoption, IssuePublished, Naming, Section, Source, StoryPrinted
from shared.practice.column.rules import naming, stories
from shared.practice.column.rules import pictures as photos
from shared.practice.column.rules.naming import Colleague
from shared.practice.column.rules.pictures import People
from shared.practice.column.rules.stories import Standing, Step
from shared.practice.column.tables import ConcernedRow, IssueRow, SentenceRow, StoryRow

__all__ = ["Adoption", "Naming", "Section", "Source", "Step"]


class Concerned(msgspec.Struct, frozen=True):
    """Somebody in a story. `naming`: None before they answered; `wish`: what they want changed in the text."""

    number: str
    name: str
    asked: bool
    naming: Naming | None
    reading: bool
    wish: str
    again: bool = False  # a photo of them was added since they answered

    @property
    def to_ask(self) -> bool:
        """Whether they are to be asked, and have not been."""
        return not self.asked and (self.naming is None or self.again)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A story in the office. `raw_title`, `text`: with marks; `title`, `edited`: with names; `shown`: as printed."""

    story: str
    section: Section
    source: Source
    reference: str
    hall: str
    day: date
    at: int
    hero: str
    author: str
    proposer: str
    idea: str
    title: str
    raw_title: str
    text: str
    edited: str
    shown: str
    sentences: tuple[str, ...]
    editor: str
    approver: str
    reason: str
    concerned: tuple[Concerned, ...]
    standing: Standing
    step: Step
    issue: str  # where it is published
    printable: tuple[int, ...]  # the photos in the text whose people agree to be named

    @property
    def version(self) -> int:
        """The version of the text; 0 before the first draft."""
        return self.standing.version


class Sentence(msgspec.Struct, frozen=True):
    """A customer's sentence that may be quoted in a story of its hall."""

    card: str
    hall: str
    sentence: str


class Issue(msgspec.Struct, frozen=True):
    """An issue; `edition` 0 while it is prepared."""

    issue: str
    year: int
    number: int
    day: date | None
    title: str
    stories: tuple[str, ...]
    edition: int
    published: IssuePublished | None


def colleagues(store: Store) -> dict[str, Colleague]:
    """Everybody who was ever on the roster, with the name and post of their last span."""
    history = History(store)
    spans = ((number, history.all_of(number)[-1]) for number in history.numbers)
    return {number: Colleague(number, span.name, words.post(span.post, span.role)) for number, span in spans}


def stories_held(store: Store) -> tuple[Story, ...]:
    """All stories that are not printed or out, the oldest first; then the others, the newest first."""
    found = stories_of(store)
    done = [each for each in found if each.step in (Step.PUBLISHED, Step.OUT)]
    return (*(each for each in found if each not in done), *reversed(done))


def steps(store: Store) -> Counter[Step]:
    """How many stories that are not out are at each step."""
    rows = list(StoryRow.select().where(StoryRow.at > 0, ~StoryRow.out).execute(store.db))
    subjects = [row.subject for row in rows]
    answers, shown = concerned(store, subjects), pictures.people(store, subjects)
    standings = (standing(row, answers.get(row.subject, {}), shown.get(row.subject, {})) for row in rows)
    return Counter(map(stories.step, standings))


def stories_of(store: Store, *where: peewee.Expression) -> list[Story]:
    """The stories that meet all conditions, the oldest first."""
    rows = StoryRow.select().where(StoryRow.at > 0, *where).order_by(StoryRow.at, StoryRow.subject)
    return _stories(store, list(rows.execute(store.db)))


def story(store: Store, wanted: str) -> Story | None:
    """One story."""
    row = StoryRow.select().where(StoryRow.subject == wanted, StoryRow.at > 0).first(store.db)
    return _stories(store, [row])[0] if row is not None else None


def _stories(store: Store, rows: list[StoryRow]) -> list[Story]:
    if not rows:
        return []
    subjects = [row.subject for row in rows]
    people, answers, shown = colleagues(store), concerned(store, subjects), pictures.people(store, subjects)
    return [_story(row, answers.get(row.subject, {}), people, shown.get(row.subject, {})) for row in rows]


def concerned(store: Store, wanted: Collection[str]) -> dict[str, dict[str, ConcernedRow]]:
    """The people in these stories: by story and staff number."""
    found: dict[str, dict[str, ConcernedRow]] = {}
    for row in ConcernedRow.select().where(ConcernedRow.subject.in_(list(wanted))).execute(store.db):
        found.setdefault(row.subject, {})[row.staff] = row
    return found


def printed(row: StoryRow) -> StoryPrinted | None:
    """How a story was printed last."""
    return msgspec.json.decode(row.printed, type=StoryPrinted) if row.printed else None


def standing(row: StoryRow, answers: Mapping[str, ConcernedRow], shown: People) -> Standing:
    """What the rules need of a story's row; `answers`: its people by staff number; `shown`: who is on its photos."""
    own = (row.hero, row.author) if row.source != Source.MONTH else ()
    in_text = naming.numbers(f"{row.title}\n{row.text}") if row.version else ()
    on_photos = photos.people(row.text, shown) if row.version else ()
    hero = answers.get(row.hero)
    return Standing(
        version=row.version,
        editor=row.editor,
        hero=row.hero,
        author=row.author,
        concerned=tuple(dict.fromkeys(number for number in (*own, *in_text, *on_photos) if number)),
        agreed={number: Naming(each.naming) for number, each in answers.items() if each.naming},
        read=hero.read if hero else 0,
        approved=row.approved,
        out=row.out,
        published=bool(row.printed),
        again=tuple(number for number, each in answers.items() if each.again),
    )


def _story(row: StoryRow, answers: Mapping[str, ConcernedRow], people: Mapping[str, Colleague], shown: People) -> Story:
    found, kept = standing(row, answers, shown), printed(row)
    title, text = (row.title, row.text) if row.version else (row.idea_title, row.idea)
    return Story(
        story=row.subject,
        section=Section(row.section),
        source=Source(row.source),
        reference=row.reference,
        hall=row.hall,
        day=date.fromisoformat(row.day),
        at=row.at,
        hero=row.hero,
        author=row.author,
        proposer=row.proposer,
        idea=row.idea,
        title=naming.edited(title, people),
        raw_title=title,
        text=text,
        edited=naming.edited(text, people),
        shown=naming.shown(text, people, found.agreed),
        sentences=tuple(row.sentences.split()),
        editor=row.editor,
        approver=row.approver,
        reason=row.reason,
        concerned=tuple(_concerned(number, answers.get(number), people) for number in found.concerned),
        standing=found,
        step=stories.step(found),
        issue=kept.issue if kept else "",
        printable=photos.allowed(text, shown, found.agreed),
    )


def _concerned(number: str, row: ConcernedRow | None, people: Mapping[str, Colleague]) -> Concerned:
    name = people[number].name if number in people else number
    if row is None:
        return Concerned(number, name, False, None, False, "")
    answer = Naming(row.naming) if row.naming else None
    return Concerned(number, name, row.asked, answer, row.reading > 0, row.wish, row.again)


def sentences(store: Store, hall: str = "") -> tuple[Sentence, ...]:
    """The sentences that supervisors released for the column, of one hall or of all."""
    query = SentenceRow.select().where(SentenceRow.released, *([SentenceRow.hall == hall] if hall else []))
    return tuple(Sentence(row.card, row.hall, row.sentence) for row in query.order_by(SQL("id")).execute(store.db))


def subject(year: int, number: int) -> str:
    """The subject of an issue."""
    return f"issue:{year}-{number}"


def issues(store: Store) -> tuple[Issue, ...]:
    """All issues, the newest first."""
    order = (IssueRow.year.desc(), IssueRow.number.desc())
    return tuple(_issue(row) for row in IssueRow.select().order_by(*order).execute(store.db))


def issue(store: Store, wanted: str) -> Issue | None:
    """One issue."""
    row = IssueRow.select().where(IssueRow.subject == wanted).first(store.db)
    return _issue(row) if row is not None else None


def _issue(row: IssueRow) -> Issue:
    return Issue(
        row.subject,
        row.year,
        row.number,
        date.fromisoformat(row.day) if row.day else None,
        row.title,
        tuple(row.stories.split()),
        row.edition,
        msgspec.json.decode(row.published, type=IssuePublished) if row.published else None,
    )
