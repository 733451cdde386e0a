"""The states of a month from open to closed, its corrections, and what they pay and recover later."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.practice.performance import words
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.pay import Paid, Sheet


class State(StrEnum):
    """Where a month stands."""

    ABSENT = "absent"
    OPEN = "open"
    NOTICE = "notice"
    CLOSED = "closed"


@dataclass(frozen=True)
class Settled:
    """What this month's figure is changed by, and the balance that is carried on (negative: still to be recovered)."""

    correction: int
    carried: int


@dataclass(frozen=True)
class Block:
    """One hall of a slip: its pool, and the person's line of it."""

    hall: str
    post: str
    paid: Paid


@dataclass(frozen=True)
class Slip:
    """One person's month (绩效明细单): a block for each hall, and what earlier corrections change. Fen."""

    number: str
    blocks: tuple[Block, ...]
    settled: Settled

    @property
    def pay(self) -> int:
        """The month's own figure, over all halls."""
        return sum(block.paid.pay for block in self.blocks)

    @property
    def payable(self) -> int:
        """应发: the figure with corrections."""
        return self.pay + self.settled.correction


def slip(number: str, sheets: Iterable[Sheet], balance: int, settings: Performance) -> Slip:
    """One person's slip from all pools of a month and the open balance of earlier corrections."""
    blocks = tuple(
        Block(each.pool.hall, each.pool.post, paid) for each in sheets for paid in each.people if paid.number == number
    )
    return Slip(number, blocks, settle(balance, sum(block.paid.pay for block in blocks), settings))


def settle(balance: int, figure: int, settings: Performance) -> Settled:
    """A balance in fen against a month's figure: a plus is paid whole, a minus recovered up to a share of it."""
    if balance >= 0:
        return Settled(balance, 0)
    if settings.waive_negative:
        return Settled(0, 0)
    recovered = min(-balance, int(figure * rate(settings.recovery_most)))
    return Settled(-recovered, balance + recovered)


def amounts(sheet: Sheet) -> dict[str, int]:
    """The pay of each, and the reserve under "": together the pool."""
    return {"": sheet.reserve, **{paid.number: paid.pay for paid in sheet.people}}


def deltas(
    closed: Mapping[str, int], corrected: Iterable[Mapping[str, int]], rerun: Mapping[str, int]
) -> dict[str, int]:
    """What a rerun changes against the closed amounts and every earlier correction; adds up to 0 over a pool."""
    so_far = Counter(closed)
    for each in corrected:
        so_far.update(each)
    changes = {key: rerun.get(key, 0) - so_far[key] for key in sorted(rerun.keys() | so_far.keys())}
    return {key: change for key, change in changes.items() if change}


def may_open(month: str, state: State, begun: bool, opened: bool) -> Refusal | None:
    """The reference rates are published once, when the month has begun: the months before it are then whole."""
    if opened or state in (State.NOTICE, State.CLOSED):
        return Refusal("already_opened", {"month": month})
    return None if begun else Refusal("not_begun", {"month": month})


def may_publish(month: str, state: State, before: State) -> Refusal | None:
    """Months are published in order: the one before is closed, or there was none."""
    if before in (State.OPEN, State.NOTICE):
        return Refusal("month_before_open", {"month": month})
    return (
        None if state is State.OPEN else Refusal("month_not_open", {"month": month, "state": words.STATES[state.value]})
    )


def may_close(month: str, state: State, open_appeals: int, in_notice: bool) -> Refusal | None:
    """A month closes after its notice, with every appeal answered."""
    if state is not State.NOTICE:
        return Refusal("month_not_published", {"month": month, "state": words.STATES[state.value]})
    if in_notice:
        return Refusal("notice_running", {"month": month})
    return Refusal("appeals_open", {"month": month, "count": open_appeals}) if open_appeals else None


def may_appeal(in_notice: bool, own: bool) -> Refusal | None:
    """A person appeals against lines of their own, inside the notice."""
    if not own:
        return Refusal("not_own_slip")
    return None if in_notice else Refusal("notice_over")


@dataclass(frozen=True)
class Effect:
    """What other settings would do to a sheet: how many change, and the most that one loses and gains, in fen."""

    changed: int
    least: int
    most: int


def effect(before: Sheet, after: Sheet) -> Effect:
    """The what-if of a setting, over the same people."""
    changes = deltas(amounts(before), (), amounts(after))
    changes.pop("", None)
    return Effect(len(changes), min([0, *changes.values()]), max([0, *changes.values()]))
