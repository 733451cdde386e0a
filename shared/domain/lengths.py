"""Whether a text that somebody typed may be stored: not too long, and not empty where it is needed."""

from shared.domain.refusal import Refusal


def required(text: str, limit: int) -> Refusal | None:
    """`empty_text` for blanks only, `text_too_long` beyond `limit` characters."""
    return too_long(text, limit) if text.strip() else Refusal("empty_text")


def too_long(text: str, limit: int) -> Refusal | None:
    """`text_too_long` beyond `limit` characters; an empty text fits."""
    return Refusal("text_too_long", {"limit": limit}) if len(text) > limit else None
