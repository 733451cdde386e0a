"""A folder of demonstration data stays in its own time: whatever is opened on it begins there, at the page named.

Without it the year 2014 would be opened today, and every page of the present would be empty.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.domain.clock import steady_clock, wall_clock

FILE = "demonstration.json"


@dataclass(frozen=True)
class Demonstration:
    """The moment (ms) at which a program begins, and the counter's page that opens first, "" for the usual one."""

    now: int
    page: str = ""

    def clock(self) -> Callable[[], int]:
        """A clock that begins at that moment and goes on."""
        started = steady_clock()
        return lambda: self.now + steady_clock() - started


def mark(folder: Path, demonstration: Demonstration) -> None:
    """Say so in the folder."""
    import json  # late: a folder of real work needs none

    (folder / FILE).write_text(json.dumps(asdict(demonstration)), encoding="utf-8")


def of(folder: Path) -> Demonstration | None:
    """What the folder says; None for one of real work, or where it cannot be read."""
    if not (folder / FILE).is_file():
        return None
    import json

    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Demonstration(int(said["now"]), str(said.get("page", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def clock_of(folder: Path) -> Callable[[], int]:
    """The folder's own time; the PC's for one of real work."""
    shown = of(folder)
    return shown.clock() if shown else wall_clock
