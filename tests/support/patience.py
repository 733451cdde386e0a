"""How long tests wait, and how they check speed on a busy machine.

Waits have one generous limit, because a wait that succeeds costs nothing. What must be quick gets a limit that only
the fault would reach (`SLACK`), or is tried several times (`once_within`).
"""

import time
from collections.abc import Callable
from typing import TypeVar

SECONDS = 60.0
"""The limit of every wait: for a condition, a process, a thread, an answer."""
MS = int(SECONDS * 1000)
"""The same for Qt, e.g. `qtbot.waitUntil(look, timeout=patience.MS)`."""
SLACK = 12.0
"""How much later than promised an answer may come, in seconds: the machine is busy, not stuck."""
_LOOK_SECONDS = 0.02
T = TypeVar("T")


def _sleep() -> None:
    time.sleep(_LOOK_SECONDS)


def until(
    look: Callable[[], T | None],
    what: str | Callable[[], str],
    *,
    pause: Callable[[], object] = _sleep,
) -> T:
    """Call `look` until its result is true, and return that; `AssertionError` naming `what` after `SECONDS`.

    `pause` runs between two calls: a test of a screen handles events there.
    """
    end = time.monotonic() + SECONDS
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what if isinstance(what, str) else what()}")
        pause()
    return found


def once_within(seconds: float, act: Callable[[], object], times: int = 3) -> bool:
    """Whether one of several tries takes no longer: a busy machine makes some of them slow, a fault all."""

    def is_quick() -> bool:
        started = time.monotonic()
        act()
        return time.monotonic() - started < seconds

    return any(is_quick() for _ in range(times))
