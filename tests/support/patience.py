"""One patience for every wait of the tests: generous, because a wait that succeeds costs nothing on a quiet machine."""

import time
from collections.abc import Callable
from typing import TypeVar

SECONDS = 60.0
"""The limit of every wait: for a condition, a process, a thread, an answer."""
MS = int(SECONDS * 1000)
"""The same for Qt, e.g. `qtbot.waitUntil(look, timeout=patience.MS)`."""
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
    """Look until there is something true, and return it; `AssertionError` naming `what` when patience ends.

    `pause` runs between two looks: a test of a screen handles events there.
    """
    end = time.monotonic() + SECONDS
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what if isinstance(what, str) else what()}")
        pause()
    return found
