"""What can happen with a diary entry (resources/handbook/practices.en.md §5). The subject is `entry:<uuid>`.

A pause is an entry by itself: the diary folds the pause's own facts, under the pause's subject.
"""

from shared.domain.fact import Fact, Personal
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


class EntryWritten(Fact):
    """Somebody wrote an entry. `candidate`: they consent to its being put up for the caring service award."""

    staff: str
    entry: Entry
    text: Personal
    candidate: bool = False


class EntryChanged(Fact):
    """Its author changed kind or words; the versions before stay in the journal."""

    entry: Entry
    text: Personal


class CandidateSet(Fact):
    """Its author gave or withdrew the consent to put it up for the caring service award."""

    candidate: bool
