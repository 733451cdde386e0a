"""Whether a data folder still has to be set up on the screen, and at which step that was left.

Both apps ask before they load anything else; the command line sets a folder up without it.
"""

from contextlib import suppress
from pathlib import Path

FILE = "setting-up"
_WORKED_IN = ("journal.db", "backups", "hub.json", "hub.member", "hub.secret")
_LEAST_BYTES = 1_000_000  # with less room nothing is set up: the apps report the full disk


def needed(folder: Path) -> bool:
    """Whether nobody has worked in the folder yet, or somebody began to set it up and has not finished."""
    if (folder / FILE).exists():
        return True
    if any((folder / name).exists() for name in _WORKED_IN):
        return False
    from shutil import disk_usage  # late: asked once in the life of a device

    return disk_usage(folder).free >= _LEAST_BYTES


def left_at(folder: Path) -> str:
    """The step that a set-up was left at; "" where none was begun."""
    with suppress(OSError):
        return (folder / FILE).read_text("utf-8").strip()
    return ""


def note(folder: Path, step: str) -> None:
    """The set-up has come to this step: the next start goes on from there."""
    (folder / FILE).write_text(step, "utf-8")


def end(folder: Path) -> None:
    """The folder is set up."""
    (folder / FILE).unlink(missing_ok=True)
