"""What corrections of earlier months change in this one: one balance a person, over all pools they ever shared in.

After a transfer it is paid with the present pool; the limit of recovery is a share of the pay over all pools.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from peewee import SQL, fn

from shared.domain import months as calendar
from shared.journal.store import Store
from shared.practice.performance.facts import PayLine
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.months import Settled, settle
from shared.practice.performance.rules.pay import Sheet
from shared.practice.performance.tables import CorrectionRow, LineRow

Place = tuple[str, str]
"""(hall, post)."""


def lines(store: Store, month: str, staff: str = "") -> tuple[PayLine, ...]:
    """The closed lines of a month, of everybody or of one person."""
    query = LineRow.select(LineRow.body).where(LineRow.month == month).order_by(LineRow.staff, SQL("id"))
    query = query.where(LineRow.staff == staff) if staff else query
    return tuple(msgspec.json.decode(body, type=PayLine) for (body,) in query.tuples().execute(store.db))


def written_inputs(store: Store, month: str) -> tuple[dict[str, Any], ...]:
    """The inputs of a month's `lines`, one for one, as they were written."""
    query = LineRow.select(LineRow.inputs).where(LineRow.month == month).order_by(LineRow.staff, SQL("id"))
    return tuple(msgspec.json.decode(inputs, type=dict[str, Any]) for (inputs,) in query.tuples().execute(store.db))


@dataclass
class Owed:
    """One person's corrections: fen by the month that they are paid with, and the pools and months corrected."""

    due: dict[str, int] = field(default_factory=dict)
    places: set[Place] = field(default_factory=set)
    months: set[str] = field(default_factory=set)


def owed(store: Store, month: str, numbers: Collection[str]) -> dict[str, Owed]:
    """By staff number, what was corrected for these people and is paid with this month or one before."""
    found: dict[str, Owed] = {}
    if not numbers:
        return found  # without people the whole table would be read
    rows = CorrectionRow.select().where(CorrectionRow.staff.in_(list(numbers)), CorrectionRow.paid_with <= month)
    for row in rows.execute(store.db):
        own = found.setdefault(row.staff, Owed())
        own.due[row.paid_with] = own.due.get(row.paid_with, 0) + row.fen
        own.places.add((row.hall, row.post))
        own.months.add(row.month)
    return found


def balance(store: Store, month: str, staff: str, own: Owed, settings: Performance) -> int:
    """What is still to be paid (negative: recovered) in `month`, after what closed months before it paid, fen."""
    left, each = 0, min(own.due)
    while each < month:
        left += own.due.get(each, 0)
        if kept := lines(store, each, staff):
            left -= sum(line.correction for line in kept)
            left = max(left, 0) if settings.waive_negative else left
        each = calendar.moved(each, 1)
    return left + own.due.get(month, 0)


def outside(
    store: Store, month: str, sharing: Collection[str], settings: Performance
) -> dict[str, tuple[int, frozenset[str]]]:
    """By staff number, what stays open of those who share in no pool of `month`: fen, and the months corrected."""
    rows = CorrectionRow.select(CorrectionRow.staff).where(CorrectionRow.staff != "", CorrectionRow.paid_with <= month)
    others = {number for (number,) in rows.distinct().tuples().execute(store.db)} - set(sharing)
    found = {}
    for number, own in sorted(owed(store, month, others).items()):
        left = balance(store, month, number, own, settings)
        if left > 0 or (left and not settings.waive_negative):
            found[number] = (left, frozenset(own.months))
    return found


def last_paid_with(store: Store) -> str:
    """The last month that any correction is paid with, "" without one."""
    return CorrectionRow.select(fn.MAX(CorrectionRow.paid_with)).scalar(store.db) or ""


def settled(
    store: Store, month: str, sheets: Iterable[Sheet], settings: Performance
) -> dict[tuple[str, str, str], Settled]:
    """By (hall, post, staff number), what changes there: the pool that was corrected, else the first of the person."""
    figures: dict[str, dict[Place, int]] = {}
    for sheet in sheets:
        for paid in sheet.people:
            figures.setdefault(paid.number, {})[sheet.pool.hall, sheet.pool.post] = paid.pay
    found = {}
    for number, own in owed(store, month, figures).items():
        left, pays = balance(store, month, number, own, settings), figures[number]
        place = min(pays, key=lambda each: (each not in own.places, each))
        found[*place, number] = settle(left, sum(pays.values()), settings)
    return found
