"""A folder of demonstration data stays in its own time: a counter opened on it begins there, at the page named.

Without it the year 2014 would be opened today, and every page of the present would be empty.
"""

from pathlib import Path

import msgspec

FILE = "demonstration.json"


class Demonstration(msgspec.Struct, frozen=True):
    """The moment (ms) at which a counter begins, and the page that opens first, "" for the usual one."""

    now: int
    page: str = ""


def mark(folder: Path, demonstration: Demonstration) -> None:
    """Say so in the folder."""
    (folder / FILE).write_bytes(msgspec.json.encode(demonstration))


def of(folder: Path) -> Demonstration | None:
    """What the folder says; None for one of real work, or where it cannot be read."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Demonstration)
    except (OSError, ValueError):
        return None
