"""What may be published and acknowledged (resources/handbook/practices.en.md §10): pure."""

import re

from shared.domain.refusal import Refusal
from shared.practice.rulebook.facts import Text

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def publishable(code: str, text: Text) -> Refusal | None:
    """A short code of small letters and digits, and a title."""
    if not _CODE.fullmatch(code):
        return Refusal("bad_code", {"value": code})
    return None if text.title.strip() else Refusal("title_missing")


def acknowledged(version: int, newest: int, already: int) -> Refusal | None:
    """Only the newest version counts as read, and once."""
    if not newest:
        return Refusal("not_found")
    if version != newest:
        return Refusal("newer_version", {"version": newest})
    return Refusal("already_read") if already >= version else None
