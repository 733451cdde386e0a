"""The inputs of a unit's year: months of inspections, and three parts, each suggested or set by the office."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec

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
from shared.practice.performance.figures import weights
from shared.practice.performance.policy import Performance
from shared.practice.rulebook.views import readers
from shared.practice.workload.weighted_points import Weights, weighed

__all__ = ["Confirmed"]

SignedDays = Mapping[str, Ratio]
"""By hall, the days that were signed of those that had something to sign."""


class UnitDays(msgspec.Struct, frozen=True):
    """By unit, the days on which somebody earned points there: (staff number, ISO day) → weight."""

    of: Mapping[str, Mapping[tuple[str, str], int]]
    weights: Weights


def figures(store: Store, of: int, kind: str) -> dict[str, str]:
    """A year's figures of one kind (`sales`, `contest`, or a part that was set), by branch or unit."""
    rows = FigureRow.select().where(FigureRow.year == of, FigureRow.kind == kind).execute(store.db)
    return {row.key: row.value for row in rows}


def sources(store: Store, of: int, kind: str) -> dict[str, str]:
    """The sources of these figures: a file, or the reason that the office gave."""
    rows = FigureRow.select().where(FigureRow.year == of, FigureRow.kind == kind).execute(store.db)
    return {row.key: row.reason for row in rows}


def unit_years(
    store: Store, of: int, policy: Policy, signed: SignedDays, *, now: int
) -> tuple[tuple[UnitYear, ...], tuple[Part, ...], UnitDays]:
    """The inputs of each unit's year, the parts of which anything was measured, and the days worked.

    A part of which nothing was measured in any unit counts 0 for all of them: nobody is ranked lower by it.
    """
    settings, all_units = policy[Assessment], units(store)
    months = months_scores(store, of, settings)
    days = unit_days(store, of, policy, now=now)
    suggested = _suggested(store, of, policy, signed, days, now=now)
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
    return years, measured, days


_NOTHING = Confirmed(Fraction(0))


def _parts(
    unit: Unit, suggested: Mapping[Part, Mapping[str, Confirmed | None]], measured: tuple[Part, ...]
) -> dict[Part, Confirmed]:
    known = {part: suggested[part][unit.code] if part in measured else _NOTHING for part in Part}
    return {part: value for part, value in known.items() if value is not None}


def suggestions(
    store: Store, of: int, policy: Policy, signed: SignedDays, *, now: int
) -> dict[Part, dict[str, Confirmed | None]]:
    """By part and unit, the suggested value, or the one that the office set; None where nothing was measured."""
    return _suggested(store, of, policy, signed, unit_days(store, of, policy, now=now), now=now)


def _suggested(
    store: Store, of: int, policy: Policy, signed: SignedDays, days: UnitDays, *, now: int
) -> dict[Part, dict[str, Confirmed | None]]:
    settings, all_units = policy[Assessment], units(store)
    first, last = date(of, 1, 1), min(date(of, 12, 31), day_of(now))
    values: dict[Part, dict[str, Fraction | None]] = {
        Part.COMPLIANCE: {u.code: year.compliance(r, settings) for u, r in _compliance(store, first, last, signed)},
        Part.ABILITY: _ability(store, of, all_units, settings, now=now),
        Part.WORKLOAD: _workload(days, settings),
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
        due = [each.informed for each in own if each.informed is not None]
        read = [each for hall in unit.halls for each in readers(store, hall)]
        days = [signed[hall] for hall in unit.halls if hall in signed]
        yield (
            unit,
            (
                Ratio(sum(each.within_limit for each in own), len(own)),
                Ratio(sum(due), len(due)),
                Ratio(sum(each.done for each in days), sum(each.of for each in days)),
                Ratio(sum(len(each.read) for each in read), sum(len(each.read) + len(each.unread) for each in read)),
            ),
        )


def _ability(
    store: Store, of: int, all_units: tuple[Unit, ...], settings: Assessment, *, now: int
) -> dict[str, Fraction | None]:
    """By unit; of contests the results held here count, else the imported one, never both."""
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


def _workload(days: UnitDays, settings: Assessment) -> dict[str, Fraction | None]:
    """By unit, from its points a staff-day: a day on which one person earned points in the unit."""
    per_day = {unit: days.weights.points(sum(own.values())) / len(own) for unit, own in days.of.items()}
    return dict(year.workload(per_day, settings))


def unit_days(store: Store, of: int, policy: Policy, *, now: int) -> UnitDays:
    """The days of all units in a year up to today."""
    found, by = dict[str, dict[tuple[str, str], int]](), weights(policy[Performance])
    of_hall = {hall: unit.code for unit in units(store) for hall in unit.halls}
    first, last = date(of, 1, 1), min(date(of, 12, 31), day_of(now))
    everybodys = weighed(store, History(store), first, last, by) if first <= last else {}
    for (staff, day, hall), weight in everybodys.items():
        if unit := of_hall.get(hall):
            own = found.setdefault(unit, {})
            own[staff, day] = own.get((staff, day), 0) + weight
    return UnitDays(found, by)


def team_days(days: UnitDays, wanted: Sequence[str]) -> dict[str, dict[str, int]]:
    """By unit, how many days each person worked there in the year; a reward is shared by them."""
    return {unit: dict(sorted(Counter(staff for staff, _ in days.of.get(unit, ())).items())) for unit in wanted}
