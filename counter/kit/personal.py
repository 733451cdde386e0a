"""Each person's settings at this PC: widths and sorting of tables, hints read, text size.

One set for the whole process, like the theme: one person works here at a time. They are no facts, so they are kept in
a file per person beside the journal; without the file the defaults hold.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from shared.device.merging import merged
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


def _discard() -> None:
    """Save nothing: nobody is signed in."""


class _Current:
    """The settings in force, and what is called when they change."""

    personal = Personal()
    save: Callable[[], None] = _discard


def current() -> Personal:
    """The settings in force; defaults that are not saved before somebody signed in."""
    return _Current.personal


def use(personal: Personal, save: Callable[[], None]) -> None:
    """Put settings in force; `save` is called after each change and saves `current()`."""
    _Current.personal, _Current.save = personal, save


def forget() -> None:
    """Return to the defaults, which are not saved."""
    use(Personal(), _discard)


def changed() -> None:
    """Save `current()` after a change in it."""
    _Current.save()


def read(folder: Path, number: str) -> Personal:
    """Read the settings of this staff number from the data folder; defaults for what is missing or invalid."""
    return _readable(_raw(_file(folder, number)))


def write(folder: Path, number: str, personal: bytes) -> None:
    """Write settings (JSON). What this version does not know, or cannot read and did not change, stays.

    A full or read-only disk is ignored: no work depends on them.
    """
    file = _file(folder, number)
    before = _raw(file)
    whole = merged(before, msgspec.to_builtins(_readable(before)), msgspec.json.decode(personal))
    try:
        file.parent.mkdir(exist_ok=True)
        write_private(file, msgspec.json.encode(whole).decode())
    except OSError:  # see above
        return


def _raw(file: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError):  # missing or damaged
        return {}


def _readable(raw: dict[str, Any]) -> Personal:
    """One value of a newer version must not take all the others away."""
    found = Personal()
    for name, kind in get_type_hints(Personal).items():
        with suppress(KeyError, msgspec.ValidationError):
            setattr(found, name, _value(raw[name], kind))
    return found


def _value(raw: Any, kind: Any) -> Any:
    """A value of this type, of a map those entries that can be read. Raises `msgspec.ValidationError`."""
    if get_origin(kind) is not dict or not isinstance(raw, dict):
        return msgspec.convert(raw, kind)
    found = {}
    for name, each in raw.items():
        with suppress(msgspec.ValidationError):
            found[name] = _value(each, get_args(kind)[1])
    return found


def delete_others(folder: Path, numbers: Collection[str]) -> None:
    """Delete the settings of everybody but the staff with these `numbers`."""
    known = {_file(folder, number).name for number in numbers}
    with suppress(OSError):  # no folder yet, or a read-only disk
        for file in (folder / FOLDER).iterdir():
            if file.name not in known:
                file.unlink()


def _file(folder: Path, number: str) -> Path:
    """Named by the number's hexadecimal bytes: a staff number may hold characters that a file name may not."""
    return folder / FOLDER / f"{number.encode().hex()}.json"
