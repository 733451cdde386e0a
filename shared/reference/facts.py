"""Facts of reference documents: published whole, with a greater version than the one before, or given up."""

from typing import Any

from shared.domain.fact import Fact


class DocumentPublished(Fact):
    """`name` is policy, calendar or a rulebook chapter; devices use the greatest version they have."""

    name: str
    version: int
    body: dict[str, Any]


class DocumentGivenUp(Fact):
    """A PC that joins a hub follows the office's documents, not its own earlier ones; `events` published those."""

    events: tuple[str, ...]
