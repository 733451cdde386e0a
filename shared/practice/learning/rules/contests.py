"""Contests: three rounds to a total, totals to places, a unit's result. Pure.

The rules: resources/handbook/practices.en.md §10.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.money import Exact, rate
from shared.domain.ranking import mean, ranks, trimmed_mean
from shared.domain.refusal import Refusal
from shared.practice.learning.policy import Learning

FULL = 100


class Rounds(msgspec.Struct, frozen=True):
    """Which rounds a contest has."""

    theory: bool
    practice: bool
    speed: bool


class Entrant(msgspec.Struct, frozen=True):
    """Somebody's results: share of right answers, judges' points, tenths of a second. None or (): round not taken."""

    staff: str
    theory: Fraction | None = None
    points: tuple[int, ...] = ()
    tenths: int | None = None

    @property
    def took_part(self) -> bool:
        """Whether they did anything in the contest."""
        return self.theory is not None or bool(self.points) or self.tenths is not None


class Score(msgspec.Struct, frozen=True):
    """A participant's points of a hundred; a round that they left out counts 0."""

    staff: str
    theory: Fraction
    practice: Fraction
    speed: Fraction
    total: Fraction


def may_mark(points: int) -> Refusal | None:
    """Whole points of a hundred."""
    return None if 0 <= points <= FULL else Refusal("points_of_hundred")


def scores(entrants: Iterable[Entrant], rounds: Rounds, settings: Learning) -> tuple[Score, ...] | Refusal:
    """The scores of everybody who took part; refused where fewer judges than the policy asks for marked somebody."""
    taking = [each for each in entrants if each.took_part]
    few = tuple(each.staff for each in taking if 0 < len(each.points) < settings.judges_least)
    if few:
        return Refusal("too_few_judges", {"least": settings.judges_least, "staff": few})
    times = [each.tenths for each in taking if each.tenths]
    best = min(times) if times else 0
    return tuple(_score(each, best, rounds, settings) for each in taking)


def _score(each: Entrant, best: int, rounds: Rounds, settings: Learning) -> Score:
    theory = FULL * each.theory if each.theory is not None else Fraction(0)
    practice = trimmed_mean(each.points, rate(settings.trim)) if each.points else Fraction(0)
    speed = Fraction(FULL * best, each.tenths) if each.tenths else Fraction(0)
    weighed = [
        (rate(weight), points)
        for held, weight, points in (
            (rounds.theory, settings.theory, theory),
            (rounds.practice, settings.practice, practice),
            (rounds.speed, settings.speed, speed),
        )
        if held
    ]
    weights = sum((weight for weight, _ in weighed), Fraction(0))
    total = sum((weight * points for weight, points in weighed), Fraction(0)) / weights if weights else Fraction(0)
    return Score(each.staff, theory, practice, speed, total)


def places(found: Sequence[Score]) -> dict[str, int]:
    """Place by total; of equals the better practice, then theory; then they share it: 1, 2, 2, 4."""
    return ranks({each.staff: (each.total, each.practice, each.theory) for each in found})


def unit_result(totals: Sequence[Exact], expected: int) -> Fraction | None:
    """A unit's result, 0–100: the mean of those who took part × the share of those expected who did.

    So a unit gains nothing by sending only its best. `expected`: without the excused; None where it is 0.
    """
    return (mean(totals) or Fraction(0)) * Fraction(len(totals), expected) if expected else None


def of_unit(
    halls: Iterable[str], by_hall: Mapping[str, Sequence[Exact]], expected: Mapping[str, int]
) -> Fraction | None:
    """The result of a unit of several halls."""
    own = tuple(halls)
    totals = [total for hall in own for total in by_hall.get(hall, ())]
    return unit_result(totals, sum(expected.get(hall, 0) for hall in own))
