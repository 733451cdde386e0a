"""Whether somebody is away from their window. The practice that knows registers here; others ask without importing it.

It avoids a circle: the line refuses a call during a pause, and pauses ask the line whether a customer is being served.
"""

from collections.abc import Callable

from shared.journal.store import Store

AwaySource = Callable[[Store, str, int], bool]
"""(store, staff number, now in epoch ms) -> whether this person is away; cheap, it is asked at every call."""

_sources: list[AwaySource] = []


def knows_who_is_away(source: AwaySource) -> AwaySource:
    """Register a source; a decorator for a practice's `tables.py`, which every program that opens a journal loads."""
    _sources.append(source)
    return source


def is_away(store: Store, number: str, now: int) -> bool:
    """Whether any practice says that the person with this staff number is away at `now` (epoch ms)."""
    return any(source(store, number, now) for source in _sources)
