"""Sounds, played by a program of this system; silent where there is none."""

import shutil
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QProcess

import resources

THANKS = resources.FOLDER / "sounds" / "thanks.wav"
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")  # Linux new and old, macOS


@cache
def player() -> str:
    """The program that plays it, or "". Looked for once, on the store thread, because it reads folders."""
    return next(filter(None, map(shutil.which, _PLAYERS)), "")


def can_play() -> bool:
    """Whether anything here plays a sound; that it reaches a loudspeaker nobody can ask."""
    return sys.platform == "win32" or bool(player())


def play(file: Path = THANKS) -> None:
    """Start the sound of a WAV file, by default that of a stored card; returns at once."""
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    elif player():
        QProcess.startDetached(player(), [str(file)])
