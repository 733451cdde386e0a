"""What the kiosk knows of its hall at a moment: read whole on the store thread, shown by the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # these would delay the first frame
    from shared.people.views import Person
    from shared.policy import Kiosk


class State(StrEnum):
    """Whether customers can use the kiosk now, and if not, why."""

    STARTING = "starting"
    OPEN = "open"
    CLOSED = "closed"
    NO_STAFF = "no_staff"
    NO_HALL = "no_hall"
    RESTING = "resting"  # a burst of cards just before
    BROKEN = "broken"


@dataclass(frozen=True)
class Lobby:
    """The hall, who is on duty, today's thanks by P, opening hours as the page writes them, and the kiosk's times."""

    state: State
    hall: str
    people: "tuple[Person, ...]"
    times: "Kiosk"
    pin_digits: int
    opens: str
    closes: str
    erase_days: int
    thanks: Mapping[str, int] = field(default_factory=dict)

    @property
    def thanks_total(self) -> int:
        return sum(self.thanks.values())
