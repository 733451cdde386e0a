"""What may be written into a diary, changed, and read by whom (resources/handbook/practices.en.md §5): pure."""

from dataclasses import dataclass

from shared.domain.actor import Actor
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.practice.diary.facts import Entry
from shared.practice.diary.policy import DiaryPolicy

_HOUR_MS = 3_600_000


@dataclass(frozen=True)
class Written:
    """What the rules need to know of an entry that exists."""

    staff: str
    hall: str
    entry: Entry
    at: int
    candidate: bool


def may_write(actor: Actor, entry: Entry, text: str, policy: Policy) -> Refusal | None:
    """A handwritten kind, some words, not too many."""
    if not may(actor.role, Act.SERVE):
        return Refusal("not_allowed")
    if entry is Entry.PAUSE:
        return Refusal("automatic_entry")
    if not text.strip():
        return Refusal("empty_text")
    if len(text) > policy[DiaryPolicy].text_limit:
        return Refusal("text_too_long", {"limit": policy[DiaryPolicy].text_limit})
    return None


def may_change(actor: Actor, written: Written, now: int, policy: Policy) -> Refusal | None:
    """Only the author, only what was written by hand, only for so many hours (policy)."""
    if refusal := may_consent(actor, written):
        return refusal
    if now - written.at > policy[DiaryPolicy].edit_hours * _HOUR_MS:
        return Refusal("too_late_to_change", {"hours": policy[DiaryPolicy].edit_hours})
    return None


def may_consent(actor: Actor, written: Written) -> Refusal | None:
    """The author decides about their own handwritten entry, at any time."""
    if actor.number != written.staff:
        return Refusal("not_allowed")
    return Refusal("automatic_entry") if written.entry is Entry.PAUSE else None


def may_read(reader: Actor | None, written: Written) -> bool:
    """The author; the supervisor of the hall; the office, what was put up for the award. No other staff."""
    if reader is None:
        return False
    if reader.role is Role.OFFICE:
        return written.candidate
    supervises = reader.role is Role.SUPERVISOR and reader.hall == written.hall
    return reader.number == written.staff or supervises
