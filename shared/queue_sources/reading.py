"""What a source answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """How many wait, when that was true (epoch ms), and what the source is called."""

    count: int
    at: int
    source: str
