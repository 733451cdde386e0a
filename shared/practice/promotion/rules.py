"""Who is due for a promotion, and who may take one back (5P卡 累计进阶). Pure."""

from collections.abc import Sequence

from shared.domain.refusal import Refusal


def place(level: str, ladder: Sequence[str]) -> int:
    """The rank of a level on the ladder, 1 for the lowest; 0 for "", or for a level that the ladder no longer has."""
    return ladder.index(level) + 1 if level in ladder else 0


def due(reached: str, confirmed: str, ladder: Sequence[str]) -> bool:
    """Whether the cards reach a higher step than the office has confirmed."""
    return place(reached, ladder) > place(confirmed, ladder)


def may_take_back(by: str, confirmed_by: str, reason: str) -> Refusal | None:
    """Somebody else than who confirmed it, with a reason."""
    if not reason.strip():
        return Refusal("reason_needed")
    return Refusal("same_person_promoted") if by == confirmed_by else None
