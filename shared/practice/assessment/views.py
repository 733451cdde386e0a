"""What may be asked about a year of team assessment: its board, its notice, what differs since it was closed."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
from msgspec.structs import replace

from shared.domain import closing as periods
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.assessment.facts import Part, Unit, UnitClosed, YearClosed, YearPublished
from shared.practice.assessment.inspections import Inspection, checklist, inspections, month_scores, units
from shared.practice.assessment.parts import (
    Confirmed,
    SignedDays,
    UnitDays,
    figures,
    suggestions,
    team_days,
    unit_years,
)
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import board, rewards, year
from shared.practice.assessment.rules.board import UPHELD, Row
from shared.practice.assessment.rules.import_lines import find_unit
from shared.practice.assessment.rules.rewards import Figures, PlacesChanged
from shared.practice.assessment.tables import NoticeRow, YearRow
from shared.practice.complaints.rules import every_unit
from shared.practice.complaints.views import upheld
from shared.reference.views import policy_on, policy_version

__all__ = [
    "UPHELD",
    "Board",
    "Inspection",
    "Row",
    "SignedDays",
    "checklist",
    "figures",
    "inspections",
    "month_scores",
    "suggestions",
    "units",
]


class Board(msgspec.Struct, frozen=True):
    """A year: its rows, best first, and its branches' scores. `names` by unit."""

    year: int
    rows: tuple[Row, ...]
    branches: Mapping[str, Fraction]
    names: Mapping[str, str]
    closed: bool
    parts: tuple[Part, ...]  # those that anything was measured of
    by_windows: Mapping[str, Fraction]  # branches' scores weighted by windows, for information
    sales: Mapping[str, Fraction]
    teams: Mapping[str, Mapping[str, int]]  # days on duty by rewarded unit and staff number
    policy: int

    def team(self, row: Row) -> Mapping[str, int]:
        """A unit's reward within its team, fen by staff number; empty where nobody's days are known."""
        days = self.teams.get(row.total.unit, {})
        shares = rewards.within_team(row.reward or 0, days, self.year, row.total.unit)
        return {} if isinstance(shares, Refusal) else shares


class YearNotice(msgspec.Struct, frozen=True):
    """A year in notice, and who prepared it."""

    published: YearPublished
    preparer: str


def unit_named(store: Store, spelt: str) -> Unit | None:
    """A unit by its code or name, however it is spelt."""
    return find_unit(units(store), spelt)


def year_board(store: Store, of: int, signed: SignedDays, *, now: int) -> Board | Refusal:
    """A year's board: as closed, else as computed today."""
    return closed_board(store, of) or board_today(store, of, signed, now=now)


def closed_board(store: Store, of: int) -> Board | None:
    """A year's board as closed; None before it is closed."""
    closed = closed_year(store, of)
    return _closed_board(store, *closed) if closed else None


def board_today(store: Store, of: int, signed: SignedDays, *, now: int) -> Board | Refusal:
    """A year's board as computed today, whether or not it is closed."""
    policy = policy_on(store, date(of, 1, 1))
    if not units(store):
        return Refusal("no_units")
    years, parts, days = unit_years(store, of, policy, signed, now=now)
    given = outside(store, of, policy, days)
    found = board.board(years, given, policy[Assessment])
    if isinstance(found, Refusal):
        return found
    teams = team_days(days, [row.total.unit for row in found if row.rewarded])
    return _board(store, of, found, given.sales, policy.version, parts=parts, teams=teams)


def _board(
    store: Store,
    of: int,
    rows: tuple[Row, ...],
    sales: Mapping[str, Fraction],
    policy: int,
    *,
    parts: tuple[Part, ...],
    teams: Mapping[str, Mapping[str, int]],
) -> Board:
    known, totals = units(store), [row.total for row in rows]
    windows = {unit.code: unit.windows for unit in known}
    return Board(
        year=of,
        rows=rows,
        branches=year.branches(totals),
        names={unit.code: unit.name for unit in known},
        closed=False,
        parts=parts,
        by_windows=year.by_windows(totals, {each.unit: windows.get(each.unit, 1) for each in totals}),
        sales=sales,
        teams=teams,
        policy=policy,
    )


def _closed_board(store: Store, head: YearClosed, kept: tuple[UnitClosed, ...]) -> Board:
    rows = board.rows_of(head, kept, policy_version(store, head.policy)[Assessment])
    sales = {branch: Fraction(value) for branch, value in head.sales.items()}
    teams = {line.unit: line.team for line in kept if line.team}
    made = _board(store, head.year, rows, sales, head.policy, parts=tuple(Part), teams=teams)
    return replace(made, closed=True)


