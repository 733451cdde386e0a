"""不断在上升中找差距: where a unit lies farthest behind the best, how it moved, and how much of that is chance."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shared.domain.ranking import mean
from shared.practice.assessment.policy import Assessment


@dataclass(frozen=True)
class Gap:
    """One line or item: the unit's share of the points (0–1), and the best unit's."""

    code: str
    own: Fraction
    best: Fraction

    @property
    def behind(self) -> Fraction:
        return self.best - self.own


def gaps(unit: str, shares: Mapping[str, Mapping[str, Fraction]], settings: Assessment) -> tuple[Gap, ...]:
    """The items farthest below the best unit, the farthest first; `shares` by unit and item."""
    best = {code: max(own[code] for own in shares.values() if code in own) for code in shares[unit]}
    found = [Gap(code, own, best[code]) for code, own in shares[unit].items() if own < best[code]]
    return tuple(sorted(found, key=lambda gap: (-gap.behind, gap.code))[: settings.gap_items])


def trend(months: Sequence[Fraction]) -> Fraction | None:
    """How the last month differs from the mean of those before; None with fewer than two."""
    before = mean(months[:-1])
    return None if before is None else months[-1] - before


def noise(inspections: Sequence[Fraction], a_month: int) -> Fraction | None:
    """Differences of two months below this mean little: twice the chance spread, from the unit's own inspections.

    Two months' means of `a_month` inspections each differ by chance with a standard deviation of s·√(2 / a_month).
    None with fewer than three inspections. Shown to people only, to two decimals.
    """
    middle = mean(inspections)
    if middle is None or len(inspections) < 3:
        return None
    variance = sum(((score - middle) ** 2 for score in inspections), Fraction(0)) / (len(inspections) - 1)
    return Fraction(round(200 * math.sqrt(variance * 2 / a_month)), 100)
