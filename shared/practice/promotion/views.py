"""What an app may ask about promotions."""

from datetime import date

import msgspec
import peewee

from shared.device import codes
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.views import everyone
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.rules import level
from shared.practice.cards.views import ByP, totals
from shared.practice.promotion import rules
from shared.practice.promotion.tables import PromotionRow
from shared.reference.views import policy


class Promotion(msgspec.Struct, frozen=True):
    """A promotion that the office confirmed and nobody took back."""

    id: str
    staff: str
    level: str
    total: int
    day: date
    by: str


class Standing(msgspec.Struct, frozen=True):
    """Somebody's position: the step that their cards reach, and the highest promotion in force."""

    number: str
    name: str
    hall: str
    by_p: ByP
    reached: str
    promotion: Promotion | None
    due: bool

    @property
    def total(self) -> int:
        """Customers' counted cards."""
        return sum(self.by_p.values())


def ladder(store: Store) -> tuple[str, ...]:
    """The levels of the policy, the lowest first."""
    return tuple(step.level for step in policy(store)[CardsPolicy].ladder)


def standings(store: Store) -> tuple[Standing, ...]:
    """Everybody who is on the ladder: who is due first, then by cards."""
    settings = policy(store)[CardsPolicy]
    levels, counts, held = ladder(store), totals(store), promotions(store)
    found = []
    for person in everyone(store):
        by_p = counts.get(person.number, {})
        reached, promotion = level(by_p, settings), held.get(person.number)
        if reached or promotion:
            due = rules.due(reached, promotion.level if promotion else "", levels)
            found.append(Standing(person.number, person.name, person.hall, by_p, reached, promotion, due))
    return tuple(sorted(found, key=lambda each: (not each.due, -each.total, each.number)))


def promotions(store: Store) -> dict[str, Promotion]:
    """By staff number, the highest promotion that holds."""
    levels, found = ladder(store), dict[str, Promotion]()
    for row in _holding().order_by(PromotionRow.at).execute(store.db):
        before = found.get(row.staff)
        if before is None or rules.place(row.level, levels) >= rules.place(before.level, levels):
            found[row.staff] = _promotion(row)
    return found


def promotion(store: Store, staff: str) -> Promotion | None:
    """A person's highest promotion that holds."""
    return promotions(store).get(staff)


def certified(store: Store, scanned: str, key: bytes) -> Promotion | None:
    """The promotion that a certificate's code names, if it is still in force."""
    code = codes.parse(scanned, key)
    if not isinstance(code, codes.Promotion):
        return None
    row = _holding().where(PromotionRow.subject == code.promotion).first(store.db)
    return _promotion(row) if row is not None else None


def _holding() -> "peewee.ModelSelect[PromotionRow]":
    return PromotionRow.select().where(~PromotionRow.taken_back)


def _promotion(row: PromotionRow) -> Promotion:
    return Promotion(row.subject, row.staff, row.level, row.total, day_of(row.at), row.by)
