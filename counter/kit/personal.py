"""What each person set for themselves at this PC: widths and order of their tables, which hints they have read.

One for the whole process, like the theme: one person works here at a time. Nothing of it is a fact, so it is kept in
a file beside the journal and not in it; without the file everything is as it was the first day.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from shared.device.private_files import write_private

FOLDER = "personal"


class Order(msgspec.Struct, frozen=True):
    """The column that a table is sorted by, named by its title in Chinese."""

    column: str
    down: bool = False


class Personal(msgspec.Struct):
    """One person's own settings. Tables and columns are named by their titles in Chinese, widths are pixels."""

    widths: dict[str, dict[str, int]] = {}
    order: dict[str, Order] = {}
    hints_read: set[str] = set()
    """The keys of the pages."""
    large: bool = False
    """大字."""


def _keep_nowhere() -> None:
    """Nobody works here."""


class _InForce:
    """Whose settings are in force, and what is called when they change."""

    personal = Personal()
    save: Callable[[], None] = _keep_nowhere


def current() -> Personal:
    """The settings in force; of nobody, and kept nowhere, before somebody signed in."""
    return _InForce.personal


def known() -> bool:
    """Whether somebody works here whose settings are in force."""
    return _InForce.save is not _keep_nowhere


def use(personal: Personal, save: Callable[[], None]) -> None:
    """From now on these are in force; `save` keeps what is current then."""
    _InForce.personal, _InForce.save = personal, save


def forget() -> None:
    """Nobody works here any more."""
    use(Personal(), _keep_nowhere)


def changed() -> None:
    """Something in `current()` was changed: keep it."""
    _InForce.save()


def read(folder: Path, number: str) -> Personal:
    """What this person set, from the data folder; nothing where the file is not there or cannot be read."""
    try:
        return msgspec.json.decode(_file(folder, number).read_bytes(), type=Personal)
    except (OSError, msgspec.MsgspecError):
        return Personal()


def write(folder: Path, number: str, personal: bytes) -> None:
    """Keep it. A full or read-only disk keeps nothing: no work depends on it."""
    file = _file(folder, number)
    try:
        file.parent.mkdir(exist_ok=True)
        write_private(file, personal.decode())
    except OSError:
        return


def keep_only(folder: Path, numbers: Collection[str]) -> None:
    """Whoever is not on the roster any more leaves nothing here; `numbers` are those who are."""
    known = {_file(folder, number).name for number in numbers}
    with suppress(OSError):
        for file in (folder / FOLDER).iterdir():
            if file.name not in known:
                file.unlink()


def _file(folder: Path, number: str) -> Path:
    """By the number's hexadecimal bytes: a staff number may hold what no file name may."""
    return folder / FOLDER / f"{number.encode().hex()}.json"
