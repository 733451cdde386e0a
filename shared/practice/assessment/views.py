"""What may be asked about team assessment: units, inspections, a month's scores, the year's board."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import msgspec
from peewee import SQL

from shared.domain import document
from shared.domain.money import rate
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.assessment import checklist as standard
from shared.practice.assessment.facts import (
    CheckLine,
    Checklist,
    Item,
    LineChecked,
    Part,
    Unit,
    UnitClosed,
    Units,
    Visit,
    YearClosed,
)
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import board, lines, year
from shared.practice.assessment.rules.board import UPHELD, Figures, Row
from shared.practice.assessment.rules.inspecting import Checked, Inspected, inspected, month_score
from shared.practice.assessment.rules.year import Confirmed, Ratio, UnitYear
from shared.practice.assessment.tables import FigureRow, InspectionRow, ItemAppealRow, YearRow
from shared.practice.complaints.rules import every_unit
from shared.practice.complaints.views import upheld
from shared.practice.inquiries.views import closed_between
from shared.practice.performance.figures import day_points
from shared.practice.performance.policy import Performance
from shared.practice.rulebook.views import readers
from shared.practice.workload.views import worked
from shared.reference.views import document as published
from shared.reference.views import policy_on, policy_version

__all__ = ["UPHELD", "Board", "Inspection", "Row"]

SignedDays = Mapping[str, Ratio]
"""By hall: days signed of the days that had something to sign."""


@dataclass(frozen=True)
class Inspection:
    """One inspection with its lines."""

    id: str
    unit: str
    visit: Visit
    day: date
    inspector: str
    lines: tuple[Checked, ...]
    done: bool


@dataclass(frozen=True)
class Board:
    """A year: its rows, best first, and its branches' scores. `names` by unit."""

    year: int
    rows: tuple[Row, ...]
    branches: Mapping[str, Fraction]
    names: Mapping[str, str]
    closed: bool
    parts: tuple[Part, ...]  # those that anything was measured of


def units(store: Store) -> tuple[Unit, ...]:
    """The units as published; before that every hall is one."""
    body = published(store, "units")
    if body is not None:
        return document.read(body, Units).units
    return tuple(Unit(hall.code, hall.name, hall.branch, (hall.code,)) for hall in halls(store))


def checklist(store: Store, code: str = standard.NAME) -> Checklist:
    """A checklist as published, else the one shipped."""
    body = published(store, f"checklist/{code}")
    return standard.shipped() if body is None else document.read(body, Checklist)


def inspections(store: Store, first: date, last: date) -> tuple[Inspection, ...]:
    """All inspections from `first` to `last`, by day."""
    query = InspectionRow.select().where(InspectionRow.day.between(first.isoformat(), last.isoformat()))
    found = query.order_by(InspectionRow.day, InspectionRow.unit, InspectionRow.subject).execute(store.db)
    points = policy_on(store, first)[Assessment].item_points
    return tuple(_inspection(store, row, points) for row in found)


def _inspection(store: Store, row: InspectionRow, points: int) -> Inspection:
    known = checklist(store, row.checklist).lines
    checked = msgspec.json.decode(row.lines, type=tuple[LineChecked, ...])
    return Inspection(
        id=row.subject,
        unit=row.unit,
        visit=Visit(row.visit),
        day=date.fromisoformat(row.day),
        inspector=row.inspector,
        lines=tuple(found for each in checked if (found := _checked(each, known, points))),
        done=row.done,
    )


def _checked(line: LineChecked, known: tuple[CheckLine, ...], points: int) -> Checked | None:
    found = lines.find_line(known, line.code, points)
    if found is None:
        return None
    earned = rate(line.earned) if line.earned else None
    return Checked(line.code, found.item, rate(found.points), earned, found.critical, found.may_skip, line.reason)


