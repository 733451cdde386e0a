"""A unit's year: five parts of 20, a branch's mean, and the places (resources/handbook/practices.en.md §9)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.explaining import Line
from shared.domain.money import Exact, rate
from shared.domain.ranking import mean, quantile, ranks
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Item, Part
from shared.practice.assessment.policy import Assessment, YearBy


class Ratio(msgspec.Struct, frozen=True):
    """`done` of `of`."""

    done: Exact
    of: Exact

    @property
    def value(self) -> Fraction | None:
        """The ratio; None where `of` is 0."""
        return Fraction(self.done) / Fraction(self.of) if self.of else None


class Confirmed(msgspec.Struct, frozen=True):
    """A part of a unit's year: the suggested value, or the one that the office set, with its reason."""

    suggested: Fraction | None
    set_to: Fraction | None = None
    reason: str = ""

    @property
    def value(self) -> Fraction | None:
        """The value that counts."""
        return self.suggested if self.set_to is None else self.set_to


class UnitYear(msgspec.Struct, frozen=True):
    """The inputs of a unit's year: item scores by month, and the three parts."""

    unit: str
    branch: str
    months: Mapping[str, Mapping[Item, Fraction]]
    parts: Mapping[Part, Confirmed]

    @property
    def inspected(self) -> frozenset[str]:
        """The months with both items inspected."""
        return frozenset(month for month, scores in self.months.items() if len(scores) == len(Item))


class Total(msgspec.Struct, frozen=True):
    """A unit's exact score; `lines` add up to it. `complete`: enough inspected months, so it may be ranked.

    `missing`: parts that were measured of other units only; they count 0 here until the office sets them.
    """

    unit: str
    branch: str
    value: Fraction
    lines: tuple[Line, ...]
    complete: bool
    missing: tuple[Part, ...] = ()


def override(suggested: Fraction | None, value: Fraction, reason: str, settings: Assessment) -> Confirmed | Refusal:
    """A part that the office sets: in range, and with a reason."""
    if not 0 <= value <= settings.item_points:
        return Refusal("points_out_of_range", {"most": settings.item_points})
    return Confirmed(suggested, value, reason) if reason.strip() else Refusal("override_needs_reason")


def weighted(ratios: Sequence[Ratio], shares: Sequence[float], settings: Assessment) -> Fraction | None:
    """20 × the weighted mean of ratios; one without a value is left out, and the others share its weight."""
    known = [(rate(share), ratio.value) for share, ratio in zip(shares, ratios, strict=True)]
    defined = [(share, value) for share, value in known if value is not None]
    shares_left = sum((share for share, _ in defined), Fraction(0))
    if shares_left == 0:
        return None
    return settings.item_points * sum((share * value for share, value in defined), Fraction(0)) / shares_left


def compliance(ratios: Sequence[Ratio], settings: Assessment) -> Fraction | None:
    """守规: inquiries within limit, customers kept informed, days signed, rulebook acknowledged, in this order."""
    return weighted(ratios, settings.compliance, settings)


def ability(ratios: Sequence[Ratio], settings: Assessment) -> Fraction | None:
    """能力: contest result, exams passed, training attended, in this order."""
    return weighted(ratios, settings.ability, settings)


def workload(per_staff_day: Mapping[str, Fraction], settings: Assessment) -> dict[str, Fraction]:
    """工作量: by unit, 20 × points a staff-day against the 75th percentile of the units; with few units, the best."""
    if not per_staff_day:
        return {}
    share = rate(settings.workload_quantile) if len(per_staff_day) >= settings.workload_units_least else Fraction(1)
    measure = quantile(list(per_staff_day.values()), share)
    full = Fraction(settings.item_points)
    return {
        unit: full * min(Fraction(1), own / measure) if measure else full * 0 for unit, own in per_staff_day.items()
    }


def total(year: UnitYear, settings: Assessment) -> Total:
    """The year's exact score: mean (or sum) of each item over its inspected months, and the three parts."""
    items = [Line(item, _item(year, item, settings), _inputs(year, item)) for item in Item]
    parts = [Line(part, _part(year, part) or Fraction(0), _by_hand(year, part)) for part in Part]
    lines = (*items, *parts)
    missing = tuple(part for part in Part if _part(year, part) is None)
    value = sum((Fraction(line.value) for line in lines), Fraction(0))
    return Total(year.unit, year.branch, value, lines, len(year.inspected) >= settings.months_least, missing)


def _item(year: UnitYear, item: Item, settings: Assessment) -> Fraction:
    scores = [scores[item] for scores in year.months.values() if item in scores]
    return sum(scores, Fraction(0)) if settings.year is YearBy.SUM else mean(scores) or Fraction(0)


def _inputs(year: UnitYear, item: Item) -> dict[str, str | Exact]:
    return {month: scores[item] for month, scores in sorted(year.months.items()) if item in scores}


def _by_hand(year: UnitYear, part: Part) -> dict[str, str | Exact]:
    """The inputs of a part that the office set: the suggested value and the reason."""
    known = year.parts.get(part)
    if known is None or known.set_to is None:
        return {}
    suggested = {} if known.suggested is None else {"suggested": known.suggested}
    return {**suggested, "reason": known.reason}


def _part(year: UnitYear, part: Part) -> Fraction | None:
    return year.parts[part].value if part in year.parts else None


def totals(years: Sequence[UnitYear], settings: Assessment) -> tuple[Total, ...] | Refusal:
    """All units' scores. Sums over different months are not comparable, and refused (`months_differ`)."""
    if settings.year is YearBy.SUM and len({year.inspected for year in years}) > 1:
        return Refusal("months_differ", {"units": tuple(year.unit for year in years)})
    return tuple(total(year, settings) for year in years)


def places(scores: Sequence[Total]) -> dict[str, int]:
    """Rank by exact score of the units that may be ranked: 1, 2, 2, 4."""
    return ranks({score.unit: score.value for score in scores if score.complete})


def branches(scores: Sequence[Total]) -> dict[str, Fraction]:
    """By branch, the simple mean of its units' scores."""
    names = sorted({score.branch for score in scores})
    return {name: mean(score.value for score in scores if score.branch == name) or Fraction(0) for name in names}


def by_windows(scores: Sequence[Total], windows: Mapping[str, int]) -> dict[str, Fraction]:
    """By branch, the mean weighted by its units' windows; for information beside the simple mean."""
    weights = dict.fromkeys(sorted({score.branch for score in scores}), 0)
    sums = dict.fromkeys(weights, Fraction(0))
    for score in scores:
        weights[score.branch] += windows[score.unit]
        sums[score.branch] += windows[score.unit] * score.value
    return {name: sums[name] / weight for name, weight in weights.items() if weight}
