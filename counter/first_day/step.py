"""The base of the assistant's steps, and the actor of what they record."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter.kit.place import Group, Place
from counter.session import CounterSession
from shared.domain.actor import Actor
from shared.domain.roles import Role

SET_UP_ACTOR = Actor(number="", name="", role=Role.OFFICE, post="", hall="")
"""The actor while there are no people yet; has the office's rights, as the command line has."""


@dataclass
class Plan:
    """The folder, and the code of the hall for its new journal."""

    folder: Path
    hall: str = ""
    signs_in: bool = True
    """Whether the app to open is the counter, where people sign in with PINs."""


class Step:
    """A page of the assistant; mixed into a `Page`, whose session it uses."""

    session: CounterSession
    plan: Plan
    state_changed: Callable[[], None]
    """To be called when `missing` may have changed. The window sets it and `plan` once the page is made."""

    def missing(self) -> object:
        """What is missing before the next step, as a source text; "" for nothing."""
        return ""

    def keep(self, go_on: Callable[[], None]) -> None:
        """Store what is not stored yet, then call `go_on`; most pages store at once and have nothing left."""
        go_on()

    def busy(self) -> bool:
        """Whether work is running, so that the window must not be closed."""
        return False

    def may_go_back(self) -> bool:
        """Whether the previous step can be opened."""
        return True


def place(key: str, title: object, icon: str) -> Place:
    """Make the place of a step: key, title and icon; steps are in no navigation."""
    return Place(key, title, icon, None, Group.EVERYBODY, 0)
