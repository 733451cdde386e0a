"""Which promised days of open tickets a new calendar would move."""

from datetime import date

import msgspec

from shared.domain.workdays import Calendar
from shared.journal.store import Store
from shared.people.views import halls
from shared.practice.inquiries import rules, views
from shared.practice.inquiries.facts import Kind
from shared.practice.inquiries.tables import InquiryRow
from shared.reference.views import policy


class Moved(msgspec.Struct, frozen=True):
    """An open ticket whose promised day, not confirmed so far, is another one by a new calendar."""

    number: str
    hall: str
    hall_name: str
    handler: str
    before: date
    after: date


def moved(store: Store, calendar: Calendar) -> tuple[Moved, ...]:
    """The open tickets with an unconfirmed promise that `calendar` would move, the nearest first."""
    waiting = views.unconfirmed_open() & (InquiryRow.extensions == 0)
    values, found = policy(store), []
    names = {hall.code: hall.name for hall in halls(store)}
    for row in InquiryRow.select().where(waiting).execute(store.db):
        before = date.fromisoformat(row.limit)
        after = rules.deadlines(row.since, Kind(row.kind), calendar, values).limit
        if after != before:
            found.append(Moved(row.number, row.hall, names.get(row.hall, row.hall), row.handler, before, after))
    return tuple(sorted(found, key=lambda each: (each.before, each.number)))
