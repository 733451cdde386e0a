"""A moment or a day that no calendar has, in the body of another device's event: it is kept, and no page fails on it.

One such ticket closed the pages of a whole hall, and the office's list of what is overdue.
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.daily_log import views as daily
from shared.domain.workdays import local
from shared.journal.event import Event
from shared.journal.store import Store
from shared.practice.inquiries import views as inquiries
from tests.older import arrivals
from tests.support.builders import HALL, MONDAY, MORNING, staffed_store

DAY = re.compile(r"\d{4}-\d\d-\d\d")
BEYOND: dict[type, tuple[object, ...]] = {int: (2**53 - 1, -(2**53) + 1), str: ("0001-01-01", "9999-12-31")}


def altered(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A body with one number or day of it far beyond what there is."""
    for name, value in body.items():
        if type(value) is int or (isinstance(value, str) and DAY.fullmatch(value)):
            yield from ({**body, name: new} for new in BEYOND[type(value)])
        elif isinstance(value, dict):
            yield from ({**body, name: inner} for inner in altered(value))


ALTERED = [(event, body) for event, _, _ in arrivals() for body in altered(event.body)]


def from_another(n: int, event: Event, body: dict[str, Any]) -> Event:
    times = {"ts": MORNING + n, "occurred_at": MORNING + n}
    return msgspec.structs.replace(
        event, id=uuid.uuid4().hex, station="from_another", n=n, hall=HALL, body=body, link="", **times
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = staffed_store(tmp_path)
    yield store
    store.close()


def test_a_day_or_a_number_beyond_all_calendars_closed_the_pages(store: Store) -> None:
    events = [from_another(n, event, body) for n, (event, body) in enumerate(ALTERED, start=1)]
    assert len(events) > 30
    known = store.projections.fact_types
    assert store.receive([(event, (), event.n) for event in events]) == len(events)
    documents = {"document_published"}  # a document's text is checked as a document
    assert {e.kind for e in events if e.kind in known and store.readable(e)} <= documents
    store.rebuild()
    assert daily.day(store, HALL, MONDAY, now=MORNING + 3_600_000).lines is not None
    assert inquiries.open_tickets(store, HALL, MORNING + 3_600_000) is not None


@pytest.mark.parametrize(("ms", "year"), [(2**63 - 1, 2100), (-(2**63), 1970), (MORNING, 2026)])
def test_every_moment_is_shown_as_one_of_1970_to_2100(ms: int, year: int) -> None:
    assert local(ms).year == year
