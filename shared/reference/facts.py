"""A reference document was published: whole, with a version greater than the one before; or is no longer in force."""

from typing import Any

from shared.domain.fact import Fact


class DocumentPublished(Fact):
    """`name` is policy, calendar or a rulebook chapter; devices use the greatest version they have."""

    name: str
    version: int
    body: dict[str, Any]


class DocumentGivenUp(Fact):
    """A PC that joins others goes by the office's documents, not by its own of before; `events` published those."""

    events: tuple[str, ...]
