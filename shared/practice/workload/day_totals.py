"""A hall's day as totals (`DayTold`): told by the counter that signs, else the next morning, again when it changed.

Every counter of a hall may tell a day. One that knows of less work than was told does not, so that a counter that was
long without the hub never replaces the fuller totals of another.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

import msgspec

from shared.declaration.practice import DeviceKind
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.history import History
from shared.practice.cards import views as cards
from shared.practice.inquiries import views as inquiries
from shared.practice.line import statistics as line
from shared.practice.workload.facts import DayTold, PersonDay
from shared.practice.workload.tables import DayRow
from shared.practice.workload.told import people_of
from shared.sync.enrolment import EnrolmentError, joined

_LATE_FACTS = timedelta(days=62)
"""How long after its day a fact may still come in and change it: a month's pay is closed by then."""


@dataclass
class _Sums:
    """One person's day while it is added up."""

    served: dict[str, int] = field(default_factory=dict)
    cards: dict[str, int] = field(default_factory=dict)
    tickets: int = 0
    on_the_spot: int = 0
    minutes: dict[str, int] = field(default_factory=dict)


def days(store: Store, hall: str, first: date, last: date) -> dict[date, tuple[PersonDay, ...]]:
    """The totals of a hall's days as this journal has them, of the days with anything to tell."""
    found: dict[tuple[date, str], _Sums] = defaultdict(_Sums)
    for staff, day, place, service, count, minutes in line.times_by_day(store, first, last):
        if place == hall:
            sums = found[date.fromisoformat(day), staff]
            sums.served[service], sums.minutes[service] = count, minutes
    for staff, day, place, p, count in cards.counted_by_hall(store, first, last):
        if place == hall:
            found[date.fromisoformat(day), staff].cards[p] = count
    for ticket in inquiries.closed_between(store, first, last):
        if ticket.hall == hall:
            sums = found[day_of(ticket.at), ticket.acting]
            sums.on_the_spot += ticket.on_the_spot
            sums.tickets += not ticket.on_the_spot
    return _by_day(History(store), found)


def _by_day(history: History, found: dict[tuple[date, str], _Sums]) -> dict[date, tuple[PersonDay, ...]]:
    told: dict[date, list[PersonDay]] = {}
    for (day, staff), sums in sorted(found.items()):
        span = history.on(staff, day)
        person = PersonDay(staff=staff, post=span.post if span else "", **vars(sums))
        told.setdefault(day, []).append(person)
    return {day: tuple(people) for day, people in told.items()}


class Told(msgspec.Struct, frozen=True):
    """A hall's day as it was told. `agrees`: whether this journal's numbers add up to it; None: it holds none."""

    hall: str
    day: date
    people: tuple[PersonDay, ...]
    agrees: bool | None


def told(store: Store, first: date, last: date, hall: str = "") -> tuple[Told, ...]:
    """The days that were told, each compared with what this journal has of it, by hall and day."""
    inside = [DayRow.day.between(first.isoformat(), last.isoformat()), *([DayRow.hall == hall] if hall else [])]
    rows = list(DayRow.select().where(*inside).order_by(DayRow.hall, DayRow.day).execute(store.db))
    own = {place: days(store, place, first, last) for place in {row.hall for row in rows}}
    return tuple(_told(row, own[row.hall].get(date.fromisoformat(row.day), ())) for row in rows)


def _told(row: DayRow, own: tuple[PersonDay, ...]) -> Told:
    people = people_of(row)
    here, there = ({each.staff: each.served for each in side if each.served} for side in (own, people))
    return Told(row.hall, date.fromisoformat(row.day), people, here == there if here else None)


def served_told(store: Store, hall: str, day: date) -> int:
    """How many were served in a hall on a day, as it was told; 0 for a day that was not."""
    return sum(sum(person.served.values()) for each in told(store, day, day, hall) for person in each.people)


def tell(tx: Transaction, hall: str, day: date) -> None:
    """Tell a day that is being signed, unless it is told so already."""
    found = days(tx.store, hall, day, day)
    _tell(tx, hall, found)


def tell_days(store: Store, *, now: int) -> int:
    """Tell the days before today that are not told as this journal has them; how many. A counter of a hub does it."""
    if not _tells(store):
        return 0
    today = day_of(now)
    with store.transaction(now) as tx:
        return _tell(tx, store.hall, days(store, store.hall, today - _LATE_FACTS, today - timedelta(days=1)))


def _tells(store: Store) -> bool:
    """Whether this device is a counter of a hub."""
    try:
        device = joined(store.folder)
    except EnrolmentError:  # whose device this is cannot be read: another counter tells
        return False
    return device is not None and device.kind == DeviceKind.COUNTER


def _tell(tx: Transaction, hall: str, found: dict[date, tuple[PersonDay, ...]]) -> int:
    """Record the days whose totals are new; how many."""
    count, head = 0, tx.store.head()
    for day, people in found.items():
        known = DayRow.select().where(DayRow.hall == hall, DayRow.day == day.isoformat()).first(tx.store.db)
        if known is None or _newer(known, people, tx.store.station):
            fact = DayTold(day=day, hall=hall, people=people, head=head.n, head_hash=head.link)
            tx.record(fact, subject=f"totals:{hall}/{day.isoformat()}", hall=hall)
            count += 1
    return count


def _newer(known: DayRow, people: tuple[PersonDay, ...], station: str) -> bool:
    """Whether these totals replace the known ones: of another counter only if they hold no less work."""
    told = people_of(known)
    return told != people and (known.station == station or _size(people) >= _size(told))


def _size(people: Iterable[PersonDay]) -> int:
    """How much work a day holds; facts that come in late only ever add to it."""
    return sum(sum(each.served.values()) + each.tickets + each.on_the_spot for each in people)
