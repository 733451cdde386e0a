"""What can happen with a diary entry (resources/handbook/practices.en.md §5). The subject is `entry:<uuid>`.

A pause is an entry by itself: the diary folds the pause's own facts, under the pause's subject.
"""

from shared.domain.fact import Fact, Personal, WholeFact
from shared.domain.open_enum import OpenEnum


class Entry(OpenEnum):
    """The kinds of entry; `pause` is automatic, the others are written by hand."""

    PAUSE = "pause"
    DIFFICULTY = "difficulty"
    GRIEVANCE = "grievance"
    PRAISE = "praise"
    DEED = "deed"
    DISCOVERY = "discovery"
    SUGGESTION = "suggestion"
    HANDOVER = "handover"


AUTHOR_ONLY = (Entry.DIFFICULTY, Entry.GRIEVANCE)
"""Kinds of entry that nobody but the author may nominate or send to the column."""


class Outcome(OpenEnum):
    """What came of an idea (采纳, 转办, 不采纳) or of a difficulty (已帮助解决, 未能解决)."""

    ADOPTED = "adopted"
    PASSED_ON = "passed_on"
    DECLINED = "declined"
    HELPED = "helped"
    UNSOLVED = "unsolved"


class EntryWritten(Fact):
    """Somebody wrote an entry. `candidate`: they consent to its being put up for the caring service award."""

    staff: str
    entry: Entry
    text: Personal
    candidate: bool = False


class EntryChanged(WholeFact):
    """Its author changed kind or words; the versions before stay in the journal."""

    entry: Entry
    text: Personal


class CandidateSet(Fact):
    """Its author gave or withdrew the consent to put it up for the caring service award."""

    candidate: bool


class EntryAnswered(Fact):
    """The supervisor, or the office once it was passed on, says what came of it, in a line that the author reads."""

    outcome: Outcome
    line: Personal
