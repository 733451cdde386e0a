"""The frozen day as a newer program would have written it, and all that people look at of it."""

from pathlib import Path
from typing import Any

import msgspec

from shared.daily_log import sections
from shared.daily_log import views as daily_log
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.cards import views as cards
from shared.practice.diary import views as diary
from shared.practice.happiness import views as happiness
from shared.practice.inquiries import views as inquiries
from shared.practice.pauses import views as pauses
from shared.registry import PROJECTIONS
from tests.older import Arrival
from tests.support.builders import HALL, MONDAY, actor, at

NIGHT = at("23:00")
NEWER = "from_tomorrow"


def opened(folder: Path, events: list[Arrival]) -> Store:
    store = open_store(folder, PROJECTIONS, hall=HALL)
    store.receive(events)
    return store


def changed(arrival: Arrival, **changes: Any) -> Arrival:
    return (msgspec.structs.replace(arrival[0], **changes), *arrival[1:])


def shown(store: Store) -> list[str]:
    """Everything that a person may look at, read once; what the day's page says, cell by cell."""
    for number in ("1001", "1002"):
        cards.mine(store, number, now=NIGHT)
        pauses.mine(store, number, NIGHT)
        diary.mine(store, number)
        happiness.requests(store, actor("1001"))
    cards.report(store, 2026)
    diary.counts_by_hall(store, MONDAY, MONDAY)
    pauses.of_day(store, HALL, MONDAY, actor("2001"))
    for subject in ("inquiry:1", "inquiry:2"):
        inquiries.page(store, subject, NIGHT)
    inquiries.digest(store, HALL, NIGHT)
    people.everyone(store)
    log = daily_log.day(store, HALL, MONDAY, now=NIGHT, reader=actor("2001"))
    return [str(cell) for part in sections.sections(log) for row in part.rows for cell in row]


def wider(value: Any) -> Any:
    """The same with a field more in every object."""
    if isinstance(value, list):
        return [wider(each) for each in value]
    return {**{name: wider(each) for name, each in value.items()}, NEWER: 1} if isinstance(value, dict) else value
