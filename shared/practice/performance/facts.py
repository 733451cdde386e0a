"""What can happen to a month's pay. Subjects: `pay:<month>`, and `pay:<month>/<staff>` for what is one person's.

Months are `2026-03`; amounts are fen; exact numbers are text, as `34/35`.
"""

from datetime import date
from typing import ClassVar

import msgspec

from shared.domain.explaining import KeptLine
from shared.domain.fact import Fact, Personal, WholeFact


class PoolSet(WholeFact):
    """The pool of one hall and post; a later one replaces it while the month is open."""

    told_apart_by: ClassVar[tuple[str, ...]] = ("post", "hall")
    month: str
    post: str
    hall: str
    amount: int
    source: str = ""  # the file it came from; empty when typed


class Reference(msgspec.Struct, frozen=True):
    """r₀ of a post, with what it was computed from."""

    post: str
    rate: str
    cards: int
    points: str


class MonthOpened(Fact):
    """The reference rates are published and frozen.

    `early`: when the month began; a post without earlier months is not among them, and follows with the notice.
    """

    month: str
    policy: int
    references: tuple[Reference, ...]
    early: bool = False


class MonthPublished(Fact):
    """The figures as of feed number `cut` are shown for notice; `inputs` is the digest of all lines' inputs."""

    month: str
    cut: int
    cut_hash: str
    inputs: str


class SlipShown(Fact):
    """One person's figures in one pool as shown for notice, with the explaining lines; appeals end after `until`."""

    month: str
    post: str
    hall: str
    staff: str
    told: tuple[KeptLine, ...]
    pay: int
    until: date
    correction: int = 0


class PayAppealed(Fact):
    """A person appeals against one line of their own slip, named by its code."""

    month: str
    staff: str
    line: str
    text: Personal


class PayAnswered(Fact):
    """The office's answer; an accepted appeal repairs a fact, never a figure."""

    appeal: str
    accepted: bool
    reason: str


class PayInputs(msgspec.Struct, frozen=True):
    """Everything that a person's line in a pool is computed from."""

    workload: str
    window_points: str
    window_cards: int
    upheld: str = "0"
    credit: str = "0"


class PayFigures(msgspec.Struct, frozen=True):
    """What a person gets in a pool, by its parts; fen. `factor` is the exact service factor as text."""

    factor: str
    workload_part: int
    service_part: int
    capped: int
    deduction: int
    pay: int


class PayLine(Fact):
    """One person's closed line in one pool, with its inputs and its explanation.

    `correction`, fen: what earlier corrections change in what is paid; it is no part of the pool.
    """

    month: str
    post: str
    hall: str
    staff: str
    inputs: PayInputs
    figures: PayFigures
    told: tuple[KeptLine, ...] = ()
    correction: int = 0


class PoolClosed(msgspec.Struct, frozen=True):
    """A pool's totals: what its people get and its reserve add up to `amount`."""

    post: str
    hall: str
    amount: int
    pay: int
    reserve: int


class MonthClosed(Fact):
    """Approved and closed. `alone`: the office has one person, who prepared and approved."""

    month: str
    policy: int
    basis: int
    basis_hash: str
    inputs: str
    pools: tuple[PoolClosed, ...]
    references: tuple[Reference, ...]
    preparer: str
    alone: bool = False


class SlipSigned(Fact):
    """A person signs their slip of a closed month by PIN, with an objection or without (有异议, 无异议)."""

    month: str
    staff: str
    agrees: bool
    text: Personal = ""


class Delta(msgspec.Struct, frozen=True):
    """What a correction changes for one person; `staff` empty: the reserve."""

    staff: str
    fen: int


class PayCorrected(Fact):
    """A closed pool was computed again with its own policy; the deltas add up to 0 and are paid in `paid_with`."""

    month: str
    post: str
    hall: str
    reason: str
    deltas: tuple[Delta, ...]
    paid_with: str
