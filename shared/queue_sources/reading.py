"""What a source answers."""

import msgspec


class Reading(msgspec.Struct, frozen=True):
    """How many wait, when that was true (epoch ms), and what the source is called."""

    count: int
    at: int
    source: str
