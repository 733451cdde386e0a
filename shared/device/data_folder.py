"""Where this device's data is, and why it cannot be used. Loads little: the kiosk asks before its first frame."""

import errno
import os
from enum import Enum
from pathlib import Path

from shared.domain.text import Text

VARIABLE = "WARM_WINDOW_DATA"
MAKE, QUIT = Text("新建", "Create"), Text("退出", "Quit")
MAY_BE_MADE = Text(
    "如果要在这里新建一个空的数据文件夹，请点“新建”。", "To create an empty data folder here, choose “Create”."
)
OUT_OF_ORDER = Text("屏幕正在检修，请到窗口。", "This screen is out of order. Please go to a window.")
HOW_TO_END = Text(
    "可以用时会自动继续。要退出，请在系统中运行：{end}", "It continues automatically once usable. To quit, run: {end}"
)
_FULL = {errno.ENOSPC, errno.EDQUOT}


class Trouble(Enum):
    """Why a program cannot work on a folder."""

    A_FILE = Text(
        "这是一个文件，不是文件夹：\n{folder}\n\n请改用文件夹（--data 或环境变量 WARM_WINDOW_DATA）。",
        "This is a file, not a folder:\n{folder}\n\nGive a folder instead (--data, or the variable WARM_WINDOW_DATA).",
    )
    NOT_WRITABLE = Text(
        "这个文件夹不能写入：\n{folder}\n（{why}）\n\n请检查权限和磁盘，或换一个文件夹。改好后会自动继续。",
        "This folder cannot be written to:\n{folder}\n({why})\n\nCheck its permissions and the disk, or use "
        "another folder. Once it is writable, the program continues automatically.",
    )
    MISSING = Text(
        "没有这个文件夹：\n{folder}\n\n请检查拼写，以及它所在的磁盘。",
        "There is no such folder:\n{folder}\n\nCheck its spelling, and the disk it is on.",
    )
    NOT_MADE = Text(
        "没能新建这个文件夹：\n{folder}\n（{why}）\n\n请检查权限和磁盘，再点“新建”。",
        "This folder could not be created:\n{folder}\n({why})\n\nCheck permissions and the disk, then choose "
        "“Create” again.",
    )


def data_folder(given: str | Path | None = None) -> Path:
    """The data folder: as given, else WARM_WINDOW_DATA, else the platform's own place for this user's data."""
    if chosen := _named(given):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # late: most starts name their folder

    return user_data_path("warm-window", appauthor=False)


def trouble(given: str | Path | None = None) -> tuple[Trouble, str] | None:
    """Why no program can work on `data_folder(given)`, and what the system says of it; None where all is well.

    A folder that somebody named must exist, since a mistyped one would start an empty hall; the platform's own is made.
    A full disk is no trouble: what is stored there can still be shown.
    """
    folder = data_folder(given)
    try:
        if folder.exists() and not folder.is_dir():
            return Trouble.A_FILE, ""
        if not folder.exists() and _named(given):
            return Trouble.MISSING, ""
        _try_to_write(folder)
    except OSError as error:
        if error.errno not in _FULL:
            return Trouble.NOT_WRITABLE, error.strerror or str(error)
    return None


def _named(given: str | Path | None) -> str | Path | None:
    return given or os.environ.get(VARIABLE)


def _try_to_write(folder: Path) -> None:
    """Raises `OSError` where it cannot be written. Tried by writing: on Windows the permissions do not tell."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f"probe-{os.getpid()}"
    probe.touch()
    probe.unlink()
