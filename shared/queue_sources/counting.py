"""The Count of the pause rule: the first fresh answer of the sources in the order of trust."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shared.domain.policy import Policy
from shared.practice.pauses import rules
from shared.practice.pauses.facts import Count, Source
from shared.queue_sources.poller import Standing
from shared.queue_sources.settings import LineSource

if TYPE_CHECKING:
    from shared.practice.line.views import Waiting


def count(standings: Iterable[Standing], waiting: "Waiting | None", policy: Policy, now: int) -> Count | None:
    """`waiting` is our own line's. None: no source is fresh (policy: 30 s), so the person types it."""
    counts = (_count(standing, waiting) for standing in standings)
    return next((found for found in counts if found and rules.usable(found, now, policy)), None)


def _count(standing: Standing, waiting: "Waiting | None") -> Count | None:
    if isinstance(standing.source, LineSource):
        return Count(waiting=waiting.count, source=Source.LINE, counted_at=waiting.counted_at) if waiting else None
    said = standing.reading
    return Count(waiting=said.count, source=Source.EXTERNAL, counted_at=said.at) if said else None
