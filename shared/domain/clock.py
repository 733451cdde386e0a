"""The clock of a device, and how far to trust it beside the hub's. All times are epoch milliseconds."""

import time

DAY_MS = 86_400_000
_MINUTE_MS = 60_000
_DAY_MINUTES, _CHINA_MINUTES = 1440, 480

LATEST = 4_102_444_800_000
"""The year 2100, epoch ms: later moments are taken for errors, earlier ones every calendar can show."""

_STEADY = getattr(time, "CLOCK_BOOTTIME", None)  # Linux: its monotonic clock stops while a laptop is suspended

CLOCK_LIMIT = 120_000
"""A device's clock that is off by more (ms) is worth a banner, and is corrected wherever it is read."""


def clock_correction(offset: int) -> int:
    """What to add to a clock (ms) that the hub's is `offset` ms ahead of: 0 up to `CLOCK_LIMIT`."""
    return offset if abs(offset) > CLOCK_LIMIT else 0


def in_hours(now: int, start: int, end: int) -> bool:
    """Whether `now` is between two minutes of the day in China (UTC+8), `end` excluded; they may go over midnight."""
    minute = (now // _MINUTE_MS + _CHINA_MINUTES) % _DAY_MINUTES
    return start <= minute < end if start <= end else minute >= start or minute < end


def wall_clock() -> int:
    """What this device's clock shows now. Only what starts programs and threads reads it; rules are told the time."""
    return time.time_ns() // 1_000_000


def steady_clock() -> int:
    """Ms since this PC was started, also while it slept: nobody can set it, and all its programs see the same."""
    steady = time.monotonic_ns() if _STEADY is None else time.clock_gettime_ns(_STEADY)
    return steady // 1_000_000
