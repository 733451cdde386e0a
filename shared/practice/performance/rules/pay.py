"""A pool's sheet (绩效分配表): who gets how much of a hall's pool for one post and month, to the fen.

The workload part and the service part are shared apart; deductions go to the reserve, which joins the next month's
pool, so nobody gains from a colleague's complaint. Σ pay + reserve = pool, always.
"""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.explaining import Line
from shared.domain.money import Exact, allocate, half_up, rate
from shared.domain.ranking import median
from shared.domain.refusal import Refusal
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.quality import Exposure, Quality, quality, service_points

_LEAST_FOR_SPREAD = 5  # people; in a smaller pool the spread of factors would tell a colleague's own


class Pool(msgspec.Struct, frozen=True):
    """The money of one hall, post and month; `amount` in fen, what was carried from the last reserve included.

    `may_rest`: the office confirmed, by a pool of 0.00, that nobody may have worked; without workload nobody gets
    anything, and what was carried stays in the reserve.
    """

    month: str
    post: str
    hall: str
    amount: int
    may_rest: bool = False

    @property
    def tag(self) -> str:
        """Names the pool; seeds the order in which equal remainders get the odd fen."""
        return f"{self.month}/{self.post}/{self.hall}"


class Member(msgspec.Struct, frozen=True):
    """One person's figures in a pool: points of this hall and month, and cards and points of the window, all halls."""

    number: str
    workload: Fraction
    window: Exposure
    upheld: Exact = 0  # complaints about this person that became final this month


class Paid(msgspec.Struct, frozen=True):
    """What one person gets; `lines` add up to `pay`. Amounts in fen."""

    number: str
    points: Fraction
    quality: Quality
    service_points: Fraction
    workload_part: int
    service_part: int
    capped: int  # taken by the cap, or given from what the cap took from others
    deduction: int
    lines: tuple[Line, ...]

    @property
    def pay(self) -> int:
        """What the pool pays this person, fen; corrections of earlier months come on top."""
        return self.workload_part + self.service_part + self.capped - self.deduction


class Sheet(msgspec.Struct, frozen=True):
    """A computed pool."""

    pool: Pool
    people: tuple[Paid, ...]
    reserve: int


class _Shares(msgspec.Struct, frozen=True):
    """A pool's parts by staff number."""

    workload: Mapping[str, int]
    service: Mapping[str, int]
    capped: Mapping[str, int]


def company_pools(total: int, staff_days: Mapping[str, int], month: str, post: str) -> dict[str, int] | Refusal:
    """一次分配: one amount of the company, split over the halls by staff-days."""
    return allocate(total, staff_days, f"{month}/{post}/company")


def sheet(pool: Pool, members: Sequence[Member], reference: Fraction, settings: Performance) -> Sheet | Refusal:
    """The whole pool, or why it cannot be shared (nobody has a point)."""
    factors = {each.number: quality(each.window, reference, settings) for each in members}
    service = {
        each.number: service_points(each.workload, factors[each.number].factor, each.window, settings)
        for each in members
    }
    shares = _shares(pool, {each.number: each.workload for each in members}, service, settings)
    if isinstance(shares, Refusal):
        return shares
    span = _span([own.factor for own in factors.values()])
    people = tuple(_paid(each, factors[each.number], service[each.number], shares, span, settings) for each in members)
    return Sheet(pool, people, pool.amount - sum(each.pay for each in people))


def _shares(
    pool: Pool, workload: Mapping[str, Fraction], service: Mapping[str, Fraction], settings: Performance
) -> _Shares | Refusal:
    if pool.may_rest and not any(workload.values()):
        nothing = dict.fromkeys(workload, 0)
        return _Shares(nothing, nothing, nothing)
    workload_total = half_up(pool.amount * rate(settings.workload_share))
    by_workload = allocate(workload_total, workload, f"{pool.tag}/w")
    by_service = allocate(pool.amount - workload_total, service, f"{pool.tag}/s")
    if isinstance(by_workload, Refusal) or isinstance(by_service, Refusal):
        details = {"month": pool.month, "post": pool.post, "hall": pool.hall}
        return Refusal("no_workload" if isinstance(by_workload, Refusal) else "no_service_points", details)
    both = {number: by_workload[number] + by_service[number] for number in by_workload}
    return _Shares(by_workload, by_service, _by_cap(both, pool, settings))


def _by_cap(amounts: Mapping[str, int], pool: Pool, settings: Performance) -> dict[str, int]:
    """What the cap takes from each (negative) or gives."""
    if not settings.cap:
        return dict.fromkeys(amounts, 0)
    filled = water_fill(pool.amount, amounts, rate(settings.cap), f"{pool.tag}/c")
    return {number: filled[number] - amount for number, amount in amounts.items()}


def water_fill(total: int, weights: Mapping[str, int], cap: Fraction, tag: str) -> dict[str, int]:
    """`total` by weight, nobody above `cap` × the equal share; the excess goes to the others in proportion.

    What nobody can take (all others have weight 0) stays out of the result, for the reserve. To the fen, somebody at
    the cap may lie less than one fen beside it.
    """
    limit = cap * total / len(weights)
    exact: dict[str, Fraction] = {}
    while True:
        free = {key: weight for key, weight in weights.items() if key not in exact}
        rest, whole = total - sum(exact.values()), sum(free.values())
        over = [key for key, weight in free.items() if rest * weight > limit * whole]
        if not over:
            break
        exact |= dict.fromkeys(over, limit)
    exact |= {key: rest * Fraction(weight, whole) if whole else Fraction(0) for key, weight in free.items()}
    filled = allocate(math.floor(sum(exact.values())), exact, tag)
    return dict.fromkeys(weights, 0) if isinstance(filled, Refusal) else filled


def deduction(service_part: int, upheld: Exact, settings: Performance) -> int:
    """What upheld complaints cost, in fen: a share of the service part, rounded down."""
    share = min(rate(settings.deduction_most), upheld * rate(settings.deduction_each))
    return int(service_part * share)


def _span(factors: Sequence[Fraction]) -> dict[str, Fraction]:
    """The spread of a pool's factors, by which a person can judge their own; empty for a pool of few people."""
    if len(factors) < _LEAST_FOR_SPREAD:
        return {}
    return {"factor_least": min(factors), "factor_middle": median(factors), "factor_most": max(factors)}


def _paid(
    member: Member,
    own: Quality,
    service: Fraction,
    shares: _Shares,
    span: Mapping[str, Fraction],
    settings: Performance,
) -> Paid:
    number = member.number
    workload_part, service_part, capped = shares.workload[number], shares.service[number], shares.capped[number]
    after_cap = _service_after_cap(workload_part, service_part, capped)
    less = deduction(after_cap, member.upheld, settings)
    window: dict[str, str | int | Fraction] = {"cards": member.window.cards, "exposure": member.window.points}
    lines = (
        Line("workload_part", workload_part, {"points": member.workload}),
        Line("service_part", service_part, {**window, "reference": own.reference, "factor": own.factor, **span}),
        Line("cap", capped, {}),
        Line("deduction", -less, {"upheld": member.upheld, "service_part": after_cap}),
    )
    told = tuple(line for line in lines if line.value or line.code.endswith("_part"))
    return Paid(number, member.workload, own, service, workload_part, service_part, capped, less, told)


def _service_after_cap(workload_part: int, service_part: int, capped: int) -> int:
    """The service part with its share of what the cap took or gave: a deduction never makes pay negative."""
    both = workload_part + service_part
    return int(Fraction(service_part * (both + capped), both)) if both else 0
