"""Which of the things that wait are worth a message on the desktop. Pure: no Qt, journal or clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Matter(Enum):
    """What a person is told of while they work in another program."""

    TICKETS = "tickets"
    REQUESTS = "requests"
    DEVICES = "devices"
    BACKUP = "backup"


@dataclass(frozen=True)
class Look:
    """How many of each wait on a day; `in_hours`: while the hall is open; `in_front`: the person sees the counter."""

    day: date
    waiting: Mapping[Matter, int]
    in_hours: bool = True
    in_front: bool = False


def news(before: Look | None, now: Look) -> dict[Matter, int]:
    """What the person should be told now: what grew since `before`, unless they see it anyhow or the hall is closed.

    Tickets due today are others every day: they are never compared with yesterday's.
    """
    if now.in_front or not now.in_hours:
        return {}
    return {matter: count for matter, count in now.waiting.items() if count > _known(before, now.day, matter)}


def remembered(before: Look | None, now: Look) -> Look | None:
    """What the next look is compared with: what happened while the hall was closed is told when it opens."""
    return now if now.in_hours else before


def _known(before: Look | None, today: date, matter: Matter) -> int:
    if before is None or (matter is Matter.TICKETS and before.day != today):
        return 0
    return before.waiting.get(matter, 0)
