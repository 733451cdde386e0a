"""The kiosk against an empty PySide6 window: start to first frame, memory at rest, CPU while idle; counter memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.row import Row, row
from tests.support.builders import staffed_today

_SIZE, _COUNTER_SIZE = "1080x1920", "1366x768"
_STARTS = 7
_SETTLE_SECONDS = 5
_IDLE_SECONDS = 30
_IDLE_AIM_SECONDS = 0.3
_MB = 1024 * 1024


@contextmanager
def _child(*words: str) -> Iterator[tuple[float, psutil.Process]]:
    """The app as a process of its own: seconds from its start to its first frame, and the process."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.first_frame", *words]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=compiled) as process:
        try:
            yield float(process.stdout.readline()) - began, psutil.Process(process.pid)
        finally:
            process.kill()


def _kiosk(folder: str) -> tuple[str, ...]:
    return ("kiosk", "--windowed", "--always-open", "--data", folder, "--size", _SIZE)


@contextmanager
def _hall() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        staffed_today(Path(folder)).close()
        yield folder


def start_to_first_frame() -> list[Row]:
    """Taking turns, so that both see the same machine; the first start of each warms the disk cache."""
    ours, theirs = [], []
    with _hall() as folder:
        for _ in range(_STARTS):
            with _child("empty", _SIZE) as (seconds, _process):
                theirs.append(seconds)
            with _child(*_kiosk(folder)) as (seconds, _process):
                ours.append(seconds)
    return [
        row("kiosk start to first frame", statistics.median(ours[1:]), statistics.median(theirs[1:]), aim=1.5, unit="s")
    ]


def memory_at_rest() -> list[Row]:
    """Resident memory, seconds after the first frame, when store and pages are loaded.

    Against an empty window, and against one that shows Chinese words as the kiosk's first page does: 12 MB of the
    difference are the font, which no program that speaks Chinese is without.
    """
    with _hall() as folder:
        kiosk = _beside(_resident(*_kiosk(folder)), "kiosk resident memory", _SIZE)
        counter = _resident("counter", "--data", folder)
    return kiosk + _beside(counter, "counter resident memory, nobody signed in", _COUNTER_SIZE)


def _beside(ours: float, name: str, size: str) -> list[Row]:
    return [
        row(name, ours, _resident("empty", size), aim=1.6, unit="MB"),
        row("… against a window with Chinese words", ours, _resident("lettered", size), aim=1.6, unit="MB"),
    ]


def _resident(*words: str) -> float:
    """The second start's: the first one compiles what is not compiled yet, as it is where a program was installed."""
    with _child(*words):
        time.sleep(_SETTLE_SECONDS)
    with _child(*words) as (_, process):
        time.sleep(_SETTLE_SECONDS)
        return process.memory_info().rss / _MB


def cpu_while_idle() -> list[Row]:
    """CPU seconds that the kiosk uses in 30 s of nobody coming; the reference is the aim itself."""
    with _hall() as folder, _child(*_kiosk(folder)) as (_, kiosk):
        time.sleep(_SETTLE_SECONDS)
        before = sum(kiosk.cpu_times()[:2])
        time.sleep(_IDLE_SECONDS)
        used = sum(kiosk.cpu_times()[:2]) - before
    return [
        row(
            f"kiosk CPU in {_IDLE_SECONDS} s idle, against {_IDLE_AIM_SECONDS} s",
            used,
            _IDLE_AIM_SECONDS,
            aim=1,
            unit="s",
        )
    ]


ROWS = (start_to_first_frame, memory_at_rest, cpu_while_idle)
