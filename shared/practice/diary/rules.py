"""What may be written into a diary, changed, and read by whom (resources/handbook/practices.en.md §5): pure."""

from collections.abc import Mapping

import msgspec

from shared.domain import lengths
from shared.domain.actor import Actor
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.practice.diary.facts import Entry, Outcome
from shared.practice.diary.policy import DiaryPolicy

_HOUR_MS = 3_600_000
IDEAS = (Entry.DISCOVERY, Entry.SUGGESTION)
"""Entries that somebody decides about."""
OUTCOMES = dict.fromkeys(IDEAS, (Outcome.ADOPTED, Outcome.PASSED_ON, Outcome.DECLINED)) | {
    Entry.DIFFICULTY: (Outcome.HELPED, Outcome.UNSOLVED)
}
"""The possible outcomes of each kind. A difficulty is never passed on to the office: it was told to the supervisor."""


class Written(msgspec.Struct, frozen=True):
    """What the rules need to know of an entry that exists."""

    staff: str
    hall: str
    entry: Entry
    at: int
    candidate: bool
    passed_on: bool = False


def may_write(actor: Actor, entry: Entry, text: str, policy: Policy) -> Refusal | None:
    """Who serves may write entries of any kind but the automatic one, with a text of the length allowed."""
    if not may(actor.role, Act.SERVE):
        return Refusal("not_allowed")
    if entry is Entry.PAUSE:
        return Refusal("automatic_entry")
    return lengths.required(text, policy[DiaryPolicy].text_limit)


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
    """The author; the supervisor of the hall; the office, what was put up or passed on to it. No other staff."""
    if reader is None:
        return False
    if reader.role is Role.OFFICE:
        return written.candidate or (written.passed_on and written.entry in IDEAS)
    supervises = reader.role is Role.SUPERVISOR and reader.hall == written.hall
    return reader.number == written.staff or supervises


def may_answer(actor: Actor, written: Written, outcome: Outcome, line: str, policy: Policy) -> Refusal | None:
    """The hall's supervisor answers others' entries, the office those passed on to it; always with a line."""
    if outcome not in OUTCOMES.get(written.entry, ()):
        return Refusal("no_such_outcome")
    if not may_read(actor, written) or (actor.role is Role.OFFICE) is not written.passed_on:
        return Refusal("not_yours_to_answer")
    own = actor.number == written.staff
    if actor.role is Role.STAFF or (own and outcome is not Outcome.PASSED_ON):
        return Refusal("not_yours_to_answer")
    if written.passed_on and outcome is Outcome.PASSED_ON:
        return Refusal("no_such_outcome")
    return lengths.required(line, policy[DiaryPolicy].text_limit)


def without_small_counts(counts: Mapping[str, int], least: int) -> dict[str, int | None]:
    """Counts by hall, None for those from 1 to under `least`; where that is one hall only, the next smallest too.

    Otherwise that one hall's count could be found by subtracting the others from the total.
    """
    small = {hall for hall, count in counts.items() if 0 < count < least}
    others = sorted((count, hall) for hall, count in counts.items() if count >= least)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return {hall: None if hall in small else count for hall, count in counts.items()}
