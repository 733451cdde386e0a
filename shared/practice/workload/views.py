"""What people served, by person and day, from the line, the tickets and imports; who was away."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import msgspec

from shared.domain.workdays import Calendar, day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import History, Span
from shared.practice.inquiries import views as inquiries
from shared.practice.line import statistics as line
from shared.practice.workload.facts import Absence
from shared.practice.workload.tables import AbsenceRow, DayRow, WorkloadRow
from shared.practice.workload.told import people_of


@dataclass
class Worked:
    """One person's day in one hall: what was served there, and what was imported for the hall they belonged to."""

    span: Span
    day: date
    hall: str
    served: dict[str, int] = field(default_factory=dict)
    imported: dict[str, int] = field(default_factory=dict)
    tickets: int = 0
    on_the_spot: int = 0


def worked(store: Store, history: History, first: date, last: date) -> tuple[Worked, ...]:
    """Everybody's days from `first` to `last`.

    An import counts where the day has no served number of that person in any hall, never both. A hall's day of which
    this journal has no number is read from what the hall told of it.
    """
    days = _Days(history)
    for staff, day, hall, service, count in _served(store, first, last):
        if found := days.of(staff, day, hall):
            found.served[service] = found.served.get(service, 0) + count
    served = {(each.span.number, each.day.isoformat()) for each in days.all()}
    for row in imports(store, first, last):
        if (row.staff, row.day) not in served and (found := days.of(row.staff, row.day)):
            found.imported[row.service] = row.count
    for ticket in inquiries.closed_between(store, first, last):
        if found := days.of(ticket.acting, day_of(ticket.at).isoformat()):
            found.on_the_spot += ticket.on_the_spot
            found.tickets += not ticket.on_the_spot
    return days.all()


def _served(store: Store, first: date, last: date) -> Iterator[tuple[str, str, str, str, int]]:
    """(staff, day, hall, service, count) from the numbers, and of days without any from what their halls told."""
    held = set()
    for each in line.served_by_day(store, first, last):
        held.add((each[2], each[1]))
        yield each
    for row in told_days(store, first, last):
        if (row.hall, row.day) not in held:
            for person in people_of(row):
                for service, count in person.served.items():
                    yield person.staff, row.day, row.hall, service, count


def told_days(store: Store, first: date, last: date) -> list[DayRow]:
    """The halls' days as they were told last."""
    return list(DayRow.select().where(DayRow.day.between(first.isoformat(), last.isoformat())).execute(store.db))


def served_by_month(store: Store, history: History, first: date, last: date) -> tuple[tuple[str, str, str, int], ...]:
    """How much was served: (staff, month, hall, count); imports as in `worked`, in the hall they belonged to."""
    counted = imports(store, first, last)
    served, found = set[tuple[str, str]](), Counter[tuple[str, str, str]]()
    if counted or told_days(store, first, last):
        for staff, day, hall, _, count in _served(store, first, last):
            served.add((staff, day))
            found[staff, day[:7], hall] += count
    else:
        for staff, month, hall, count in line.served_by_month(store, first, last):
            found[staff, month, hall] = count
    for row in counted:
        span = history.on(row.staff, date.fromisoformat(row.day))
        if span and (row.staff, row.day) not in served:
            found[row.staff, row.day[:7], span.hall] += row.count
    return tuple((*key, count) for key, count in found.items())


class _Days:
    """The days so far, by person, day and hall."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._found: dict[tuple[str, str, str], Worked] = {}

    def of(self, staff: str, day: str, hall: str = "") -> Worked | None:
        """The person's day (ISO) in a hall, by default the one they belong to; None for an unknown number."""
        if hall and (known := self._found.get((staff, day, hall))):
            return known
        on = date.fromisoformat(day)
        span = self._history.on(staff, on)
        if span is None:
            return None
        key = (staff, day, hall or span.hall)
        if key not in self._found:
            self._found[key] = Worked(span, on, key[2])
        return self._found[key]

    def all(self) -> tuple[Worked, ...]:
        return tuple(self._found.values())


_IMPORTED = PreparedQuery(
    lambda staff, day, service: WorkloadRow.select(WorkloadRow.count).where(
        WorkloadRow.staff == staff, WorkloadRow.day == day, WorkloadRow.service == service
    )
)


def imported(store: Store, staff: str, day: date, service: str) -> int | None:
    """What is imported already for one person, day and service."""
    count: int | None = _IMPORTED.value(store.db, staff, day.isoformat(), service)
    return count


class Away(msgspec.Struct, frozen=True):
    """An absence that holds, both days included."""

    id: str
    staff: str
    absence: str
    first: date
    last: date


def absences(store: Store) -> tuple[Away, ...]:
    """All absences, the latest first."""
    rows = AbsenceRow.select().where(~AbsenceRow.withdrawn).order_by(AbsenceRow.last.desc(), AbsenceRow.staff)
    return tuple(
        Away(row.subject, row.staff, row.absence, date.fromisoformat(row.first), date.fromisoformat(row.last))
        for row in rows.execute(store.db)
    )


def absent_days(store: Store, kinds: tuple[str, ...], first: date, last: date, days: Calendar) -> dict[str, set[date]]:
    """By person, the working days from `first` to `last` on which they were away for one of these kinds."""
    found: dict[str, set[date]] = {}
    for staff, begin, end in _absences(store, kinds, first, last):
        inside = (begin + timedelta(n) for n in range((end - begin).days + 1))
        found.setdefault(staff, set()).update(day for day in inside if days.is_workday(day))
    return found


def away_on(store: Store, day: date) -> frozenset[str]:
    """Who is away on a day, for whatever reason."""
    return frozenset(staff for staff, _, _ in _absences(store, tuple(Absence), day, day))


def _absences(store: Store, kinds: tuple[str, ...], first: date, last: date) -> Iterator[tuple[str, date, date]]:
    inside = (AbsenceRow.first <= last.isoformat()) & (AbsenceRow.last >= first.isoformat()) & ~AbsenceRow.withdrawn
    for row in AbsenceRow.select().where(inside, AbsenceRow.absence.in_(list(kinds))).execute(store.db):
        yield row.staff, max(date.fromisoformat(row.first), first), min(date.fromisoformat(row.last), last)


def imports(store: Store, first: date, last: date) -> list[WorkloadRow]:
    """What foreign ticket machines counted."""
    query = WorkloadRow.select().where(WorkloadRow.day.between(first.isoformat(), last.isoformat()))
    return list(query.execute(store.db))
