"""What can happen to a story, an issue, a customer's sentence, an adoption and an activity of the column.

Subjects: `story:<uuid>`, `issue:<year>-<number>`, `page:<uuid>`, `sentence:<card>`, `adoption:<story>:<hall>`,
`activity:<uuid>`. A draft names colleagues by their staff number, 〔1001〕; what they agree to is put in its place when
the story is published. Drafts stay in the office; a page that names somebody who no longer agrees is erased everywhere.
"""

from datetime import date
from typing import Annotated

import msgspec

from shared.domain.fact import Fact, Personal, WholeFact
from shared.domain.open_enum import OpenEnum


class Section(OpenEnum):
    """The headings of the column."""

    DEED = "deed"
    EXPERIENCE = "experience"
    DISCOVERY = "discovery"
    CONTEST = "contest"
    UNIT = "unit"
    WORDS = "words"
    BULLETIN = "bulletin"


class Source(OpenEnum):
    """Where the idea of a story comes from."""

    DIARY = "diary"
    ANNALS = "annals"
    STATION = "station"  # 各单位整理突出事迹
    WORDS = "words"  # sent in by whoever it is about
    CONTEST = "contest"
    UNIT = "unit"  # the month's best unit
    MONTH = "month"  # the bulletin of a month
    OFFICE = "office"


class Naming(OpenEnum):
    """How somebody agrees to appear; `no`: not at all."""

    NAMED = "named"
    POST = "post"
    ANONYMOUS = "anonymous"
    NO = "no"


class Adoption(OpenEnum):
    """What a hall does with an experience of another (推广至经营全系统)."""

    ADOPTED = "adopted"
    NOT_APPLICABLE = "not_applicable"


class StoryProposed(Fact):
    """An idea. `hero`: whom it is about; `author`: who wrote it, where that is another person. Both may be empty."""

    section: Section
    source: Source
    hall: str
    day: date
    hero: str
    author: str
    text: Personal
    title: Personal = ""
    reference: str = ""  # the diary entry, the award in the annals, the month


class Drafted(WholeFact):
    """A version of the text, colleagues in it as 〔number〕. `sentences`: the cards whose sentences it quotes."""

    version: int
    section: Section
    title: Personal
    text: Personal
    sentences: tuple[str, ...] = ()


class PictureAdded(Fact):
    """A photo of the story (JPEG, base64) with its SHA-256; it is in the text as 〔图2：…〕, 2 being its `number`.

    `people`: who can be recognised on it. They are asked once more, and it is printed only while all agree to be named.
    """

    number: int
    sha256: str
    people: tuple[str, ...]
    image: Personal


class PictureShown(Fact):
    """A photo goes to somebody who is asked; `on`: they can be recognised on it."""

    staff: str
    number: int
    sha256: str
    image: Personal
    on: bool = False


class NamingAsked(Fact):
    """The office asks somebody in the story how they agree to appear; read in their hall."""

    staff: str
    title: Personal
    text: Personal


class NamingAnswered(Fact):
    """How somebody agrees to appear, or that they do not; a later answer replaces it, also after publication."""

    staff: str
    naming: Naming


class ReadingAsked(Fact):
    """The final text goes to whom it is about (本人核稿); read in their hall."""

    staff: str
    version: int
    title: Personal
    text: Personal


class TextRead(Fact):
    """They have read that version: it may be printed, or what they want changed."""

    staff: str
    version: int
    agreed: bool
    wish: Personal = ""


class StoryApproved(Fact):
    """Another person of the office than its editor approves that version; `alone`: there is no other."""

    version: int
    alone: bool = False


class StorySetAside(Fact):
    """Not to be published. Without a reason: somebody did not agree; its words are erased with it."""

    reason: str = ""


class StoryRetracted(Fact):
    """Taken out of the electronic versions of its issue; print stays."""

    issue: str
    reason: str


class SentenceReleased(Fact):
    """The supervisor lets the column quote what a customer wrote on a card of their hall."""

    card: str
    hall: str
    sentence: Personal


class SentenceWithheld(Fact):
    """The supervisor takes that back."""


class IssueOpened(Fact):
    """An issue is in preparation."""

    year: int
    number: int


class IssuePlanned(WholeFact):
    """Its day, title and stories in their order."""

    day: date
    title: str
    stories: tuple[str, ...]


class IssuePublished(Fact):
    """An edition of the issue: its pages in order, and what was changed since the one before."""

    year: int
    number: int
    day: date
    title: str
    edition: int
    pages: tuple[str, ...]
    notes: tuple[str, ...] = ()


class PagePublished(Fact):
    """A story as it stands in print. `quotes`: customers' sentences, a line each."""

    issue: str
    story: str
    section: Section
    hall: str
    version: int
    title: Personal
    text: Personal
    quotes: Personal = ""


class PicturePublished(Fact):
    """A photo of a page, erased with it."""

    number: int
    sha256: str
    image: Personal


class StoryPrinted(Fact):
    """What the office keeps of a printed page: which version, and how each colleague in it appears (number: naming)."""

    issue: str
    page: str
    version: int
    naming: dict[str, Naming]


class AdoptionAnswered(Fact):
    """A hall takes an experience up, or says why it does not apply to it."""

    story: str
    hall: str
    adoption: Adoption
    line: Personal


class ActivityPlanned(Fact):
    """A meeting about an issue (交流会)."""

    issue: str
    title: str
    day: date
    place: str


class MeetingAttended(Fact):
    """Somebody took part in an activity, or did not."""

    staff: str
    present: bool


Mark = Annotated[int, msgspec.Meta(ge=0, le=2)]


class FeedbackGiven(Fact):
    """Three answers (2 yes, 1 partly, 0 no) and a line, shown only added up."""

    staff: str
    learnt: Mark
    useful: Mark
    again: Mark
    line: Personal = ""
