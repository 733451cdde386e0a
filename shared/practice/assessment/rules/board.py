"""The year's board: totals, places, disqualification and rewards of all units; and its closed lines."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import msgspec

from shared.domain.closing import as_written, digest
from shared.domain.explaining import KeptLine, Line, kept_line
from shared.domain.money import Exact, decimal
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import UnitClosed, UnitPlace, YearClosed
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules.rewards import Figures, chosen
from shared.practice.assessment.rules.year import Total, UnitYear, places, totals

UPHELD = "upheld_complaints"  # the only reason for a disqualification


class Row(msgspec.Struct, frozen=True):
    """One unit of the board; `rank` None: shown, not ranked. The reward in fen, None before its branch's sales."""

    total: Total
    upheld: Exact
    disqualified: bool
    rank: int | None
    rewarded: bool
    reward: int | None


def board(years: Sequence[UnitYear], figures: Figures, settings: Assessment) -> tuple[Row, ...] | Refusal:
    """All units, best first; refused when months differ (sum)."""
    scores = totals(years, settings)
    return scores if isinstance(scores, Refusal) else _rows(scores, figures, settings)


def sales_missing(rows: Sequence[Row]) -> Refusal | None:
    """Refuses a board with rewarded units of branches without sales completion: it is neither published nor closed."""
    missing = tuple(sorted({row.total.branch for row in rows if row.reward is None}))
    return Refusal("sales_missing", {"branches": missing}) if missing else None


def _rows(scores: Sequence[Total], figures: Figures, settings: Assessment) -> tuple[Row, ...]:
    out, paid = chosen(scores, figures, settings)
    rank = places(scores)
    rows = (
        Row(
            total=score,
            upheld=figures.upheld.get(score.unit, 0),
            disqualified=score.unit in out,
            rank=rank.get(score.unit),
            rewarded=score.unit in paid,
            reward=paid.get(score.unit, 0),
        )
        for score in scores
    )
    return tuple(sorted(rows, key=lambda row: (row.rank is None, -row.total.value, row.total.unit)))


def lines(
    year: int, rows: Sequence[Row], teams: Mapping[str, Mapping[str, int]] = MappingProxyType({})
) -> tuple[UnitClosed, ...]:
    """One line a unit, with the exact parts and their inputs; `teams`: days on duty by unit and staff number."""
    return tuple(
        UnitClosed(
            year=year,
            unit=row.total.unit,
            branch=row.total.branch,
            lines=tuple(kept_line(line) for line in row.total.lines),
            total=str(row.total.value),
            complete=row.total.complete,
            upheld=str(row.upheld),
            disqualified=UPHELD if row.disqualified else "",
            rank=row.rank or 0,
            rewarded=row.rewarded,
            reward=row.reward or 0,
            team=dict(teams.get(row.total.unit, {})),
        )
        for row in rows
    )


def in_notice(row: Row) -> UnitPlace:
    """A row as everybody reads it in the notice."""
    return UnitPlace(
        unit=row.total.unit,
        branch=row.total.branch,
        scores={line.code: decimal(line.value) for line in row.total.lines},
        total=decimal(row.total.value),
        upheld=str(row.upheld),
        disqualified=UPHELD if row.disqualified else "",
        rank=row.rank or 0,
        rewarded=row.rewarded,
        reward=row.reward or 0,
    )


def inputs_digest(kept: Sequence[UnitClosed], sales: Mapping[str, str]) -> str:
    """The digest for the year's head: parts and complaints by unit, sales by branch."""
    return digest({"units": {line.unit: (line.lines, line.complete, line.upheld) for line in kept}, "sales": sales})


def recheck(
    head: YearClosed,
    kept: Sequence[UnitClosed],
    settings: Assessment,
    written: Sequence[Sequence[Mapping[str, Any]]] = (),
) -> Refusal | None:
    """Whether a closed year's lines are those that were closed, and give the same places and rewards again.

    `written`: the lines of `kept`, one for one, as the journal has them; () where they are of this version.
    """
    raw = written or [msgspec.to_builtins(line.lines) for line in kept]
    parts = {
        line.unit: ([as_written(KeptLine, each) for each in own], line.complete, line.upheld)
        for line, own in zip(kept, raw, strict=True)
    }
    if digest({"units": parts, "sales": head.sales}) != head.inputs:
        return Refusal("closed_inputs_changed", {"period": str(head.year)})
    again = rows_of(head, kept, settings)
    now = {line.unit: line for line in lines(head.year, again, {line.unit: line.team for line in kept})}
    wrong = tuple(sorted(line.unit for line in kept if now[line.unit] != line))
    return Refusal("closed_figures_changed", {"period": str(head.year), "keys": wrong}) if wrong else None


def rows_of(head: YearClosed, kept: Sequence[UnitClosed], settings: Assessment) -> tuple[Row, ...]:
    """The board computed again from a closed year's own lines."""
    figures = Figures(
        {line.unit: Fraction(line.upheld) for line in kept},
        {branch: Fraction(completion) for branch, completion in head.sales.items()},
        {line.unit: sum(line.team.values()) for line in kept},
        head.year,
    )
    return _rows([_total(line) for line in kept], figures, settings)


def _total(kept: UnitClosed) -> Total:
    parts = tuple(Line(each.code, Fraction(each.value), dict(each.inputs)) for each in kept.lines)
    value = sum((Fraction(each.value) for each in kept.lines), Fraction(0))
    return Total(kept.unit, kept.branch, value, parts, kept.complete)
