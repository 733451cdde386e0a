"""The cards by which a suspect card's flags were raised, for whoever has to decide about it."""

from datetime import date, timedelta

import msgspec
import peewee

from shared.journal.store import Store
from shared.practice.cards import views
from shared.practice.cards.facts import Flag, Giver
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.tables import CardRow
from shared.practice.cards.views import Card
from shared.reference.views import policy


class Sibling(msgspec.Struct, frozen=True):
    """Another card, and how much later (negative: earlier) it was given, ms."""

    card: Card
    gap_ms: int


class Evidence(msgspec.Struct, frozen=True):
    """Where a card was given (`station` of the device), and the cards that make it suspect, nearest first."""

    card: str
    station: str
    siblings: tuple[Sibling, ...]


def evidence(store: Store, card: str) -> Evidence | None:
    """What makes this card suspect; None where there is no such card."""
    row = CardRow.select().where(CardRow.subject == card).first(store.db)
    if row is None:
        return None
    reasons = [_raised_by(flag, row, policy(store)[CardsPolicy]) for flag in map(Flag, row.flags.split())]
    found: dict[str, Card] = {}
    for reason in filter(None, reasons):
        others = views.cards(store, *reason, CardRow.subject != card, ~CardRow.withdrawn)
        found |= {each.card: each for each in others}
    siblings = (Sibling(each, each.at - row.at) for each in found.values())
    return Evidence(card, row.station, tuple(sorted(siblings, key=lambda sibling: abs(sibling.gap_ms))))


def _raised_by(flag: Flag, row: CardRow, rule: CardsPolicy) -> list[peewee.Expression] | None:
    """Which cards raised this flag; None for one that no other card raised, or only a newer version knows."""
    near = (CardRow.station == row.station) & (CardRow.source == row.source)
    lately = (date.fromisoformat(row.day) - timedelta(days=rule.mutual_days)).isoformat()
    there = (CardRow.by == row.by) & (CardRow.staff == row.staff)
    back = (CardRow.by == row.staff) & (CardRow.staff == row.by)
    found: dict[Flag, list[peewee.Expression]] = {
        Flag.REPEAT: [near, CardRow.staff == row.staff, CardRow.p == row.p, _within(row, rule.repeat_seconds)],
        Flag.BURST: [near, _within(row, rule.burst_long_seconds)],
        Flag.UNUSUAL: [CardRow.staff == row.staff, CardRow.day == row.day, CardRow.giver == Giver.CUSTOMER.value],
        Flag.FAVOURITE: [CardRow.by == row.by, CardRow.day >= row.day[:4]],
        Flag.MUTUAL: [there | back, CardRow.day >= lately],
    }
    return found.get(flag)


def _within(row: CardRow, seconds: int) -> peewee.Expression:
    return CardRow.at.between(row.at - seconds * 1000, row.at + seconds * 1000)
