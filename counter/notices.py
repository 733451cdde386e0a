"""Which waiting items call for a message on the desktop. Pure: no Qt, journal or clock."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

import msgspec


class Matter(Enum):
    """The kinds of items that a person is notified of while they work in another program."""

    TICKETS = "tickets"
    REQUESTS = "requests"
    DEVICES = "devices"
    BACKUP = "backup"


class Snapshot(msgspec.Struct, frozen=True):
    """How many of each wait on a day; `in_hours`: the hall is open; `in_front`: the counter's window is active."""

    day: date
    waiting: Mapping[Matter, int]
    in_hours: bool = True
    in_front: bool = False


def increases(before: Snapshot | None, now: Snapshot) -> dict[Matter, int]:
    """The counts that grew since `before`; none while the counter is in front or the hall is closed.

    Tickets due today are not compared with another day's: they are other tickets.
    """
    if now.in_front or not now.in_hours:
        return {}
    return {matter: count for matter, count in now.waiting.items() if count > _baseline_count(before, now.day, matter)}


def next_baseline(before: Snapshot | None, now: Snapshot) -> Snapshot | None:
    """What the next snapshot is compared with: what grew while the hall was closed is reported when it opens."""
    return now if now.in_hours else before


def _baseline_count(before: Snapshot | None, today: date, matter: Matter) -> int:
    if before is None or (matter is Matter.TICKETS and before.day != today):
        return 0
    return before.waiting.get(matter, 0)
