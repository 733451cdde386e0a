"""The exceptions of the journal's file, and the ballast file that is deleted to free room when the disk is full."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from shared.domain.text import Text

BALLAST = "ballast"
BALLAST_BYTES = 4 * 1024 * 1024


class StoreError(Exception):
    """The journal cannot be used as it is. `said` is the message for people, `str()` the technical reason."""

    said: ClassVar = Text("存储出现问题。", "There is a problem with the storage.")
    try_again = False
    start_again = False
    """Whether only a new start of this program helps."""


class StoreFull(StoreError):
    """The disk is full. Where `try_again`, the ballast was just given up and the same act will now succeed."""

    said: ClassVar = Text(
        "磁盘已满：请删除或移走数据文件夹以外的文件。已经记下的都在。",
        "The disk is full: delete or move files outside the data folder. Everything recorded is safe.",
    )

    def __init__(self, *, try_again: bool) -> None:
        super().__init__("the disk is full")
        self.try_again = try_again


class StoreDamaged(StoreError):
    """The file fails SQLite's own check."""

    said: ClassVar = Text(
        "数据文件已损坏：请联系管理员，不要删除任何文件。",
        "The data file is damaged: call the administrator, and delete nothing.",
    )


class StoreForeign(StoreError):
    """A backup holds triggers or views that are not ours: somebody has put them there."""

    said: ClassVar = Text(
        "这个备份里有不属于暖窗的触发器或视图，不能恢复。",
        "This backup contains triggers or views that are not Warm Window's; it cannot be restored.",
    )


class StoreFromFuture(StoreError):
    """A newer version has changed this file; an older one would not understand it."""

    said: ClassVar = Text(
        "数据文件来自更新的版本：请升级这台机器上的暖窗。",
        "The data file comes from a newer version: upgrade Warm Window on this machine.",
    )


class StoreRebuilt(StoreError):
    """A program of another version has rebuilt the tables of this file: this one would write rows that are wrong there.

    Opened again here, they would be rebuilt back, and the other program be stopped.
    """

    said: ClassVar = Text(
        "这台机器上有另一版本的暖窗改过数据表：请关闭本程序，再打开。如果又出现，请把这台机器上的暖窗都升级到同一版本。",
        "Another version of Warm Window on this machine has changed the tables: close this program and open it again. "
        "If this comes back, install the same version of all its programs on this machine.",
    )
    start_again = True


class TooLong(StoreError):
    """The fact to be recorded is larger than an event may be."""

    said: ClassVar = Text(
        "内容太长，没有保存。请缩短后再试。", "The text is too long and was not saved; please shorten it."
    )
    is_refusal = True


class StoreMoved(StoreError):
    """The file was deleted or replaced under this program, and another one is open now: the same act will succeed."""

    said: ClassVar = Text(
        "数据文件刚才被移走，已经恢复：请再试一次。",
        "The data file had been moved and is restored: please try again.",
    )
    try_again = True


def lay_ballast(folder: Path) -> None:
    """Write a file of 4 MB that is deleted when the disk is full, so that the rest of the day can be recorded."""
    file = folder / BALLAST
    if not file.exists():
        try:
            file.write_bytes(bytes(BALLAST_BYTES))
        except OSError:  # no room even for this: the first act raises `StoreFull`
            file.unlink(missing_ok=True)


class named:  # noqa: N801  # reads as a function; a generator costs each tap 4 µs more
    """Turns SQLite's errors into `StoreFull` and `StoreDamaged`; any other is raised as it is.

    A full disk shows as a failed rollback whose context is the cause. `make_room` is called once the ballast is
    deleted, and returns whether it freed room elsewhere.
    """

    def __init__(self, folder: Path, make_room: Callable[[], bool] = lambda: False) -> None:
        self._folder, self._make_room = folder, make_room

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        name = sqlite_name(error)
        if name == "SQLITE_FULL":
            ballast = self._folder / BALLAST
            had_ballast = ballast.exists()
            ballast.unlink(missing_ok=True)
            more_room = self._make_room()
            raise StoreFull(try_again=had_ballast or more_room) from error
        if name in {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_TOOBIG"}:  # too big: a length field is damaged
            raise StoreDamaged(str(error)) from error


def sqlite_name(error: BaseException | None) -> str:
    """The first SQLite error name along the chain of causes that is more than a generic SQLITE_ERROR."""
    while error is not None:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name not in ("", "SQLITE_ERROR"):
            return name
        error = error.__cause__ or error.__context__
    return ""
