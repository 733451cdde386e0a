"""Ranks the units of a year again under another policy; nothing is stored.

Which days were signed is known to the daily log, not to this practice: that part of compliance is left out here, under
both policies alike, as it is where nothing was signed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shared.declaration.replay import Case, Days, Replay
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.assessment.policy import Assessment

if TYPE_CHECKING:
    from shared.practice.assessment.rules.board import Row

_REWARDED, _OUT = Text("受奖", "rewarded"), Text("取消资格", "disqualified")
_UNRANKED = Text("不排名", "not ranked")


def places(store: Store, days: Days, policy: Policy) -> Iterator[Case]:
    """Every unit of the year that these days end in; none where its board cannot be made."""
    from shared.practice.assessment import views  # imported late: every program imports this module, few call it
    from shared.practice.assessment.parts import unit_years
    from shared.practice.assessment.rules import board

    units, year = {unit.code: unit.name for unit in views.units(store)}, days.last.year
    years, _, worked = unit_years(store, year, policy, {}, now=days.now)
    rows = board.board(years, views.outside(store, year, policy, worked), policy[Assessment])
    for row in () if isinstance(rows, Refusal) else rows:
        name = units.get(row.total.unit, row.total.unit)
        yield Case(row.total.unit, "", _outcome(row), Text(name, name), counts=row.rewarded)


def _outcome(row: "Row") -> Text:
    place = Text(f"第{row.rank}名", f"place {row.rank}") if row.rank else _UNRANKED
    also = _OUT if row.disqualified else _REWARDED if row.rewarded else None
    return Text(f"{place.zh}，{also.zh}", f"{place.en}, {also.en}") if also else place


REPLAYS = (Replay(Text("班组考核名次", "Places of the units"), _REWARDED, (Assessment,), places),)
