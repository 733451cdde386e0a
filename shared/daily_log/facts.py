"""What can happen to a day: it is signed off (subject `day:<hall>:<date>`), and what came late is looked at."""

from datetime import date

import msgspec

from shared.domain.fact import Fact


class Head(msgspec.Struct, frozen=True):
    """How far the journal of one station had come: its last number and the link of the hash chain there."""

    station: str
    n: int
    link: str


class DaySigned(Fact):
    """The supervisor signed the day as it was known: `heads` say up to where, `seal` is one hash over it all.

    Signing again (facts may arrive late) is a new fact; the ones before stay.
    """

    day: date
    heads: tuple[Head, ...]
    seal: str
    note: str = ""


class LateLooked(Fact):
    """Somebody looked at what a kiosk brought after more than 60 days: `let_in`, or set aside for good.

    `events` are the ids at the hub. Its subject is `late:<the first of them>`.
    """

    device: str
    count: int
    let_in: bool
    events: tuple[str, ...] = ()
