"""Keeps the kiosk running: starts it, and again within seconds if it crashes. Ends when staff end the kiosk.

On Linux a systemd unit does the same and more; this is for everything else. It loads no Qt and opens no store.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from types import FrameType

RESTARTER = "WARM_WINDOW_KEEPER"  # environment variable of the kiosk: process id of the restart loop
_SHORT_WAIT_SECONDS = 1.0
_LONG_WAIT_SECONDS = 30.0
_MANY, _WITHIN_SECONDS = 5, 60.0  # after so many crashes within this time it waits longer


def command(arguments: Sequence[str]) -> list[str]:
    """The command line of this installation's kiosk, frozen or from source."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "kiosk"]), *arguments]


def end_command() -> str:
    """The system's command that ends this kiosk, and the restart loop that would start it again."""
    process = os.environ.get(RESTARTER) or os.getpid()
    return f"taskkill /F /T /PID {process}" if sys.platform == "win32" else f"kill {process}"


def run(
    start: Sequence[str],
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Run `start` until it ends by itself (0) or this process is told to end."""
    crashes: deque[float] = deque(maxlen=_MANY)
    with _Child() as child:
        while not child.told_to_end:
            if child.run(start) == 0:
                break
            crashes.append(clock())
            often = len(crashes) == _MANY and crashes[-1] - crashes[0] < _WITHIN_SECONDS
            sleep(_LONG_WAIT_SECONDS if often else _SHORT_WAIT_SECONDS)
    return 0


class _Child:
    """The running kiosk; SIGTERM is passed on to it."""

    def __init__(self) -> None:
        self.told_to_end = False
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "_Child":
        self._before = signal.signal(signal.SIGTERM, self._end)
        return self

    def __exit__(self, *_error: object) -> None:
        signal.signal(signal.SIGTERM, self._before)

    def run(self, start: Sequence[str]) -> int:
        self._process = subprocess.Popen(start, env={**os.environ, RESTARTER: str(os.getpid())})
        return self._process.wait()

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self.told_to_end = True
        if self._process:
            self._process.terminate()
