"""What may be published and acknowledged, and until when (resources/handbook/practices.en.md §10): pure."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from shared.domain.refusal import Refusal
from shared.practice.rulebook import clauses
from shared.practice.rulebook.facts import ChapterText

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def may_draft(code: str, text: ChapterText, taken: Mapping[int, str]) -> Refusal | None:
    """A draft has a code of small letters, digits and hyphens, a title, a text, and clauses with unique numbers.

    `taken`: the clauses of the other chapters of the same book, by number, with the chapter's title.
    """
    if not _CODE.fullmatch(code):
        return Refusal("bad_code", {"value": code})
    if not text.title.strip():
        return Refusal("title_missing")
    if not text.text.strip():
        return Refusal("empty_text")
    if (number := clauses.duplicate_number(text.text)) is not None:
        return Refusal("clause_twice", {"number": number})
    for clause in clauses.clauses(text.text):
        if clause.number in taken:
            return Refusal("clause_taken", {"number": clause.number, "title": taken[clause.number]})
    return None


def may_publish(code: str, text: ChapterText, taken: Mapping[int, str], today: date) -> Refusal | None:
    """What may be drafted may be published; it takes effect, and is to be read by, today at the earliest."""
    if refusal := may_draft(code, text, taken):
        return refusal
    if text.effective is not None and text.effective < today:
        return Refusal("effective_past")
    return Refusal("read_by_past") if text.read_by is not None and text.read_by < today else None


def may_acknowledge(version: int, newest: int, already: int) -> Refusal | None:
    """Only the newest version can be acknowledged, and once."""
    if not newest:
        return Refusal("not_found")
    if version != newest:
        return Refusal("newer_version", {"version": newest})
    return Refusal("already_read") if already >= version else None


def due_by(published: date, read_by: date | None, joined: date | None, newcomer_days: int) -> date | None:
    """The last day for reading: as published; of a newcomer at least so many days after they came. None: no day."""
    if joined is None or joined <= published:
        return read_by
    own = joined + timedelta(days=newcomer_days)
    return own if read_by is None else max(own, read_by)
