"""Where a page stands in the navigation, as each page declares it itself."""

from dataclasses import dataclass
from enum import IntEnum

from shared.domain.roles import Act


class Group(IntEnum):
    """The parts of the navigation, in their order from the top."""

    OFFICE = 0
    HALL = 1
    WINDOW = 2
    EVERYBODY = 3


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: `title` and `icon`, the right it needs (None: none), `order` within its group.

    `key` names the page in the program and in tests; nobody reads it on the screen.
    """

    key: str
    title: object
    icon: str
    act: Act | None
    group: Group
    order: int
