"""The 5P cards of a period with the numbers served in it, by person, hall, post or month.

Rows are ranked by the lower Wilson bound of cards per served number, if enough numbers were served.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

import msgspec

from shared.domain import months
from shared.domain.ranking import ranks, wilson
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.cards.facts import P
from shared.practice.cards.views import ByP, Counted, counted
from shared.practice.performance.words import post
from shared.practice.workload.views import served_by_month

_QUARTER = re.compile(r"(\d{4})(?:-?[Qq]|-)([1-4])", re.ASCII)
_Z = Fraction("1.96")
_LEAST = 10  # served numbers before a row is ranked


class By(StrEnum):
    """What a row of the report is."""

    STAFF = "staff"
    HALL = "hall"
    POST = "post"
    MONTH = "month"


class Row(msgspec.Struct, frozen=True):
    """One row. `per_1000`: cards per 1,000 served numbers, its lower bound; None, like `rank`, for too few."""

    key: str
    name: str
    by_p: ByP
    served: int
    per_1000: Fraction | None
    rank: int | None

    @property
    def total(self) -> int:
        """Customers' counted cards."""
        return sum(self.by_p.values())


class CardReport(msgspec.Struct, frozen=True):
    """Customers' counted cards from `first` to `last` in one hall, or in all (""); those from staff apart."""

    first: date
    last: date
    hall: str
    by: By
    by_p: ByP
    from_staff: int
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """Customers' counted cards."""
        return sum(self.by_p.values())


Served = tuple[str, str, str, int]
"""(staff, month, hall, count)."""


@dataclass
class _Sum:
    name: str = ""
    by_p: dict[P, int] = field(default_factory=lambda: dict.fromkeys(P, 0))
    served: int = 0


def span(year: int | None, month: str = "", quarter: str = "") -> tuple[date, date] | None:
    """The first and last day asked for; None where none is named. A quarter is 2026Q1, or 1 of `year`."""
    if month:
        return months.first(month), months.last(month)
    if quarter:
        found = _QUARTER.fullmatch(f"{year or ''}Q{quarter}" if len(quarter) == 1 else quarter)
        if found is None:
            return None
        begin = f"{found[1]}-{3 * int(found[2]) - 2:02}"
        return months.first(begin), months.last(months.moved(begin, 2))
    return (date(year, 1, 1), date(year, 12, 31)) if year else None


def report(store: Store, first: date, last: date, hall: str = "", by: By = By.STAFF) -> CardReport:
    """The report; the best row first."""
    history, cards = History(store), counted(store, first, last, hall)
    from_customers = [card for card in cards if card.by_customer]
    served = [each for each in served_by_month(store, history, first, last) if hall in ("", each[2])]
    sums = _sums(history, from_customers, served, by)
    names = {each.code: each.name for each in halls(store)} if by is By.HALL else {}
    names = {code: post(code) for code in ("cashier", "consultant")} if by is By.POST else names
    by_p = {p: sum(row.by_p.get(p, 0) for row in sums.values()) for p in P.and_newer(card.p for card in cards)}
    from_staff = sum(card.count for card in cards if not card.by_customer)
    return CardReport(first, last, hall, by, by_p, from_staff, _ranked(sums, names))


def monthly(store: Store, year: int, hall: str = "") -> dict[P, tuple[int, ...]]:
    """Customers' counted cards of a year: for each P twelve figures, January first."""
    found: dict[P, list[int]] = {p: [0] * 12 for p in P}
    for card in counted(store, date(year, 1, 1), date(year, 12, 31), hall):
        if card.by_customer:
            found.setdefault(card.p, [0] * 12)[int(card.month[5:]) - 1] += card.count
    return {p: tuple(figures) for p, figures in found.items()}


def _sums(history: History, cards: Iterable[Counted], served: Iterable[Served], by: By) -> dict[str, _Sum]:
    """By what a row is; a person's post is the one of the month's last day."""
    sums: dict[str, _Sum] = {}

    def of(staff: str, month: str, hall: str) -> _Sum:
        on = history.on(staff, months.last(month))
        keys = {By.STAFF: staff, By.HALL: hall, By.POST: on.post if on else "", By.MONTH: month}
        found = sums.setdefault(keys[by], _Sum())
        found.name = on.name if on and by is By.STAFF else ""
        return found

    for card in cards:
        row = of(card.staff, card.month, card.hall)
        row.by_p[card.p] = row.by_p.get(card.p, 0) + card.count
    for staff, month, hall, count in served:
        of(staff, month, hall).served += count
    return sums


def _bound(cards: int, served: int) -> Fraction:
    """The lower bound; exactly 0 without a card, as rounding the root would rank one such row before another."""
    return wilson(min(cards, served), served, _Z) if cards else Fraction(0)


def _ranked(sums: Mapping[str, _Sum], names: Mapping[str, str]) -> tuple[Row, ...]:
    totals = {key: sum(row.by_p.values()) for key, row in sums.items()}
    bounds = {key: _bound(totals[key], row.served) for key, row in sums.items() if row.served >= _LEAST}
    places = ranks(bounds)
    order = sorted(sums, key=lambda key: (places.get(key, len(sums) + 1), -totals[key], key))
    return tuple(
        Row(
            key,
            names.get(key, sums[key].name),
            sums[key].by_p,
            sums[key].served,
            1000 * bounds[key] if key in bounds else None,
            places.get(key),
        )
        for key in order
        if totals[key] or sums[key].served
    )
