"""The office's first page: four figures of the company, and what changed within a week."""

from datetime import date, timedelta
from fractions import Fraction

import msgspec

from shared.declaration.declared import declared
from shared.domain.halls import EVERYWHERE
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.cards.views import counted
from shared.practice.complaints.views import upheld
from shared.practice.inquiries.views import closed_between
from shared.practice.workload.views import served_by_month
from shared.reference.views import policy

_WEEK_MS = 7 * 86_400_000


class Change(msgspec.Struct, frozen=True):
    """A kind of fact that was recorded within a week: how often, and when last (epoch ms)."""

    name: Text
    count: int
    last: int


class Overview(msgspec.Struct, frozen=True):
    """The month so far beside the same days of the one before, of all halls; complaints of the whole year."""

    cards: int
    cards_before: int
    served: int
    served_before: int
    tickets: int
    on_time: int
    upheld: Fraction
    changes: tuple[Change, ...]


def overview(store: Store, *, now: int) -> Overview:
    """The company at this moment."""
    today = day_of(now)
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    same_day = min(before + (today - first), first - timedelta(days=1))
    tickets = closed_between(store, first, today)
    _, units = upheld(store, date(today.year, 1, 1), today, policy(store))
    return Overview(
        cards=_cards(store, first, today),
        cards_before=_cards(store, before, same_day),
        served=_served(store, first, today),
        served_before=_served(store, before, same_day),
        tickets=len(tickets),
        on_time=sum(each.within_limit for each in tickets),
        upheld=sum(units.values(), Fraction(0)),
        changes=changes(store, now=now),
    )


def changes(store: Store, *, now: int) -> tuple[Change, ...]:
    """The kinds declared as `news`, of this device's hall and of all halls; the latest first."""
    news = {kind.code: kind.name for _, kind in declared().kinds.values() if kind.news}
    found: dict[str, tuple[int, int]] = {}
    for hall in {store.hall, EVERYWHERE}:
        for kind, (count, last) in store.count_by_kind(hall, tuple(news), now - _WEEK_MS).items():
            so_far, latest = found.get(kind, (0, 0))
            found[kind] = (so_far + count, max(latest, last))
    return tuple(
        Change(news[kind], count, last)
        for kind, (count, last) in sorted(found.items(), key=lambda each: (-each[1][1], each[0]))
    )


def _cards(store: Store, first: date, last: date) -> int:
    return sum(each.count for each in counted(store, first, last) if each.by_customer)


def _served(store: Store, first: date, last: date) -> int:
    return sum(count for *_, count in served_by_month(store, History(store), first, last))
