"""What can happen with a survey. Subjects: `survey:<year>-<half>`, `survey_taken:<round>:<staff>`, `survey_box:<id>`.

What somebody answered is no fact: see the package's docstring.
"""

from datetime import date
from enum import StrEnum

import msgspec

from shared.domain.fact import Count, Fact


class Question(StrEnum):
    """The three causes that the paper found: not valued, not fair, not able. No fact holds one as a value."""

    VALUED = "valued"
    FAIR = "fair"
    ABLE = "able"


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The halls counted together, how many answered, and per question how often 1, 2, 3, 4 and 5 were given."""

    halls: tuple[str, ...]
    count: int
    answers: dict[str, tuple[int, ...]]


class SurveyOpened(Fact):
    """The office asks from `first` to `last`. `key` seals the answers (hexadecimal); it opens nothing."""

    year: int
    half: int
    first: date
    last: date
    key: str


class SurveyMoved(Fact):
    """The office ends the round earlier or later."""

    last: date


class SurveyTaken(Fact):
    """The actor has answered in this round, so that nobody answers twice; not what, nor in which order."""

    round: str


class SurveyBoxSent(Fact):
    """The sealed sum (hexadecimal) of `count` answers of one box; `batch` counts what the box has sent."""

    round: str
    batch: Count
    count: Count
    sum: str


class SurveyCounted(Fact):
    """The office opened the sums of groups and destroyed the key.

    `missing`: how many had answered whose box had not come in; `unreadable`: halls whose boxes made no sense.
    """

    groups: tuple[Group, ...]
    missing: int = 0
    unreadable: tuple[str, ...] = ()


class SurveyEntered(Fact):
    """The sums of a survey made on paper, before this program or beside it."""

    year: int
    half: int
    first: date
    last: date
    groups: tuple[Group, ...]
