"""What can be wrong with the journal's file, as exceptions; and the ballast, which frees room once the disk is full."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BALLAST = "ballast"
_BALLAST_BYTES = 4 * 1024 * 1024


class StoreError(Exception):
    """The journal cannot be used as it is; `code` is worded by the screens."""

    code = "store_error"
    try_again = False


class StoreFull(StoreError):
    """The disk is full. Where `try_again`, the ballast was just given up and the same act will now succeed."""

    code = "store_full"

    def __init__(self, *, try_again: bool) -> None:
        super().__init__("the disk is full")
        self.try_again = try_again


class StoreDamaged(StoreError):
    """The file fails SQLite's own check."""

    code = "store_damaged"


class StoreFromFuture(StoreError):
    """A newer version has changed this file; an older one would not understand it."""

    code = "store_from_future"


def lay_ballast(folder: Path) -> None:
    """Write a file of 4 MB that is deleted when the disk is full, so that the rest of the day can be recorded."""
    file = folder / BALLAST
    if not file.exists():
        try:
            file.write_bytes(bytes(_BALLAST_BYTES))
        except OSError:  # no room even for this: the first act raises `StoreFull`
            file.unlink(missing_ok=True)


@contextmanager
def named(folder: Path, make_room: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Turn SQLite's errors into `StoreFull` and `StoreDamaged`; any other is raised as it is.

    A full disk shows as a failed rollback whose context is the cause. `make_room` is called once the ballast is
    deleted, and returns whether it freed room elsewhere.
    """
    try:
        yield
    except Exception as error:
        name = _sqlite_name(error)
        if name == "SQLITE_FULL":
            ballast = folder / BALLAST
            had_ballast = ballast.exists()
            ballast.unlink(missing_ok=True)
            more_room = make_room()
            raise StoreFull(try_again=had_ballast or more_room) from error
        if name in {"SQLITE_CORRUPT", "SQLITE_NOTADB"}:
            raise StoreDamaged(str(error)) from error
        raise


def _sqlite_name(error: BaseException | None) -> str:
    """The first SQLite error name along the chain of causes that is more than a generic SQLITE_ERROR."""
    while error is not None:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name not in ("", "SQLITE_ERROR"):
            return name
        error = error.__cause__ or error.__context__
    return ""
