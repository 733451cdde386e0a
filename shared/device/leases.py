"""Locks on a data folder: every program that opens its journal shares it; setting a file aside needs it alone.

Without this, a kiosk would go on recording into a file that a counter has just set aside. The lock is
filelock's on a small SQLite file beside the journal: it ends with its process, on every platform, and is the same one
that earlier versions take.
"""

import logging
import os
from pathlib import Path
from typing import ClassVar

from filelock import ReadWriteLock, Timeout

from shared.domain.text import Text

FILE = "in-use.db"
log = logging.getLogger("warm_window.device")


class FolderInUse(Exception):
    """Another program has the data folder open (or is setting its journal aside)."""

    said: ClassVar = Text(
        "别的程序正在使用数据文件夹：请先退出这台机器上的自助屏和柜台程序。",
        "Another program is using the data folder: first quit kiosk and counter on this machine.",
    )


class Lease:
    """One program's lock on a data folder, or by another `file` on one task in it. Any thread may release it."""

    def __init__(self, folder: Path, file: str = FILE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if fault(folder, file):
            log.error("%s was damaged and is empty again: it holds nothing but locks", folder / file)
            os.truncate(folder / file, 0)  # neither replaced nor opened, so that others' locks and ours stay (POSIX)
        self._lock = ReadWriteLock(folder / file, is_singleton=False)  # two leases of one program exclude each other

    def share(self, *, wait_seconds: float = 60) -> None:
        """Use the folder beside others. Raises `FolderInUse` when another program has it alone for so long."""
        self.release()
        try:
            self._lock.acquire_read(wait_seconds)
        except Timeout as error:
            raise FolderInUse(str(error)) from error

    def take_alone(self, *, wait_seconds: float = 10) -> None:
        """Have the folder to oneself. Raises `FolderInUse` when another program keeps it open for so long."""
        self.release()
        try:
            self._lock.acquire_write(wait_seconds)
        except Timeout as error:
            raise FolderInUse(str(error)) from error

    def release(self) -> None:
        """Release the lock; it may be taken again."""
        self._lock.release(force=True)

    def close(self) -> None:
        """Release the lock for good."""
        self._lock.close()


def fault(folder: Path, file: str = FILE) -> str:
    """What is wrong with the file of locks; "" where nothing is: SQLite locks it and writes nothing into it.

    It is not opened here: closing it would end this program's own locks on it (POSIX).
    """
    path = folder / file
    return f"{path} is no file of locks" if path.exists() and path.stat().st_size else ""
