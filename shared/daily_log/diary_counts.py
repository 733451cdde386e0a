"""日记统计: how many diary entries of each kind the halls wrote in a month, and their outcomes; no words, no names.

Difficulties, grievances and requests for help of a hall are not shown where they are few: see
`diary.rules.without_small_counts`.
The rules: resources/handbook/practices.en.md §5.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from shared.domain import months
from shared.journal.store import Store
from shared.people.views import halls
from shared.practice.diary import views
from shared.practice.diary.facts import Entry
from shared.practice.happiness.views import asked_and_helped

KINDS = (Entry.DIFFICULTY, Entry.GRIEVANCE, Entry.PRAISE, Entry.DEED, Entry.DISCOVERY, Entry.SUGGESTION)
_OPEN = frozenset(KINDS) - {Entry.DIFFICULTY, Entry.GRIEVANCE}
"""Shown however few they are; of a kind that only a newer version knows that is not known."""
Counts = Mapping[str, int | None]


class HallCounts(msgspec.Struct, frozen=True):
    """One hall, or all of them (""): a count for each kind and of requests for help; None: too few to be shown."""

    name: str
    counts: dict[Entry, int | None]
    help: int | None


class DiaryCounts(msgspec.Struct, frozen=True):
    """A month: the halls and their total, and what came of entries in the company.

    `kinds`: what is counted, behind ours those of a newer version.
    `outcomes`: by kind, how many entries came to what (None: too few of a kind that is protected).
    `helped`: how many were helped, of how many who asked (None: too few); `least`: from how many on a hall's are shown.
    """

    kinds: tuple[Entry, ...]
    lines: tuple[HallCounts, ...]
    outcomes: Mapping[Entry, Mapping[str, int] | None]
    helped: tuple[int, int] | None
    least: int


def of_month(store: Store, month: str) -> DiaryCounts:
    """A month of all halls."""
    first, last = months.first(month), months.last(month)
    known, found, least = halls(store), views.counts_by_hall(store, first, last), views.smallest_count(store)
    asked = asked_and_helped(store, first, last)
    help_ = {hall.code: asked.get(hall.code, (0, 0))[0] for hall in known}
    kinds = _kinds(found.values())
    counts = {
        kind: {hall.code: found[hall.code].entries.get(kind, 0) if hall.code in found else 0 for hall in known}
        for kind in kinds
    }
    shown: dict[Entry, Counts] = {
        kind: by_hall if kind in _OPEN else views.without_small_counts(store, by_hall)
        for kind, by_hall in counts.items()
    }
    shown_help = views.without_small_counts(store, help_)
    lines = [
        HallCounts(hall.name, {kind: shown[kind][hall.code] for kind in kinds}, shown_help[hall.code]) for hall in known
    ]
    total = {kind: _total(sum(counts[kind].values()), shown[kind], least) for kind in kinds}
    return DiaryCounts(
        kinds,
        (*lines, HallCounts("", total, _total(sum(help_.values()), shown_help, least))),
        _outcomes(kinds, found.values(), least),
        _helped(asked, least),
        least,
    )


def _kinds(found: Iterable[views.HallCounts]) -> tuple[Entry, ...]:
    written = Entry.and_newer(kind for each in found for kind in each.entries)
    return (*KINDS, *(kind for kind in written if not kind.known))


def _outcomes(
    kinds: Iterable[Entry], found: Iterable[views.HallCounts], least: int
) -> dict[Entry, dict[str, int] | None]:
    """What came of the entries of each kind, in the company; None where so few difficulties were answered."""
    sums = {kind: Counter[str]() for kind in kinds}
    for each in found:
        for (kind, outcome), count in each.outcomes.items():
            if kind in sums:
                sums[kind][outcome] += count
    hidden = {kind for kind in sums if kind not in _OPEN and 0 < sums[kind].total() < least}
    return {kind: None if kind in hidden else dict(each) for kind, each in sums.items()}


def _total(total: int, shown: Counts, least: int) -> int | None:
    """The total; None where it is small, or could be subtracted to find the one hall that is not shown."""
    hidden = sum(count is None for count in shown.values())
    return None if hidden == 1 or (hidden and total < least) else total


def _helped(asked: Mapping[str, tuple[int, int]], least: int) -> tuple[int, int] | None:
    number, done = (sum(each[place] for each in asked.values()) for place in (0, 1))
    return None if 0 < number < least else (done, number)
