"""The sound of a stored card, played by a program of this system; silent where there is none."""

import shutil
import sys
from functools import cache

from PySide6.QtCore import QProcess

import resources

FILE = resources.FOLDER / "sounds" / "thanks.wav"
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")  # Linux new and old, macOS


@cache
def player() -> str:
    """The program that plays it, or "". Looked for once, on the store thread, because it reads folders."""
    return next(filter(None, map(shutil.which, _PLAYERS)), "")


def play() -> None:
    """Start the sound; returns at once."""
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(FILE), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    elif player():
        QProcess.startDetached(player(), [str(FILE)])
