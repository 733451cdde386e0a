"""The progress callback of long work."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total), both in the unit of the work, from the thread that works."""


def no_progress(done: int, total: int) -> None:
    """Show nothing."""
