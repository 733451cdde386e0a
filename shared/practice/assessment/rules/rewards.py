"""Disqualification and rewards: first disqualify, then reward the best of those left."""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.money import Exact, allocate, half_up, rate
from shared.domain.refusal import Refusal
from shared.practice.assessment.policy import Assessment, RewardUnit, Rounding, Ties
from shared.practice.assessment.rules.year import Total, branches

_ROUND: dict[Rounding, Callable[[Fraction], int]] = {Rounding.CEIL: math.ceil, Rounding.FLOOR: math.floor}


class Figures(msgspec.Struct, frozen=True):
    """What rewards depend on beside scores: upheld complaints by unit, sales completion by branch (1 is 100 %).

    `days` on duty by unit, and the `year`: by these a branch's reward is shared among its units.
    """

    upheld: Mapping[str, Exact]
    sales: Mapping[str, Fraction]
    days: Mapping[str, int] = msgspec.field(default_factory=dict)
    year: int = 0


class PlacesChanged(msgspec.Struct, frozen=True):
    """The units that other settings would add or remove."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]


def disqualified(upheld: Mapping[str, Exact], settings: Assessment) -> frozenset[str]:
    """The units with the most upheld complaints (`upheld` names every unit); never one without any.

    n = ⌊0.30 × units⌋ and the cut is the n-th largest count. Units above the cut go; those at the cut only if all of
    them fit (ties out): in doubt a unit stays.
    """
    n = _ROUND[settings.disqualify_rounding](len(upheld) * rate(settings.disqualify_share))
    if n <= 0:
        return frozenset()
    cut = sorted(upheld.values(), reverse=True)[min(n, len(upheld)) - 1]
    above = {unit for unit, count in upheld.items() if count > cut}
    at_cut = {unit for unit, count in upheld.items() if count == cut and count > 0}
    fits = len(above) + len(at_cut) <= n or settings.disqualify_ties is Ties.IN
    return frozenset(above | at_cut if fits else above)


def rewarded(scores: Sequence[Total], out: frozenset[str], settings: Assessment) -> tuple[str, ...]:
    """The rewarded units, best first: ⌈0.30 × all units⌉ of those not `out`, with all equals at the last place."""
    n = _ROUND[settings.reward_rounding](len(scores) * rate(settings.reward_share))
    left = sorted(
        (score for score in scores if score.complete and score.unit not in out), key=lambda s: (-s.value, s.unit)
    )
    if n <= 0 or not left:
        return ()
    if n >= len(left):
        return tuple(score.unit for score in left)
    cut = left[n - 1].value
    above = [score.unit for score in left if score.value > cut]
    at_cut = [score.unit for score in left if score.value == cut]
    return tuple(above + at_cut if len(above) + len(at_cut) <= n or settings.reward_ties is Ties.IN else above)


def reward(base: int, sales: Fraction, settings: Assessment) -> int:
    """A unit's reward in fen: the base × its branch's sales completion, from 0 to 120 %, rounded half up."""
    return half_up(base * min(max(sales, Fraction(0)), rate(settings.sales_most)))


def rewards(
    units: Sequence[str], branch_of: Mapping[str, str], sales: Mapping[str, Fraction], settings: Assessment
) -> dict[str, int | None]:
    """By rewarded unit, its reward in fen; None while its branch's sales completion is missing."""
    known = {unit: sales.get(branch_of[unit]) for unit in units}
    return {
        unit: None if share is None else reward(settings.reward_base, share, settings) for unit, share in known.items()
    }


def chosen(
    scores: Sequence[Total], figures: Figures, settings: Assessment
) -> tuple[frozenset[str], dict[str, int | None]]:
    """The disqualified units, and the rewarded ones with their fen: unit by unit, or branch by branch."""
    upheld = {score.unit: figures.upheld.get(score.unit, 0) for score in scores}
    if settings.reward_unit is RewardUnit.BRANCH:
        return _with_branches(scores, upheld, figures, settings)
    out = disqualified(upheld, settings)
    branch_of = {score.unit: score.branch for score in scores}
    return out, rewards(rewarded(scores, out, settings), branch_of, figures.sales, settings)


def _with_branches(
    scores: Sequence[Total], upheld: Mapping[str, Exact], figures: Figures, settings: Assessment
) -> tuple[frozenset[str], dict[str, int | None]]:
    units: dict[str, list[str]] = {}
    for score in scores:
        units.setdefault(score.branch, []).append(score.unit)
    out = disqualified({name: sum(upheld[unit] for unit in own) for name, own in units.items()}, settings)
    best = rewarded(_branch_totals(scores), out, settings)
    paid: dict[str, int | None] = {}
    for name, amount in rewards(best, {name: name for name in best}, figures.sales, settings).items():
        days = {unit: figures.days.get(unit, 0) for unit in units[name]}
        paid |= _shared(amount, days, f"{figures.year}/{name}/reward")
    return frozenset(unit for name in out for unit in units[name]), paid


def _branch_totals(scores: Sequence[Total]) -> list[Total]:
    """Branches as they are ranked: the mean of their units, complete if any of these is."""
    complete = {score.branch for score in scores if score.complete}
    return [Total(name, name, value, (), name in complete) for name, value in branches(scores).items()]


def _shared(amount: int | None, days: Mapping[str, int], tag: str) -> Mapping[str, int | None]:
    """A branch's reward shared among its units by days on duty; equally where no days are known."""
    if amount is None:
        return dict.fromkeys(days)
    shares = allocate(amount, days if any(days.values()) else dict.fromkeys(days, 1), tag)
    return {} if isinstance(shares, Refusal) else shares


def within_team(amount: int, days: Mapping[str, int], year: int, unit: str) -> dict[str, int] | Refusal:
    """A unit's reward (fen) shared among its people by days on duty."""
    return allocate(amount, days, f"{year}/{unit}/reward")


def places_changed(before: Sequence[str], after: Sequence[str]) -> PlacesChanged:
    """Which units are in `after` only, and which in `before` only."""
    return PlacesChanged(tuple(sorted(set(after) - set(before))), tuple(sorted(set(before) - set(after))))
