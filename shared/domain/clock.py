"""The clock of a device, held against the hub's. All times are epoch milliseconds."""

CLOCK_LIMIT = 120_000
"""A device's clock that is off by more (ms) is worth a banner, and is corrected wherever it is read."""


def clock_correction(offset: int) -> int:
    """What to add to a clock that the hub's is `offset` ms ahead of: little offsets count in the order alone."""
    return offset if abs(offset) > CLOCK_LIMIT else 0
