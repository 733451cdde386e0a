"""A reference document was published: whole, with a version greater than the one before."""

from typing import Any

from shared.kernel import Fact


class DocumentPublished(Fact):
    """`name` is policy, calendar or a rulebook chapter; devices use the greatest version they have."""

    name: str
    version: int
    body: dict[str, Any]
