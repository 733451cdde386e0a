"""Preview of a new policy: the decisions on record of the last 90 days, by both documents, compared.

The practices decide by their real rules (`shared.declaration.replay`); nothing is stored.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from shared.declaration.declared import declared
from shared.declaration.replay import Case, Days, Replay
from shared.domain import policy_check
from shared.domain.document import effective
from shared.domain.policy import Policy, Section
from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.reference.actions import revised_policies
from shared.reference.views import schedule

DAYS = 90


class Changed(msgspec.Struct, frozen=True):
    """One decision that comes out otherwise: as the document in force makes it, as the new one does."""

    before: Case
    after: Case

    @property
    def fen(self) -> int | None:
        """By how much an amount changes."""
        if self.before.fen is None or self.after.fen is None:
            return None
        return self.after.fen - self.before.fen


class Compared(msgspec.Struct, frozen=True):
    """One kind of decision: how many are on record, how many of them count by each document, which differ."""

    title: Text
    counted: Text
    recorded: int
    before: int
    after: int
    changed: tuple[Changed, ...]

    @property
    def amounts(self) -> tuple[int, int] | None:
        """The most that an amount falls and rises, fen; None where nothing of it is an amount, or nothing differs."""
        found = [each.fen for each in self.changed if each.fen is not None]
        return (min(found), max(found)) if found else None


class Preview(msgspec.Struct, frozen=True):
    """What was compared from `first` to `last`; `unseen`: changed sections of which no decision is on record."""

    first: date
    last: date
    compared: tuple[Compared, ...]
    unseen: tuple[Text, ...]


def preview(
    store: Store, changes: Mapping[str, Any], *, now: int, progress: Progress = no_progress
) -> Preview | Refusal:
    """Try the changes that would be published, or say why they could not be."""
    today, changes = day_of(now), policy_check.plain(changes)
    bodies = revised_policies(store, changes, today)
    if isinstance(bodies, Refusal):
        return bodies
    begins = max(effective(changes), today)
    in_force = [each for each in schedule(store, "policy", today) if each.effective <= begins]
    before = Policy(in_force[-1].version, in_force[-1].body) if in_force else Policy(1, {})
    after = Policy(before.version, bodies[0]) if bodies else before
    days = Days(today - timedelta(days=DAYS), today, now)
    sections = tuple(each for each in declared().sections.values() if before[each] != after[each])
    asked = [each for each in declared().replays if set(each.sections) & set(sections)]
    compared = []
    for done, replay in enumerate(asked):
        progress(done, len(asked))
        compared.append(_compared(replay, replay.cases(store, days, before), replay.cases(store, days, after)))
    progress(len(asked), len(asked))
    return Preview(days.first, days.last, tuple(compared), _unseen(sections, asked))


def _compared(replay: Replay, before: Iterable[Case], after: Iterable[Case]) -> Compared:
    then, now = {each.key: each for each in before}, {each.key: each for each in after}
    both = [(then[key], now[key]) for key in then if key in now]
    return Compared(
        title=replay.title,
        counted=replay.counted,
        recorded=len(then),
        before=sum(each.counts for each in then.values()),
        after=sum(each.counts for each in now.values()),
        changed=tuple(Changed(old, new) for old, new in both if (old.outcome, old.counts) != (new.outcome, new.counts)),
    )


def _unseen(sections: Iterable[type[Section]], asked: Iterable[Replay]) -> tuple[Text, ...]:
    seen = {section for replay in asked for section in replay.sections}
    return tuple(section.title for section in sections if section not in seen)
