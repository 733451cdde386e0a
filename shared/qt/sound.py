"""Plays WAV files by a program of the system; silent where there is none."""

import os
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
    """The program that plays sounds, or "". Searched once, on the store thread, because it reads folders."""
    return next(filter(None, map(shutil.which, _PLAYERS)), "")


def can_play() -> bool:
    """Whether a sound can be played; whether a loudspeaker is connected cannot be known."""
    return sys.platform == "win32" or bool(player())


def play(file: Path = THANKS) -> None:
    """Start the sound of a WAV file, by default that of a stored card; returns at once."""
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    elif player():
        QProcess.startDetached(player(), [str(file)])


class Taps:
    """The sound of touches: at most one at a time, and begun within a millisecond.

    Qt copies this process to start another, which takes longer than a touch may take; `posix_spawn` does not.
    """

    playing = 0  # the process that plays the last one

    @classmethod
    def play(cls, file: Path) -> None:
        """Start it, unless the one before is still playing."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT | winsound.SND_NOSTOP
            winsound.PlaySound(str(file), flags)
        elif player() and cls._is_over():
            silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
            cls.playing = os.posix_spawn(player(), [player(), str(file)], os.environ, file_actions=silent)

    @classmethod
    def _is_over(cls) -> bool:
        try:
            return not cls.playing or os.waitpid(cls.playing, os.WNOHANG)[0] == cls.playing
        except ChildProcessError:  # another part of the program has waited for it
            return True
