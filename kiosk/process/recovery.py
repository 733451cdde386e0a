"""After an unexpected error: back to the first page; after several within a minute: exit, to be restarted.

At once where only a new start helps: another version of the program was installed and has rebuilt the tables.
"""

from collections import deque
from collections.abc import Callable

_ERRORS, _WITHIN_SECONDS = 3, 60.0
CRASHED = 70  # exit code: the restart loop starts the program again


class Recovery:
    """Called with every uncaught error. An error while recovering counts, too."""

    def __init__(self, reset: Callable[[], None], give_up: Callable[[], None], clock: Callable[[], float]) -> None:
        self._reset, self._give_up, self._clock = reset, give_up, clock
        self._at: deque[float] = deque(maxlen=_ERRORS)

    def __call__(self, error: BaseException) -> None:
        self._at.append(self._clock())
        often = len(self._at) == _ERRORS and self._at[-1] - self._at[0] < _WITHIN_SECONDS
        if often or getattr(error, "start_again", False):
            self._give_up()
        else:
            self._reset()
