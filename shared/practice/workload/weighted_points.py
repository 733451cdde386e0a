"""The workload points of people's days, counted and weighted by the database: a row a person and day.

`worked` gives the same days with every service apart; a year of a company is ten times as many rows that way.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.inquiries import views as inquiries
from shared.practice.line import statistics as line
from shared.practice.workload.told import people_of
from shared.practice.workload.views import imports, told_days

Day = tuple[str, str, str]
"""(staff number, ISO day, hall)."""
_Weighed = tuple[str, str, str, int]


class Weights(msgspec.Struct, frozen=True):
    """The weights of one served number and one closed ticket, in units of 1/`scale` points, so that sums are exact."""

    services: Mapping[str, int]
    other: int
    ticket: int
    on_the_spot: int
    scale: int

    def points(self, weight: int) -> Fraction:
        """The points that a sum of weights is."""
        return Fraction(weight, self.scale)

    def of(self, served: Mapping[str, int]) -> int:
        """The weight of so many numbers of each service."""
        return sum(count * self.services.get(service, self.other) for service, count in served.items())


def weighed(store: Store, history: History, first: date, last: date, weights: Weights) -> dict[Day, int]:
    """The weight of everybody's days from `first` to `last`, days without points left out; counted as in `worked`."""
    found, known = dict[Day, int](), frozenset(history.numbers)
    for staff, day, hall, weight in _all(store, history, first, last, weights):
        if weight and staff in known:
            found[staff, day, hall] = found.get((staff, day, hall), 0) + weight
    return found


def _all(store: Store, history: History, first: date, last: date, weights: Weights) -> Iterator[_Weighed]:
    with_numbers = set[tuple[str, str]]()
    for each in _served(store, first, last, weights):
        with_numbers.add(each[:2])
        yield each
    for row in imports(store, first, last):
        if (row.staff, row.day) not in with_numbers:
            yield row.staff, row.day, _home(history, row.staff, row.day), weights.of({row.service: row.count})
    for ticket in inquiries.closed_between(store, first, last):
        day = day_of(ticket.at).isoformat()
        weight = weights.on_the_spot if ticket.on_the_spot else weights.ticket
        yield ticket.acting, day, _home(history, ticket.acting, day), weight


def _served(store: Store, first: date, last: date, weights: Weights) -> Iterator[_Weighed]:
    """From the numbers, and of days without any from what their halls told."""
    held = set[tuple[str, str]]()
    for each in line.weighed_by_day(store, first, last, weights.services, weights.other):
        held.add(each[1:3])
        yield each
    for told in told_days(store, first, last):
        if (told.day, told.hall) not in held:
            for person in people_of(told):
                if person.served:
                    yield person.staff, told.day, told.hall, weights.of(person.served)


def _home(history: History, staff: str, day: str) -> str:
    span = history.on(staff, date.fromisoformat(day))
    return span.hall if span else ""
