"""What makes a page a step of the set-up, and who acts there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter.kit.place import Group, Place
from counter.session import CounterSession
from shared.domain.actor import Actor
from shared.domain.roles import Role

SETTER = Actor(number="", name="", role=Role.OFFICE, post="", hall="")
"""Whoever sets a folder up that has no people yet: as at its command line."""


@dataclass
class Plan:
    """The folder, and the code of the hall that a new journal in it begins with."""

    folder: Path
    hall: str = ""
    signs_in: bool = True
    """Whether the app that opens then is the counter, for which people need their PINs."""


class Step:
    """A page of the set-up. `session` is the page's own."""

    session: CounterSession
    plan: Plan
    tell: Callable[[], None]
    """To be called when `missing` may have changed. The window gives both, once the page is made."""

    def missing(self) -> object:
        """Why nobody can go on from here; "" where they can."""
        return ""

    def keep(self, go_on: Callable[[], None]) -> None:
        """Store what is not stored yet, then go on; most pages store each act at once."""
        go_on()

    def busy(self) -> bool:
        """Whether something runs that closing the window would have to wait for."""
        return False

    def may_go_back(self) -> bool:
        """Whether the step before can be opened."""
        return True


def place(key: str, title: object, icon: str) -> Place:
    """A step's title; it stands in no navigation."""
    return Place(key, title, icon, None, Group.EVERYBODY, 0)
