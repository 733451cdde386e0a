"""What the store thread reads and the pages show: immutable values of the hall, its numbers and this device."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.domain.clock import in_hours

if TYPE_CHECKING:  # these would delay the first frame
    from datetime import date
    from pathlib import Path

    from shared.domain.sections import KioskTimes
    from shared.people.views import Person, PersonToday
    from shared.practice.honour.views import Honoured
    from shared.practice.line.actions import Taken


class State(StrEnum):
    """Whether customers can use the kiosk now, and if not, why."""

    STARTING = "starting"
    OPEN = "open"
    CLOSED = "closed"
    NO_STAFF = "no_staff"
    NO_HALL = "no_hall"
    RESTING = "resting"  # after a burst of cards: no cards for a while, everything else works
    BROKEN = "broken"


@dataclass(frozen=True)
class Preset:
    """Settings of this device: language, text size, motion and sound until a customer changes them; the scanner's port.

    `click` is the sound of a touch, None for none; `quiet` are the minutes of the day between which none is heard.
    """

    language: str = "zh_CN"
    senior: bool = False
    motion: bool = True
    sound: bool = True
    scanner: str = ""
    click: "Path | None" = field(default=None, compare=False)  # a change needs no rebuild
    quiet: tuple[int, int] = field(default=(0, 0), compare=False)

    def is_quiet(self, now: int) -> bool:
        """Whether `now` (epoch ms) is in the quiet hours."""
        return in_hours(now, *self.quiet)


class Asks(StrEnum):
    """What the staff exit asks for."""

    NUMBER = "number"  # somebody's, and their PIN
    PIN = "pin"  # the kiosk's own
    NOTHING = "nothing"  # no PIN can be checked here, so the exit stays closed


@dataclass(frozen=True)
class Called:
    """A called number and its window."""

    label: str
    window: str


@dataclass(frozen=True)
class Wait:
    """How many wait for a service, at which windows, and the estimated minutes (None: too few data)."""

    waiting: int
    windows: tuple[str, ...]
    minutes: int | None


@dataclass(frozen=True)
class Visit:
    """A served number: whom its card is for. `number` is its id in the journal, `label` what the slip shows.

    `service` is what was done, "" where that is not known.
    """

    person: "Person"
    number: str
    label: str
    service: str = ""


@dataclass(frozen=True)
class Visits:
    """The visits that typed digits may mean, one per kiosk that issued the number; `sure` if there is only one."""

    possible: tuple[Visit, ...]
    sure: bool


@dataclass(frozen=True)
class Slip:
    """A number just taken, and the signed text of its QR code."""

    taken: "Taken"
    code: str


@dataclass(frozen=True)
class InquiryProgress:
    """The progress of an inquiry, without personal data."""

    number: str
    state: str
    promised: "date"


@dataclass(frozen=True)
class Lobby:
    """The hall, the staff on duty, today's thanks by P, opening hours as shown, and the kiosk's times."""

    state: State
    hall: str
    people: "tuple[PersonToday, ...]"
    times: "KioskTimes"
    pin_digits: int
    opens: str
    closes: str
    erase_days: int
    sentence_limit: int
    services: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    """The reasons customers may choose for priority; none: only the counter gives it."""
    waits: Mapping[str, Wait] = field(default_factory=dict)
    """By service; "" for numbers without one."""
    called: tuple[Called, ...] = ()
    just_served: Visit | None = None
    """The visit whose card page to offer, if the device is set to do so after a service."""
    rating_seconds: int = 0
    prints_slips: bool = False
    """Whether a printer for slips is chosen."""
    undo_seconds: int = 0
    """How long a customer may take back a card or a number."""
    thanks: Mapping[str, int] = field(default_factory=dict)
    honoured: "tuple[Honoured, ...]" = ()
    """Who was promoted or awarded and agrees to be shown."""
    clock_correction: int = 0
    changes_at: int | None = None
    """When opening hours begin or end next, in the hall's time, ms; None where they are ignored."""

    @property
    def thanks_total(self) -> int:
        return sum(self.thanks.values())
