"""What `warm-window report cards` answers for a month, a quarter or a hall: by person, hall, post or month.

Rows are ranked by the Wilson bound of cards a served number, as far as enough numbers say anything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from shared.domain import months
from shared.domain.money import decimal
from shared.domain.ranking import ranks, wilson
from shared.people.history import History
from shared.people.views import halls
from shared.practice.cards.facts import P
from shared.practice.cards.views import Counted, counted
from shared.practice.workload.views import Worked, worked

if TYPE_CHECKING:
    from shared.journal.store import Store

BY = ("staff", "hall", "post", "month")
_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])", re.ASCII)
_Z = Fraction("1.96")
_LEAST = 10  # served numbers before a row is ranked


@dataclass
class _Row:
    name: str = ""
    by_p: dict[P, int] = field(default_factory=lambda: dict.fromkeys(P, 0))
    served: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_p.values())


def span(year: int | None, month: str, quarter: str) -> tuple[date, date] | None:
    """The first and last day asked for; None when nothing that makes sense was."""
    if month:
        return months.first(month), months.last(month)
    if quarter:
        found = _QUARTER.fullmatch(f"{year or ''}Q{quarter}" if len(quarter) == 1 else quarter)
        if found is None:
            return None
        begin = f"{found[1]}-{3 * int(found[2]) - 2:02}"
        return months.first(begin), months.last(months.moved(begin, 2))
    return (date(year, 1, 1), date(year, 12, 31)) if year else None


def report(store: "Store", first: date, last: date, hall: str, by: str) -> dict[str, Any]:
    """The report for other programs; a rate is cards per 1,000 served numbers, its lower bound."""
    history, cards = History(store), counted(store, first, last, hall)
    from_customers = [card for card in cards if card.by_customer]
    days = [each for each in worked(store, history, first, last) if hall in ("", each.hall)]
    rows = _rows(history, from_customers, days, by)
    names = {each.code: each.name for each in halls(store)} if by == "hall" else {}
    for key, row in rows.items():
        row.name = names.get(key, row.name)
    by_p = {p: sum(row.by_p.get(p, 0) for row in rows.values()) for p in P.and_newer(card.p for card in cards)}
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "hall": hall,
        "by": by,
        "total": sum(by_p.values()),
        "by_p": by_p,
        "from_staff": sum(card.count for card in cards if not card.by_customer),
        "rows": _ranked(rows),
    }


def _rows(history: History, cards: Iterable[Counted], days: Iterable[Worked], by: str) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for card in cards:
        on = history.on(card.staff, months.last(card.month))
        keys = {"staff": card.staff, "hall": card.hall, "post": on.post if on else "", "month": card.month}
        row = rows.setdefault(keys[by], _Row())
        row.by_p[card.p] = row.by_p.get(card.p, 0) + card.count
        row.name = on.name if on and by == "staff" else ""
    for each in days:
        keys = {"staff": each.span.number, "hall": each.hall, "post": each.span.post, "month": f"{each.day:%Y-%m}"}
        row = rows.setdefault(keys[by], _Row(each.span.name if by == "staff" else ""))
        row.served += sum((each.served or each.imported).values())
    return rows


def _ranked(rows: dict[str, _Row]) -> list[dict[str, Any]]:
    bounds = {
        key: wilson(min(row.total, row.served), row.served, _Z) for key, row in rows.items() if row.served >= _LEAST
    }
    places = ranks(bounds)
    order = sorted(rows, key=lambda key: (places.get(key, len(rows) + 1), -rows[key].total, key))
    return [
        {
            "key": key,
            "name": rows[key].name,
            "total": rows[key].total,
            "by_p": rows[key].by_p,
            "served": rows[key].served,
            "per_1000": decimal(1000 * bounds[key]) if key in bounds else None,
            "rank": places.get(key),
        }
        for key in order
        if rows[key].total or rows[key].served
    ]