def month_scores(store: Store, month: str, settings: Assessment) -> dict[str, dict[Item, Fraction]]:
    """By unit, the scores of a month's inspections that are done; an item that nobody inspected is missing."""
    year_, number = int(month[:4]), int(month[5:])
    first = date(year_, number, 1)
    last = date(year_ + number // 12, number % 12 + 1, 1)
    of_month = (each for each in inspections(store, first, last) if each.done and each.day < last)
    return _scores(of_month, settings)


def _scores(found: Iterable[Inspection], settings: Assessment) -> dict[str, dict[Item, Fraction]]:
    by_unit: dict[str, list[Inspected]] = {}
    for each in found:
        by_unit.setdefault(each.unit, []).append(inspected(each.visit, each.lines, settings))
    scores = {unit: _items(own, settings) for unit, own in by_unit.items()}
    return {unit: items for unit, items in scores.items() if items}


def _items(own: list[Inspected], settings: Assessment) -> dict[Item, Fraction]:
    scores = ((item, month_score(item, own, settings)) for item in Item)
    return {item: score for item, score in scores if score is not None}


def year_board(store: Store, of: int, signed: SignedDays, *, now: int) -> Board | Refusal:
    """The year's board: as closed, else as today's journal gives it."""
    closed = closed_year(store, of)
    if closed:
        return _closed_board(store, *closed)
    policy = policy_on(store, date(of, 1, 1))
    settings, all_units = policy[Assessment], units(store)
    if not all_units:
        return Refusal("no_units")
    years, parts = unit_years(store, of, policy, signed, now=now)
    found = board.board(years, outside(store, of, policy), settings)
    if isinstance(found, Refusal):
        return found
    return _board(store, of, found, False, parts)


def _board(store: Store, of: int, rows: tuple[Row, ...], closed: bool, parts: tuple[Part, ...]) -> Board:
    names = {unit.code: unit.name for unit in units(store)}
    return Board(of, rows, year.branches([row.total for row in rows]), names, closed, parts)


def _closed_board(store: Store, head: YearClosed, kept: tuple[UnitClosed, ...]) -> Board:
    rows = board.rows_of(head, kept, policy_version(store, head.policy)[Assessment])
    if isinstance(rows, Refusal):
        raise RuntimeError(f"a closed year cannot be computed again: {rows.code}")  # a bug: it was computed then
    return _board(store, head.year, rows, True, tuple(Part))


def closed_year(store: Store, of: int) -> tuple[YearClosed, tuple[UnitClosed, ...]] | None:
    """A closed year's head and its units' lines."""
    rows = list(YearRow.select().where(YearRow.year == of).order_by(YearRow.unit).execute(store.db))
    heads = [msgspec.json.decode(row.body, type=YearClosed) for row in rows if not row.unit]
    kept = tuple(msgspec.json.decode(row.body, type=UnitClosed) for row in rows if row.unit)
    return (heads[0], kept) if heads else None


def outside(store: Store, of: int, policy: Policy) -> Figures:
    """Upheld complaints by unit, and sales completion by branch."""
    _, by_hall = upheld(store, date(of, 1, 1), date(of, 12, 31), policy)
    counted: dict[str, Fraction] = {}
    for unit in units(store):
        counted[unit.code] = sum((by_hall.get(key, Fraction(0)) for key in {unit.code, *unit.halls}), Fraction(0))
    return Figures(
        every_unit(counted, counted), {key: Fraction(value) for key, value in figures(store, of, "sales").items()}
    )


def figures(store: Store, of: int, kind: str) -> dict[str, str]:
    """The figures of a year of one kind (`sales`, `contest`, a part set by hand), by branch or unit."""
    rows = FigureRow.select().where(FigureRow.year == of, FigureRow.kind == kind).execute(store.db)
    return {row.key: row.value for row in rows}


def unit_years(
    store: Store, of: int, policy: Policy, signed: SignedDays, *, now: int
) -> tuple[tuple[UnitYear, ...], tuple[Part, ...]]:
    """What each unit's year is made of, and which parts anything was measured of.

    A part of which nothing was measured in any unit counts 0 for all of them: nobody is ranked lower by it.
    """
    settings, all_units = policy[Assessment], units(store)
    months = {f"{of}-{month:02}": month_scores(store, f"{of}-{month:02}", settings) for month in range(1, 13)}
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
        Part.ABILITY: _ability(store, of, all_units, settings),
        Part.WORKLOAD: _workload(store, first, last, all_units, policy),
    }
    found: dict[Part, dict[str, Confirmed | None]] = {}
    for part, by_unit in values.items():
        by_hand = figures(store, of, part.value)
        found[part] = {unit.code: _confirmed(by_unit.get(unit.code), by_hand.get(unit.code)) for unit in all_units}
    return found


def _confirmed(suggested: Fraction | None, by_hand: str | None) -> Confirmed | None:
    if by_hand is not None:
        return Confirmed(suggested, Fraction(by_hand))
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


def _ability(store: Store, of: int, all_units: tuple[Unit, ...], settings: Assessment) -> dict[str, Fraction | None]:
    contests, nothing = figures(store, of, "contest"), Ratio(0, 0)
    results = {unit.code: contests.get(unit.code) for unit in all_units}
    return {
        unit: year.ability((Ratio(Fraction(result), 1) if result else nothing, nothing, nothing), settings)
        for unit, result in results.items()
    }


def _workload(
    store: Store, first: date, last: date, all_units: tuple[Unit, ...], policy: Policy
) -> dict[str, Fraction | None]:
    """Points a staff-day: a staff-day is one on which somebody earned a point in the unit."""
    points: dict[str, Fraction] = {}
    days: dict[str, set[tuple[str, date]]] = {}
    of_hall = {hall: unit.code for unit in all_units for hall in unit.halls}
    for each in worked(store, History(store), first, last) if first <= last else ():
        earned, unit = day_points(each, policy[Performance]), of_hall.get(each.hall)
        if earned and unit:
            points[unit] = points.get(unit, Fraction(0)) + earned
            days.setdefault(unit, set()).add((each.span.number, each.day))
    return dict(year.workload({unit: own / len(days[unit]) for unit, own in points.items()}, policy[Assessment]))


def appeals(store: Store) -> tuple[tuple[str, str, str], ...]:
    """Open appeals against lines of inspections: (inspection, line, text)."""
    rows = ItemAppealRow.select().where(~ItemAppealRow.decided).order_by(SQL("id")).execute(store.db)
    return tuple((row.subject, row.line, row.text) for row in rows)
