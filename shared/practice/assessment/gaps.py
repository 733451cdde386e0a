"""差距: by unit the lines farthest below the best unit, its own trend, and how much of a difference is chance."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.ranking import mean
from shared.journal.store import Store
from shared.practice.assessment.facts import Item, Visit
from shared.practice.assessment.inspections import Inspection, inspections, item_scores, months_scores, units
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import gap
from shared.practice.assessment.rules.gap import Gap
from shared.reference.views import policy_on

__all__ = ["Gap"]


class UnitGap(msgspec.Struct, frozen=True):
    """A unit's gaps in a year. `texts`: the lines' by code; `trend`, `noise`: in points of both items together."""

    unit: str
    name: str
    gaps: tuple[Gap, ...]
    texts: Mapping[str, str]
    months: Mapping[str, Fraction]  # both items together, by month
    trend: Fraction | None
    noise: Fraction | None


def of_year(store: Store, year: int) -> tuple[UnitGap, ...]:
    """All units, those farthest behind first."""
    settings = policy_on(store, date(year, 1, 1))[Assessment]
    made = [each for each in inspections(store, date(year, 1, 1), date(year, 12, 31)) if _counts(each)]
    shares, scores = _shares(made), months_scores(store, year, settings)
    texts = {line.code: line.text for each in made for line in each.lines}
    found = []
    for unit in units(store):
        months = {
            month: sum(own[unit.code].values(), Fraction(0))
            for month, own in scores.items()
            if len(own.get(unit.code, ())) == len(Item)
        }
        totals = [total for each in made if each.unit == unit.code if (total := _total(each, settings)) is not None]
        found.append(
            UnitGap(
                unit.code,
                unit.name,
                gap.gaps(unit.code, shares, settings) if unit.code in shares else (),
                texts,
                months,
                gap.trend(list(months.values())),
                gap.noise(totals, settings.open_least + settings.covert_least or 1),
            )
        )
    return tuple(sorted(found, key=lambda each: (-max((g.behind for g in each.gaps), default=Fraction(0)), each.unit)))


def _counts(each: Inspection) -> bool:
    return each.done and each.visit is not Visit.SELF


def _shares(made: Iterable[Inspection]) -> dict[str, dict[str, Fraction]]:
    """By unit and line, the share of the points earned, over all visits in which the line applied."""
    found: dict[str, dict[str, list[Fraction]]] = {}
    for each in made:
        for line in each.lines:
            if line.earned is not None and line.points:
                found.setdefault(each.unit, {}).setdefault(line.code, []).append(line.earned / line.points)
    return {unit: {code: mean(values) or Fraction(0) for code, values in own.items()} for unit, own in found.items()}


def _total(each: Inspection, settings: Assessment) -> Fraction | None:
    """The points of both items of one inspection; None where it scores one only."""
    scores = item_scores(each, settings)
    return sum(scores.values(), Fraction(0)) if len(scores) == len(Item) else None
