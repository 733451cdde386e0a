"""What can happen to a round and its entries.

Subjects: `round:<year>`, `nomination:<uuid>`, `objection:<uuid>`, `annal:<uuid>`. Who nominated whom and single scores
stay in the office; what goes to the jurors is blind. All words about an entry can be erased with its subject.
"""

from datetime import date

import msgspec

from shared.domain.fact import Fact, Personal
from shared.domain.open_enum import OpenEnum


class Source(OpenEnum):
    """Where a deed comes from: a diary entry, or compiled by the station (各单位整理突出事迹)."""

    DIARY = "diary"
    STATION = "station"


class RoundOpened(Fact):
    """A year's round with its jury (staff numbers), places and minimum, and the days it runs by."""

    year: int
    jury: tuple[str, ...]
    places: int
    minimum: int
    nominate_until: date
    judge_until: date
    policy: int


class JurorAppointed(Fact):
    """One more juror of the round, for one who cannot judge."""

    juror: str


class Nominated(Fact):
    """A deed of `hero`, told by `author` (empty when the station compiled it)."""

    round: str
    hero: str
    author: str
    source: Source
    day: date
    hall: str  # the hero's on that day
    text: Personal
    entry: str = ""  # the diary entry it tells


class ConsentAsked(Fact):
    """The office asks the hero, in whose hall this is read; it does not say who told the deed."""

    staff: str
    text: Personal


class Consented(Fact):
    """`staff` (the hero, or the author) agrees that the deed goes to the jury."""

    staff: str


class Declined(Fact):
    """`staff` does not agree, or no longer does."""

    staff: str


class EntryWithdrawn(Fact):
    """The entry is out of the round; nobody outside the office learns why. Its texts are erased with it."""

    reason: str = ""  # set where the office took it out, empty for a consent


class Prepared(Fact):
    """The text for the jury, read by a person: no name, place or date. A new version asks for new scores."""

    version: int
    text: Personal
    title: Personal = ""
    round: str = ""  # the jurors' devices have no other fact that says so


class Scored(Fact):
    """A juror's whole marks, 0–10 each; a later one replaces it until the jury closes."""

    juror: str
    version: int
    pressure: int
    contribution: int
    lesson: int


class Recused(Fact):
    """A juror may not or will not score this entry; `reason` is a code, `recognised` when they pressed the button."""

    juror: str
    reason: str


class ScoreKept(Fact):
    """The office has a juror's marks of this version: what another PC of theirs learns, without the marks."""

    juror: str
    version: int


class ScoringSet(Fact):
    """Scoring is opened or closed: what the jurors' devices learn when the jury is closed or judges again."""

    open: bool


class EntryResult(msgspec.Struct, frozen=True):
    """One entry's result as it was closed; exact numbers are text, as `574/24`."""

    entry: str
    hero: str
    jurors: int
    score: str
    lesson: str
    contribution: str


class JuryClosed(Fact):
    """Scoring is over; `inputs` is the digest of all scores that counted."""

    policy: int
    basis: int
    basis_hash: str
    inputs: str
    results: tuple[EntryResult, ...]
    unranked: tuple[str, ...] = ()


class Decided(Fact):
    """Who is awarded. `minute` says why, when a check named other winners."""

    awarded: tuple[str, ...]
    nominated: tuple[str, ...]
    chair: str
    minute: str = ""


class RoundReopened(Fact):
    """A decision is taken back, as after an accepted objection: the jury judges again."""

    reason: str


class RoundAnnounced(Fact):
    """The names are shown to all staff; objections until `until`."""

    until: date


class AwardShown(Fact):
    """An awarded entry as the notice shows it; `awarded=False` takes it off again."""

    awarded: bool
    round: str
    staff: Personal = ""
    name: Personal = ""
    hall: Personal = ""
    title: Personal = ""
    text: Personal = ""


class Objected(Fact):
    """A member of staff doubts an award inside the notice."""

    round: str
    staff: str
    text: Personal


class ObjectionAnswered(Fact):
    """The office's answer, read in the hall of whoever objected."""

    round: str
    staff: str
    accepted: bool
    answer: Personal


class RoundFinished(Fact):
    """The awards are in the annals; places may have stayed empty."""


class AnnalWritten(Fact):
    """One award in the annals (经营大事迹): permanent, readable by all staff. The name can be erased, not the deed."""

    year: int
    hero: Personal
    name: Personal
    title: str
    text: str
    hall: Personal = ""
    entry: str = ""


class CopyGiven(Fact):
    """The text as the jury read it, for whom it is about; read in their hall."""

    year: int
    staff: str
    title: Personal
    text: Personal
    awarded: bool