def closed_year(store: Store, of: int) -> tuple[YearClosed, tuple[UnitClosed, ...]] | None:
    """A closed year's head and its units' lines."""
    rows = list(YearRow.select().where(YearRow.year == of).order_by(YearRow.unit).execute(store.db))
    heads = [msgspec.json.decode(row.body, type=YearClosed) for row in rows if not row.unit]
    kept = tuple(msgspec.json.decode(row.body, type=UnitClosed) for row in rows if row.unit)
    return (heads[0], kept) if heads else None


def notice(store: Store, of: int) -> YearNotice | None:
    """A year's notice, also after it was closed."""
    row = NoticeRow.select().where(NoticeRow.year == of).first(store.db)
    return None if row is None else YearNotice(msgspec.json.decode(row.body, type=YearPublished), row.preparer)


def recheck(store: Store, of: int) -> Refusal | None:
    """Whether a closed year's lines give its closed places and rewards again."""
    closed = closed_year(store, of)
    if closed is None:
        return Refusal("year_not_closed", {"year": of})
    head, kept = closed
    units = YearRow.select(YearRow.lines).where(YearRow.year == of, YearRow.unit != "").order_by(YearRow.unit)
    written = [msgspec.json.decode(lines, type=list[dict[str, Any]]) for (lines,) in units.tuples().execute(store.db)]
    return board.recheck(head, kept, policy_version(store, head.policy)[Assessment], written)


def differences(
    store: Store, of: int, signed: SignedDays, *, now: int
) -> tuple[periods.Difference[tuple[Fraction, int]], ...] | Refusal:
    """By unit, where today's computation gives another score or reward (fen) than was closed."""
    closed = closed_year(store, of)
    if closed is None:
        return Refusal("year_not_closed", {"year": of})
    today = board_today(store, of, signed, now=now)
    if isinstance(today, Refusal):
        return today
    then = {line.unit: (Fraction(line.total), line.reward) for line in closed[1]}
    return periods.differences(then, {row.total.unit: (row.total.value, row.reward or 0) for row in today.rows})


def suggestions_of(store: Store, of: int, signed: SignedDays, *, now: int) -> dict[Part, dict[str, Confirmed | None]]:
    """The three parts of each unit, suggested or set, by the policy of the year."""
    return suggestions(store, of, policy_on(store, date(of, 1, 1)), signed, now=now)


def outside(store: Store, of: int, policy: Policy, days: UnitDays) -> Figures:
    """What rewards depend on beside scores: upheld complaints, sales completion, days on duty."""
    _, by_hall = upheld(store, date(of, 1, 1), date(of, 12, 31), policy)
    counted: dict[str, Fraction] = {}
    for unit in units(store):
        counted[unit.code] = sum((by_hall.get(key, Fraction(0)) for key in {unit.code, *unit.halls}), Fraction(0))
    sales = {key: Fraction(value) for key, value in figures(store, of, "sales").items()}
    return Figures(every_unit(counted, counted), sales, {unit: len(own) for unit, own in days.of.items()}, of)


class WhatIf(msgspec.Struct, frozen=True):
    """What other settings would change: units rewarded and disqualified; nothing is stored."""

    rewarded: PlacesChanged
    disqualified: PlacesChanged
    ranked: PlacesChanged


def what_if(store: Store, of: int, signed: SignedDays, values: Mapping[str, object], *, now: int) -> WhatIf | Refusal:
    """Which units would gain or lose a place with these `values` of the policy instead."""
    policy = policy_on(store, date(of, 1, 1))
    before = board_today(store, of, signed, now=now)
    if isinstance(before, Refusal):
        return before
    other = policy.replace(Assessment, **values)
    years, _, days = unit_years(store, of, other, signed, now=now)
    given = outside(store, of, policy, days)
    after = board.board(years, given, other[Assessment])
    if isinstance(after, Refusal):
        return after
    return WhatIf(
        rewards.places_changed(_those(before.rows, "rewarded"), _those(after, "rewarded")),
        rewards.places_changed(_those(before.rows, "disqualified"), _those(after, "disqualified")),
        rewards.places_changed(_those(before.rows, "rank"), _those(after, "rank")),
    )


def _those(rows: tuple[Row, ...], what: str) -> list[str]:
    return [row.total.unit for row in rows if getattr(row, what)]


def in_notice(store: Store, of: int, now: int) -> bool:
    """Whether a year's notice still runs."""
    found = notice(store, of)
    return found is not None and day_of(now) <= found.published.until
