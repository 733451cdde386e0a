"""Ranks, quantiles and the Wilson bound: what every table that orders people or units shares. Exact throughout."""

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from shared.domain.money import Exact

_FINE = 10**12  # square roots are taken to twelve decimals, the same on every machine


class Ordered(Protocol):
    """A score, or a tuple of a score and what decides between equals."""

    def __lt__(self, other, /) -> bool: ...  # type: ignore[no-untyped-def]


K = TypeVar("K")
S = TypeVar("S", bound=Ordered)


def ranks(scores: Mapping[K, S]) -> dict[K, int]:
    """Place by score, the greatest first; equals share a place and the next one is left out: 1, 2, 2, 4."""
    order = sorted(scores.values(), reverse=True)
    return {key: order.index(score) + 1 for key, score in scores.items()}


def mean(values: Iterable[Exact]) -> Fraction | None:
    """The exact mean; None of nothing."""
    known = [Fraction(value) for value in values]
    return sum(known, Fraction(0)) / len(known) if known else None


def trimmed_mean(values: Sequence[Exact], trim: Fraction) -> Fraction:
    """The mean without `trim` of each end, counted fractionally.

    The i-th of n sorted values weighs the overlap of [i, i+1] with [trim·n, (1-trim)·n]: five values lose exactly one
    highest and one lowest, four count their ends with 1/5, so one value more or less never changes the result abruptly.
    """
    n = len(values)
    low, high = trim * n, (1 - trim) * n
    weights = [max(Fraction(0), min(Fraction(i + 1), high) - max(Fraction(i), low)) for i in range(n)]
    return sum((w * value for w, value in zip(weights, sorted(values), strict=True)), Fraction(0)) / sum(weights)


def quantile(values: Sequence[Exact], share: Fraction) -> Fraction:
    """The quantile at `share` (0–1) with linear interpolation, as spreadsheets count it (PERCENTILE.INC)."""
    known = sorted(Fraction(value) for value in values)
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (place - below) * (known[above] - known[below])


def median_of_counts(counts: Mapping[int, int]) -> Fraction | None:
    """The median of values that are counted: value -> how often; None of none."""
    total = sum(counts.values())
    if not total:
        return None
    middle = ((total - 1) // 2, total // 2)
    found, seen = [], 0
    for value, count in sorted(counts.items()):
        found += [value for place in middle if seen <= place < seen + count]
        seen += count
    return Fraction(sum(found), 2)


def median(values: Sequence[Exact]) -> Fraction:
    """The middle value, or the mean of the two in the middle."""
    return quantile(values, Fraction(1, 2))


def root(value: Fraction) -> Fraction:
    """The square root, rounded down to twelve decimals."""
    return Fraction(math.isqrt(value.numerator * _FINE**2 // value.denominator), _FINE)


def wilson(successes: Exact, trials: Exact, z: Fraction) -> Fraction:
    """The lower Wilson bound of a rate: what it is at least, as far as so few trials can tell. 0 without trials."""
    n = Fraction(trials)
    if n == 0 or successes == 0:  # exactly 0; the root below is rounded down and would leave a trace above it
        return Fraction(0)
    p = Fraction(successes) / n
    spread = root(max(p * (1 - p) / n + z**2 / (4 * n**2), Fraction(0)))
    return max((p + z**2 / (2 * n) - z * spread) / (1 + z**2 / n), Fraction(0))
