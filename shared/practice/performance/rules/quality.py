"""The service factor Q (服务系数): everybody's own cards a point against one rate published before the month.

A factor depends on nobody else: who serves more with the same quality never loses.
"""

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from shared.domain.money import Exact, rate
from shared.domain.ranking import wilson
from shared.practice.performance.policy import Performance, ServiceBy


class Exposure(msgspec.Struct, frozen=True):
    """Counted customer cards `k`, and the workload points `E` that they were earned in (credits left out)."""

    cards: int
    points: Fraction


class Quality(msgspec.Struct, frozen=True):
    """How a factor came about, for the slip: its exact value and what went in."""

    factor: Fraction
    rate: Fraction  # R, drawn towards r₀ by `prior_points`
    reference: Fraction  # r₀


def reference_rate(closed: Sequence[Exposure], own: Exposure) -> Fraction:
    """r₀ of a post: cards a point over the closed months before; in the first month ever its own figures."""
    months = closed or (own,)
    points = sum((month.points for month in months), Fraction(0))
    return sum(month.cards for month in months) / points if points else Fraction(0)


def quality(own: Exposure, reference: Fraction, settings: Performance) -> Quality:
    """Q = clamp(R / r₀) with R = (k + m·r₀) / (E + m). r₀ = 0, or nothing to go by: 1 for all."""
    prior = rate(settings.prior_points)
    exposure = own.points + prior
    if reference == 0 or exposure == 0:
        return Quality(Fraction(1), Fraction(0), reference)
    drawn = (own.cards + prior * reference) / exposure
    return Quality(_clamp(drawn / reference, settings), drawn, reference)


def _clamp(value: Fraction, settings: Performance) -> Fraction:
    return min(max(value, rate(settings.factor_least)), rate(settings.factor_most))


def service_points(workload: Exact, factor: Fraction, own: Exposure, settings: Performance) -> Fraction:
    """What the service part is shared by: S = W × Q, or the earlier way, a share of Wilson rates."""
    if settings.service_by is ServiceBy.RATE and workload:
        return wilson(min(Fraction(own.cards), own.points), own.points, rate(settings.wilson_z))
    return Fraction(workload) * factor
