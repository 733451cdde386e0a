"""What a unit's year is made of: months of inspections, and the three parts, each suggested or set by the office."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from shared.domain.policy import Policy
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.assessment.facts import Part, Unit
from shared.practice.assessment.inspections import months_scores, units
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import year
from shared.practice.assessment.rules.year import Confirmed, Ratio, UnitYear
from shared.practice.assessment.tables import FigureRow
from shared.practice.inquiries.views import closed_between
from shared.practice.learning.contests import year_results
from shared.practice.learning.views import attended_by_hall, exams_by_hall
from shared.practice.performance.figures import earns, points_of
from shared.practice.performance.policy import Performance
from shared.practice.rulebook.views import readers
from shared.practice.workload.views import Worked, worked

__all__ = ["Confirmed"]

SignedDays = Mapping[str, Ratio]
"""By hall: days signed of the days that had something to sign."""


def figures(store: Store, of: int, kind: str) -> dict[str, str]:
    """The figures of a year of one kind (`sales`, `contest`, a part set by hand), by branch or unit."""
    rows = FigureRow.select().where(FigureRow.year == of, FigureRow.kind == kind).execute(store.db)
    return {row.key: row.value for row in rows}


def sources(store: Store, of: int, kind: str) -> dict[str, str]:
    """Where those figures come from: a file, or the reason that the office gave."""
    rows = FigureRow.select().where(FigureRow.year == of, FigureRow.kind == kind).execute(store.db)
    return {row.key: row.reason for row in rows}


def unit_years(
    store: Store, of: int, policy: Policy, signed: SignedDays, *, now: int
) -> tuple[tuple[UnitYear, ...], tuple[Part, ...]]:
    """What each unit's year is made of, and which parts anything was measured of.

    A part of which nothing was measured in any unit counts 0 for all of them: nobody is ranked lower by it.
    """
    settings, all_units = policy[Assessment], units(store)
    months = months_scores(store, of, settings)
    suggested = suggestions(store, of, policy, signed, now=now)
    measured = tuple(part for part in Part if any(value is not None for value in suggested[part].values()))
    years = tuple(
        UnitYear(
            unit.code,
            unit.branch,
            {month: scores[unit.code] for month, scores in months.items() if unit.code in scores},
            _parts(unit, suggested, measured),
        )
        for unit in all_units
    )
    return years, measured


_NOTHING = Confirmed(Fraction(0))


def _parts(
    unit: Unit, suggested: Mapping[Part, Mapping[str, Confirmed | None]], measured: tuple[Part, ...]
) -> dict[Part, Confirmed]:
    known = {part: suggested[part][unit.code] if part in measured else _NOTHING for part in Part}
    return {part: value for part, value in known.items() if value is not None}


def suggestions(
    store: Store, of: int, policy: Policy, signed: SignedDays, *, now: int
) -> dict[Part, dict[str, Confirmed | None]]:
    """By part and unit, what the figures suggest, or what the office set instead; None where nothing was measured."""
    settings, all_units = policy[Assessment], units(store)
    first, last = date(of, 1, 1), min(date(of, 12, 31), day_of(now))
    values: dict[Part, dict[str, Fraction | None]] = {
        Part.COMPLIANCE: {u.code: year.compliance(r, settings) for u, r in _compliance(store, first, last, signed)},
        Part.ABILITY: _ability(store, of, all_units, settings, now=now),
        Part.WORKLOAD: _workload(store, first, last, all_units, policy),
    }
    found: dict[Part, dict[str, Confirmed | None]] = {}
    for part, by_unit in values.items():
        by_hand, why = figures(store, of, part.value), sources(store, of, part.value)
        found[part] = {
            unit.code: _confirmed(by_unit.get(unit.code), by_hand.get(unit.code), why.get(unit.code, ""))
            for unit in all_units
        }
    return found


def _confirmed(suggested: Fraction | None, by_hand: str | None, reason: str) -> Confirmed | None:
    if by_hand is not None:
        return Confirmed(suggested, Fraction(by_hand), reason)
    return None if suggested is None else Confirmed(suggested)


def _compliance(
    store: Store, first: date, last: date, signed: SignedDays
) -> Iterable[tuple[Unit, tuple[Ratio, Ratio, Ratio, Ratio]]]:
    tickets = closed_between(store, first, last) if first <= last else ()
    for unit in units(store):
        own = [each for each in tickets if each.hall in unit.halls]
        read = [each for hall in unit.halls for each in readers(store, hall)]
        days = [signed[hall] for hall in unit.halls if hall in signed]
        yield (
            unit,
            (
                Ratio(sum(each.within_limit for each in own), len(own)),
                Ratio(sum(each.informed for each in own), len(own)),
                Ratio(sum(each.done for each in days), sum(each.of for each in days)),
                Ratio(sum(len(each.read) for each in read), sum(len(each.read) + len(each.unread) for each in read)),
            ),
        )


def _ability(
    store: Store, of: int, all_units: tuple[Unit, ...], settings: Assessment, *, now: int
) -> dict[str, Fraction | None]:
    """Contests: a unit's own results where it has any, else what was imported for it, never both."""
    last = min(date(of, 12, 31), day_of(now))
    imported = {unit: Fraction(value) for unit, value in figures(store, of, "contest").items()}
    contests = imported | year_results(store, of, {unit.code: unit.halls for unit in all_units})
    exams, attended = exams_by_hall(store, last), attended_by_hall(store, date(of, 1, 1), last)
    return {
        unit.code: year.ability(
            (
                Ratio(contests[unit.code], 1) if unit.code in contests else Ratio(0, 0),
                _ratio(exams, unit),
                _ratio(attended, unit),
            ),
            settings,
        )
        for unit in all_units
    }


def _ratio(by_hall: Mapping[str, tuple[int, int]], unit: Unit) -> Ratio:
    own = [by_hall.get(hall, (0, 0)) for hall in unit.halls]
    return Ratio(sum(done for done, _ in own), sum(of for _, of in own))


def _workload(
    store: Store, first: date, last: date, all_units: tuple[Unit, ...], policy: Policy
) -> dict[str, Fraction | None]:
    """Points a staff-day: a staff-day is one on which somebody earned a point in the unit."""
    found = _worked_in(store, first, last, all_units, policy)
    per_day = {
        unit: points_of(own, policy[Performance]) / len({(each.span.number, each.day) for each in own})
        for unit, own in found.items()
    }
    return dict(year.workload(per_day, policy[Assessment]))


def _worked_in(
    store: Store, first: date, last: date, all_units: tuple[Unit, ...], policy: Policy
) -> dict[str, list[Worked]]:
    """By unit, the days on which somebody earned a point there."""
    found: dict[str, list[Worked]] = {}
    of_hall = {hall: unit.code for unit in all_units for hall in unit.halls}
    for each in worked(store, History(store), first, last) if first <= last else ():
        unit = of_hall.get(each.hall)
        if unit and earns(each, policy[Performance]):
            found.setdefault(unit, []).append(each)
    return found


def team_days(store: Store, of: int, wanted: Sequence[str], policy: Policy, *, now: int) -> dict[str, dict[str, int]]:
    """By unit, the days that each of its people worked there in the year: what a reward is shared out by."""
    if not wanted:
        return {}
    some = tuple(unit for unit in units(store) if unit.code in wanted)
    found = _worked_in(store, date(of, 1, 1), min(date(of, 12, 31), day_of(now)), some, policy)
    days = {unit: {(each.span.number, each.day) for each in own} for unit, own in found.items()}
    return {unit: dict(sorted(Counter(number for number, _ in own).items())) for unit, own in days.items()}
