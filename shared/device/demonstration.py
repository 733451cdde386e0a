"""The clock and first page of a demonstration folder: programs opened on it start at its own moment.

Otherwise the year 2014 would be opened with today's date, and every page of the present would be empty.
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
        """A clock that runs from that moment."""
        started = steady_clock()
        return lambda: self.now + steady_clock() - started


def mark(folder: Path, demonstration: Demonstration) -> None:
    """Make the folder a demonstration."""
    import json  # late: a folder of real work needs none

    (folder / FILE).write_text(json.dumps(asdict(demonstration)), encoding="utf-8")


def of(folder: Path) -> Demonstration | None:
    """The folder's demonstration; None for a folder of real work, or where the file cannot be read."""
    if not (folder / FILE).is_file():
        return None
    import json

    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Demonstration(int(said["now"]), str(said.get("page", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def clock_of(folder: Path) -> Callable[[], int]:
    """The clock (epoch ms) for programs on this folder: the demonstration's, else the PC's."""
    shown = of(folder)
    return shown.clock() if shown else wall_clock
