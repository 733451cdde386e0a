"""Who may be on the honour wall. Pure."""

from collections.abc import Sequence

from shared.domain.refusal import Refusal

AWARD = "award:"


def may_show(shown: bool, honours: Sequence[str]) -> Refusal | None:
    """Whoever holds an honour may be shown; nobody has to."""
    return Refusal("no_honour") if shown and not honours else None
