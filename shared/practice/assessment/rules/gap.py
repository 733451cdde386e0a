"""不断在上升中找差距: the lines in which a unit is farthest behind the best, its trend, and how much is chance."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.ranking import mean
from shared.practice.assessment.policy import Assessment


class Gap(msgspec.Struct, frozen=True):
    """One line or item: the unit's share of the points (0–1), and the best unit's."""

    code: str
    own: Fraction
    best: Fraction

    @property
    def behind(self) -> Fraction:
        """How far the unit is behind the best one, 0–1."""
        return self.best - self.own


def gaps(unit: str, shares: Mapping[str, Mapping[str, Fraction]], settings: Assessment) -> tuple[Gap, ...]:
    """The items farthest below the best unit, the farthest first; `shares` by unit and item."""
    best = {code: max(own[code] for own in shares.values() if code in own) for code in shares[unit]}
    found = [Gap(code, own, best[code]) for code, own in shares[unit].items() if own < best[code]]
    return tuple(sorted(found, key=lambda gap: (-gap.behind, gap.code))[: settings.gap_items])


def trend(months: Sequence[Fraction]) -> Fraction | None:
    """By how much the last month differs from the mean of those before; None with fewer than two months."""
    before = mean(months[:-1])
    return None if before is None else months[-1] - before


def noise(inspections: Sequence[Fraction], a_month: int) -> Fraction | None:
    """Two months that differ by less than this may differ by chance: twice the standard deviation of a difference.

    That deviation is s·√(2 / a_month), for months of `a_month` inspections; s is the spread of the unit's inspections.
    None with fewer than three inspections. Shown to people only, to two decimals.
    """
    middle = mean(inspections)
    if middle is None or len(inspections) < 3:
        return None
    variance = sum(((score - middle) ** 2 for score in inspections), Fraction(0)) / (len(inspections) - 1)
    return Fraction(round(200 * math.sqrt(variance * 2 / a_month)), 100)
