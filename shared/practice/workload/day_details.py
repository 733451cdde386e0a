"""The numbers of one hall's day, fetched from the hub by an office that otherwise receives days as totals only."""

import uuid
from datetime import date, time, timedelta
from typing import Any

from shared.domain.refusal import Refusal
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.practice.workload.day_totals import told
from shared.sync import reading
from shared.sync.question import Ask, HubQuestion

_PAGE = 500  # as many as the hub gives at once
_TIMEOUT = 10.0  # seconds; somebody waits for the answer
_Row = tuple[int, str, str, str, str, int, str, str, str, int, int, str, int, str, Any]


def lacking(store: Store, hall: str, day: date) -> bool:
    """Whether this device has the totals of the day and none of its numbers."""
    return any(each.agrees is None and any(one.served for one in each.people) for each in told(store, day, day, hall))


def fetch(store: Store, ask: Ask | None, hall: str, day: date) -> int | Refusal:
    """Receive the day's events into the journal; how many are new. `details_unanswered` without the hub's answer."""
    new, after, more = 0, 0, True
    while more:
        rows = ask(_question(hall, day, after)) if ask else None
        if rows is None:
            return Refusal("details_unanswered")
        found, _ = reading.sorted_out((*row[:2], uuid.UUID(row[2]), *row[3:]) for row in rows)
        new += store.receive([arrival for arrival, _ in found])
        more = len(rows) == _PAGE
        after = rows[-1][0] if rows else after
    return new


def _question(hall: str, day: date, after: int) -> HubQuestion[list[_Row]]:
    since, until = (ms_at(each, time.min) for each in (day, day + timedelta(days=1)))
    asked = {"hall": hall, "since": since, "until": until, "after": after}
    return HubQuestion("day_details", asked, list[_Row], _TIMEOUT, brief=1.0)
