"""What can happen with a five-minute pause. The subject is `pause:<uuid>`, one for each request.

The rules: resources/handbook/practices.en.md §2.

Times are epoch milliseconds, lengths milliseconds, unless the name says seconds.
"""

from enum import StrEnum

import msgspec

from shared.domain.fact import Fact
from shared.domain.open_enum import OpenEnum


class HubSays(StrEnum):
    """What the hub, which knows of all windows, answers: yes, no more today, or wait for a colleague."""

    GRANTED = "granted"
    USED_UP = "used_up"
    COLLEAGUE_PAUSED = "colleague_paused"


class Source(OpenEnum):
    """Where the number of waiting customers came from: our line, another queue system, or a person's eyes."""

    LINE = "line"
    EXTERNAL = "external"
    ATTESTED = "attested"


class Reason(OpenEnum):
    """Why, if the person wants to say; seen by them and their supervisor only, never part of pay or ranking."""

    MISUNDERSTOOD = "misunderstood"
    LOW = "low"
    UNWELL = "unwell"
    FAMILY = "family"
    OTHER = "other"


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many customers wait, who says so, and when it was counted."""

    waiting: int
    source: Source
    counted_at: int


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a decision rested on, so that it can be checked years later under the policy of its day."""

    policy_version: int
    limit: int
    inclusive: bool
    per_day: int
    own_today: int
    colleagues_paused: int
    other_windows: int
    waiting: int | None = None
    source: Source | None = None
    age_ms: int | None = None
    hub: bool | None = None  # what the hub answered; None: not asked or not reached
    number: str = ""  # the number of the line still at the person's window
    counts_from_seconds: int = 0  # a shorter pause counts for nothing; 0: every one counts, as before this was a rule


class PauseStarted(Fact):
    """A pause was granted and began at once."""

    staff: str
    window: str
    post: str
    seconds: int
    decision: Decision
    go_to: tuple[str, ...] = ()  # the windows that the sign points to
    reason: Reason | None = None


class PauseRefused(Fact):
    """A pause was asked for and refused; `code` is the rule that stood against it."""

    staff: str
    window: str
    post: str
    code: str
    decision: Decision


class PauseWithdrawn(Fact):
    """Begun by mistake and taken back at once: it has ended and does not count."""


class PauseEnded(Fact):
    """The person is back. `length_ms` is from a monotonic clock; None when the app was restarted meanwhile."""

    length_ms: int | None = None
