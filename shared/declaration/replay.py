"""Replays of recorded decisions under another policy, for the preview of a new version.

The same pure rules decide as in daily work. A practice lists its `Replay`s in its `about.py`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from shared.domain.policy import Policy, Section
from shared.domain.text import Text

if TYPE_CHECKING:
    from shared.journal.store import Store


class Days(msgspec.Struct, frozen=True):
    """What is replayed: the records from `first` to `last`, both included, as they are at `now`, epoch ms."""

    first: date
    last: date
    now: int


class Case(msgspec.Struct, frozen=True):
    """One recorded decision as a policy makes it. `key` tells which one; `who` is a staff number; `at` epoch ms.

    `counts`: it is one of those that its replay counts. `fen`: the outcome, where it is an amount.
    """

    key: str
    who: str
    outcome: Text
    about: Text | None = None
    at: int | None = None
    counts: bool = False
    fen: int | None = None


class Replay(msgspec.Struct, frozen=True):
    """One kind of decision; asked for where a value of one of its `sections` changes. `counted`: what is counted."""

    title: Text
    counted: Text
    sections: tuple[type[Section], ...]
    cases: "Callable[[Store, Days, Policy], Iterable[Case]]"
