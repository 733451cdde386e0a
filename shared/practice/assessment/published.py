"""What everybody may read of team assessment: published months, years in notice or closed, one's own share."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.money import decimal
from shared.journal.store import Store
from shared.practice.assessment import plans, views
from shared.practice.assessment.facts import UnitPlace
from shared.practice.assessment.inspections import units
from shared.practice.assessment.rules import board
from shared.practice.assessment.tables import NoticeRow, YearRow


class Standings(msgspec.Struct, frozen=True):
    """One period's units, best first; a month (not `of_year`) has only the scores of its inspections.

    `until`: the last day of notice. `share`: the reader's part of a closed year's reward, fen.
    """

    of_year: bool
    units: tuple[UnitPlace, ...]
    names: Mapping[str, str]
    own: str  # the unit of the reader's hall
    until: date | None
    closed: bool
    share: int | None


def periods(store: Store) -> tuple[str, ...]:
    """The years in notice or closed and the months published, the newest first; a year before its months."""
    noticed = {row.year for row in NoticeRow.select(NoticeRow.year).execute(store.db)}
    closed = {row.year for row in YearRow.select(YearRow.year).distinct().execute(store.db)}
    years = tuple(str(year) for year in sorted(noticed | closed, reverse=True))
    months = plans.published_months(store)
    return tuple(sorted((*years, *months), key=lambda each: f"{each}-99"[:7], reverse=True))


def standings(store: Store, period: str, number: str, hall: str) -> Standings | None:
    """A period (`2026`, `2026-03`) as somebody of a hall reads it; None for one that is not public."""
    return _month(store, period, hall) if "-" in period else _year(store, int(period), number, hall)


def _own(store: Store, hall: str) -> str:
    return next((unit.code for unit in units(store) if hall in unit.halls), "")


def _names(store: Store) -> dict[str, str]:
    return {unit.code: unit.name for unit in units(store)}


def _month(store: Store, month: str, hall: str) -> Standings | None:
    published = plans.published(store, month)
    if published is None:
        return None
    scores: dict[str, dict[str, Fraction]] = {}
    for each in published.scores:
        scores.setdefault(each.unit, {})[each.item.value] = Fraction(each.score)
    branches = {unit.code: unit.branch for unit in units(store)}
    places = [
        UnitPlace(unit, branches.get(unit, ""), {k: decimal(v) for k, v in own.items()}, decimal(sum(own.values())), "")
        for unit, own in sorted(scores.items(), key=lambda each: (-sum(each[1].values()), each[0]))
    ]
    return Standings(False, tuple(places), _names(store), _own(store, hall), published.until, True, None)


def _year(store: Store, year: int, number: str, hall: str) -> Standings | None:
    notice, closed = views.notice(store, year), views.closed_board(store, year)
    if closed is not None:
        shares = (closed.team(row).get(number) for row in closed.rows if row.rewarded)
        share = sum(fen for fen in shares if fen)
        places = tuple(map(board.in_notice, closed.rows))
        return Standings(True, places, closed.names, _own(store, hall), None, True, share or None)
    if notice is None:
        return None
    return Standings(
        True, notice.published.units, _names(store), _own(store, hall), notice.published.until, False, None
    )
