"""How dev.py runs programs: in the repository, with the Python of .venv, in UTF-8. Standard library only."""

import os
import shlex
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


class Stop(Exception):
    """Ends dev.py with a sentence for the person in front of it."""


def say(text: str) -> None:
    print(f"== {text}", flush=True)


def environment(offscreen: bool = False) -> dict[str, str]:
    """The environment of a child process: UTF-8, and Qt without a display if `offscreen`.

    Byte code is kept, also where a container's image says otherwise: the tests start many programs, and pytest rewrites
    5,600 assertions, which takes each of its processes 8 seconds.
    """
    screen = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "", **screen}


def call(*words: str | Path, offscreen: bool = False) -> int:
    return subprocess.run(words, cwd=ROOT, env=environment(offscreen)).returncode


def python(*words: str | Path, offscreen: bool = False) -> int:
    return call(PYTHON, *words, offscreen=offscreen)


def check(*words: str | Path) -> None:
    if call(*words):
        raise Stop(f"`{shlex.join(map(str, words))}` failed; the lines above say why.")


def output(*words: str | Path) -> str:
    done = subprocess.run(words, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        raise Stop(f"`{shlex.join(map(str, words))}` failed; the lines above say why.")
    return done.stdout


def succeeds(*words: str | Path) -> bool:
    return subprocess.run(words, cwd=ROOT, capture_output=True).returncode == 0
