"""How many promises were kept, for reports, pay and assessment."""

from datetime import date, time, timedelta
from typing import Any

import msgspec
import peewee

from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.practice.inquiries.facts import State
from shared.practice.inquiries.tables import InquiryRow

_KEPT = """SELECT count(*), sum(date(closed_at / 1000, 'unixepoch', '+8 hours') <= "limit"), count(satisfaction),
    sum(satisfaction IN ('satisfied', 'fair')) FROM inquiry WHERE state = 'closed' AND closed_at BETWEEN ? AND ?"""
_OVERDUE = """SELECT count(*) FROM inquiry WHERE state = 'open' AND "limit" BETWEEN ? AND ? AND "limit" < ?"""


class Closed(msgspec.Struct, frozen=True):
    """A closed ticket as totals count it: whose work, when, and what was promised and kept.

    `informed`: whether every message to the customer came by its day; None where none was due before the answer.
    """

    hall: str
    acting: str
    at: int
    on_the_spot: bool
    within_limit: bool
    informed: bool | None


def closed_between(store: Store, first: date, last: date) -> tuple[Closed, ...]:
    """The tickets closed from `first` to `last`, each once; merged ones count in the ticket they went into."""
    inside = InquiryRow.closed_at.between(ms_at(first, time.min), ms_at(last + timedelta(days=1), time.min) - 1)
    query = InquiryRow.select().where(inside, InquiryRow.state == State.CLOSED.value)
    return tuple(
        Closed(
            hall=row.hall,
            acting=row.stand_in or row.handler,
            at=row.closed_at,
            on_the_spot=row.on_the_spot,
            within_limit=day_of(row.closed_at).isoformat() <= row.limit,
            informed=_informed(row),
        )
        for row in query.execute(store.db)
    )


def _informed(row: Any) -> bool | None:
    """Whether the customer was informed by each due day; None where the answer came by the first of them."""
    closed = day_of(row.closed_at).isoformat()
    if closed <= row.first_inform:
        return None
    return not row.informed_late and closed <= row.inform_by


class PromisesKept(msgspec.Struct, frozen=True):
    """Of `closed` tickets, how many within the limit; of `asked` customers, how many said 满意 or 基本满意.

    `overdue`: tickets that are past their limit and still open.
    """

    closed: int
    within_limit: int
    asked: int
    satisfied: int
    overdue: int = 0

    @property
    def due(self) -> int:
        """How many tickets were to be answered in the period."""
        return self.closed + self.overdue


def promises_kept(store: Store, first: date, last: date, today: date) -> PromisesKept:
    """The promises of tickets that were closed, or fell overdue, from `first` to `last`; of all halls."""
    end = ms_at(last + timedelta(days=1), time.min) - 1
    row = store.db.execute_sql(_KEPT, (ms_at(first, time.min), end)).fetchone()
    limits = [day.isoformat() for day in (first, last, today)]
    (overdue,) = store.db.execute_sql(_OVERDUE, limits).fetchone()
    return PromisesKept(*(number or 0 for number in (*row, overdue)))


def first_ticket(store: Store, hall: str) -> date | None:
    """The day of a hall's first ticket; None before there is any."""
    first = InquiryRow.select(peewee.fn.MIN(InquiryRow.received_at)).where(InquiryRow.hall == hall).scalar(store.db)
    return None if first is None else day_of(first)
