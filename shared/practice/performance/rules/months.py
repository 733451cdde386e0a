"""The states of a month of pay and who may change them; what corrections change, pay and recover."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.practice.performance import words
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.pay import Sheet


class State(StrEnum):
    """The state of a month."""

    ABSENT = "absent"
    OPEN = "open"
    NOTICE = "notice"
    CLOSED = "closed"


class Settled(msgspec.Struct, frozen=True):
    """What corrections change in a month's pay, and the balance left for later months (negative: to recover). Fen."""

    correction: int
    carried: int


def settle(balance: int, figure: int, settings: Performance) -> Settled:
    """Settle a balance against a month's pay, in fen: a credit is paid whole, a debt recovered up to a share of it."""
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
