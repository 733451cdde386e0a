"""What the office may do about promotions."""

import uuid

from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Transaction
from shared.people.acting import action
from shared.practice.promotion import facts, rules, views
from shared.practice.promotion.tables import PromotionRow
from shared.reference.views import policy


@action(Act.PROMOTE)
def promote(tx: Transaction, who: Actor, number: str, *, now: int) -> str | Refusal:
    """Confirm the step that somebody's cards reach; the promotion's subject. Refused where nothing is due."""
    standing = next((each for each in views.standings(tx.store) if each.number == number), None)
    if standing is None or not standing.due:
        return Refusal("nothing_due")
    subject = f"promotion:{uuid.uuid4().hex}"
    cards = {p.value: count for p, count in standing.by_p.items()}
    fact = facts.Promoted(staff=number, level=standing.reached, cards=cards, policy=policy(tx.store).version)
    tx.record(fact, subject=subject, actor=who.number, hall=EVERYWHERE)
    return subject


@action(Act.PROMOTE)
def take_back(tx: Transaction, who: Actor, promotion: str, reason: str, *, now: int) -> Refusal | None:
    """Take a promotion back: another person of the office than who confirmed it."""
    row = PromotionRow.select().where(PromotionRow.subject == promotion, ~PromotionRow.taken_back).first(tx.store.db)
    if row is None:
        return Refusal("unknown_promotion")
    if refusal := rules.may_take_back(who.number, row.by, reason):
        return refusal
    tx.record(facts.PromotionTakenBack(reason=reason.strip()), subject=promotion, actor=who.number, hall=EVERYWHERE)
    return None
