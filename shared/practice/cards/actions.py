"""What an app may do with 5P cards: award, also by a printed card, give as staff, take back, review."""

import uuid

import msgspec

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.sections import CounterTimes
from shared.journal.event import new_id
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.people.views import person
from shared.practice.cards import facts, history, printed, rules
from shared.practice.cards.facts import Flag, Giver, P, Source, Verdict
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.tables import CardRow, UnratedRow
from shared.reference.views import policy

_SENTENCE_MS = 600_000  # how long after a card its sentence may still be added: ten minutes, as some write slowly
CARD_NAMESPACE = uuid.UUID("5b1f7c0e-6f0b-4d57-9d0a-5c5c0a0d2014")
"""Namespace of the version 5 UUIDs that name a card by its served number, printed code or line of a file."""


class Awarded(msgspec.Struct, frozen=True):
    """A stored card: its subject, and the flags that keep it from being counted at once."""

    card: str
    flags: tuple[Flag, ...]


def award(
    store: Store,
    staff: str,
    p: P,
    *,
    sentence: str = "",
    number: str = "",
    source: Source = Source.KIOSK,
    now: int,
) -> Awarded | Refusal:
    """Store a customer's card given at this kiosk, or at the window's display (`source`).

    A window's display needs a served `number` (`number_needed`); a number gives one card only (`number_used`).
    Suspect cards are kept and flagged; the customer sees no difference.
    """
    if source is Source.WINDOW and not number:
        return Refusal("number_needed")
    with store.transaction(now) as tx:
        if number and exists(store, _subject(number=number)):
            return Refusal("number_used", {"number": number})
        return _by_customer(tx, staff, p, sentence=sentence, number=number, source=source)


def award_by_code(
    store: Store, card: codes.Card, staff: str = "", *, sentence: str = "", actor: Actor | None = None, now: int
) -> Awarded | Refusal:
    """Give a printed card once: scanned by its customer at this kiosk, or from the collecting box by a supervisor.

    Only a card of a batch that counts here is given (`printed.redeemable`). A card printed for one person goes to them,
    whatever `staff` says. `actor`: the supervisor, None at a kiosk.
    """
    with store.transaction(now) as tx:
        found = printed.redeemable(store, card)
        if isinstance(found, Refusal):
            return found
        receiver = found.staff or staff
        who = acting(tx, actor, Act.REVIEW_CARDS) if actor else None
        if isinstance(who, Refusal):
            return who
        if who and who.number == receiver:
            return Refusal("own_card")
        if exists(store, _subject(code=found.code)):
            return Refusal("code_used")
        return _by_customer(tx, receiver, found.p, sentence=sentence, code=found.code, flags=found.flags, actor=who)


def _by_customer(
    tx: Transaction,
    staff: str,
    p: P,
    *,
    sentence: str,
    number: str = "",
    code: str = "",
    flags: tuple[Flag, ...] = (),
    actor: Actor | None = None,
    source: Source = Source.KIOSK,
) -> Awarded | Refusal:
    """Record a customer's card. The flag rules judge touches at this screen, not a card that a supervisor entered."""
    store, values = tx.store, policy(tx.store)
    if refusal := _refused(store, staff, sentence, values[CardsPolicy].sentence_limit):
        return refusal
    fact = facts.CardAwarded(
        staff=staff,
        p=p,
        giver=Giver.CUSTOMER,
        source=Source.PAPER if actor else source,
        policy=values.version,
        flags=flags if actor else (*flags, *_customer_flags(tx, staff, p, values[CardsPolicy])),
        number=number,
        code=code,
        sentence=sentence,
    )
    return _record(tx, fact, actor.number if actor else "")


def _customer_flags(tx: Transaction, staff: str, p: P, values: CardsPolicy) -> tuple[Flag, ...]:
    return rules.customer_flags(history.of_customer(tx.store, staff, p, values, tx.now), values)


def _refused(store: Store, staff: str, sentence: str, limit: int) -> Refusal | None:
    if not store.db.execute_sql("SELECT 1 FROM person WHERE number = ? AND active", (staff,)).fetchone():
        return Refusal("unknown_person", {"number": staff})
    if len(sentence) > limit:
        return Refusal("sentence_too_long", {"limit": limit})
    return None


def _subject(*, number: str = "", code: str = "") -> str:
    """The subject of a card, derived from its number or code: two devices offline arrive at the same one."""
    return f"card:{uuid.uuid5(CARD_NAMESPACE, f'number {number}' if number else f'code {code}').hex}"


def exists(store: Store, subject: str) -> bool:
    """Whether there is a card of this subject that was not taken back."""
    return _NOT_TAKEN_BACK.first(store.db, subject) is not None


def record_unanswered(store: Store, staff: str, number: str, *, now: int) -> None:
    """Record that the card page offered after a service was not touched; nothing where a card was given meanwhile."""
    with store.transaction(now) as tx:
        if not answered(store, number):
            subject = f"rating:{uuid.uuid5(CARD_NAMESPACE, f'number {number}').hex}"
            tx.record(facts.RatingUnanswered(staff=staff, number=number), subject=subject)


def answered(store: Store, number: str) -> bool:
    """Whether the card of a served number was given, or is already recorded as not given."""
    return exists(store, _subject(number=number)) or _UNRATED.first(store.db, number) is not None


_NOT_TAKEN_BACK = PreparedQuery(
    lambda subject: CardRow.select(CardRow.subject).where(CardRow.subject == subject, ~CardRow.withdrawn).limit(1)
)
_UNRATED = PreparedQuery(
    lambda number: UnratedRow.select(UnratedRow.number).where(UnratedRow.number == number).limit(1)
)


def add_sentence(store: Store, card: str, sentence: str, *, now: int) -> Refusal | None:
    """The sentence a customer adds on the thank-you page, once, to the card just given at this kiosk."""
    limit = policy(store)[CardsPolicy].sentence_limit
    if len(sentence) > limit:
        return Refusal("sentence_too_long", {"limit": limit})
    with store.transaction(now) as tx:
        own = (CardRow.subject == card) & (CardRow.station == store.station) & ~CardRow.withdrawn
        row = CardRow.select().where(own).first(store.db)
        if row is None or row.sentence or abs(now - row.at) > _SENTENCE_MS:
            return Refusal("too_late")
        tx.record(facts.SentenceAdded(sentence=sentence), subject=card)
    return None


@action(Act.GIVE_CARD)
def give(tx: Transaction, who: Actor, staff: str, p: P, *, sentence: str = "", now: int) -> Awarded | Refusal:
    """A card from a signed-in colleague, superior or subordinate, within the month's allowance."""
    if who.number == staff:
        return Refusal("own_card")
    values = policy(tx.store)
    if refusal := _refused(tx.store, staff, sentence, values[CardsPolicy].sentence_limit):
        return refusal
    receiver = person(tx.store, staff)
    assert receiver is not None  # just checked
    giver = rules.relation(who.role, receiver.role)
    seen = history.of_giver(tx.store, who.number, staff, values[CardsPolicy], now)
    if refused := rules.may_give(giver, seen, values[CardsPolicy]):
        return refused
    fact = facts.CardAwarded(
        staff=staff,
        p=p,
        giver=giver,
        source=Source.COUNTER,
        policy=values.version,
        flags=rules.staff_flags(seen, values[CardsPolicy]),
        sentence=sentence,
    )
    return _record(tx, fact, who.number, receiver.hall)


def take_back(store: Store, card: str, *, now: int) -> Refusal | None:
    """送错了: the customer's own card of this kiosk, within the time to undo; its number can then give another."""
    with store.transaction(now) as tx:
        own = (CardRow.subject == card) & (CardRow.station == store.station) & ~CardRow.withdrawn
        row = CardRow.select().where(own, CardRow.giver == Giver.CUSTOMER.value).first(store.db)
        if row is None or row.source not in (Source.KIOSK.value, Source.WINDOW.value):
            return Refusal("unknown_card")
        if not 0 <= now - row.at <= policy(store)[CounterTimes].undo_seconds * 1000:
            return Refusal("too_late")
        tx.record(facts.CardWithdrawn(), subject=card, hall=row.hall)
    return None


@action()
def withdraw(tx: Transaction, who: Actor, card: str, *, now: int) -> Refusal | None:
    """Take back a card given by mistake, within the time to undo: a new fact, not a deletion."""
    row = CardRow.select().where(CardRow.subject == card, CardRow.by == who.number).first(tx.store.db)
    if row is None or row.withdrawn:
        return Refusal("unknown_card")
    if now - row.at > policy(tx.store)[CounterTimes].undo_seconds * 1000:
        return Refusal("too_late")
    tx.record(facts.CardWithdrawn(), subject=card, actor=who.number, hall=row.hall)
    return None


@action(Act.REVIEW_CARDS)
def review(tx: Transaction, who: Actor, card: str, verdict: Verdict, reason: str, *, now: int) -> Refusal | None:
    """Count, exclude or restore a card, with a reason: by a supervisor of the hall, but not one they gave or got."""
    if not reason.strip():
        return Refusal("reason_needed")
    row = CardRow.select().where(CardRow.subject == card, ~CardRow.duplicate).first(tx.store.db)
    if row is None:
        return Refusal("unknown_card")
    if who.hall != row.hall or who.number in (row.staff, row.by):
        return Refusal("not_allowed")
    tx.record(
        facts.CardReviewed(verdict=verdict, reason=reason.strip()),
        subject=card,
        actor=who.number,
        hall=row.hall,
    )
    return None


def _record(tx: Transaction, fact: facts.CardAwarded, actor: str = "", hall: str = "") -> Awarded:
    """Record it in `hall`: a colleague's card belongs to the receiver's hall, whose supervisor reviews it."""
    derived = fact.number or fact.code
    subject = _subject(number=fact.number, code=fact.code) if derived else f"card:{new_id(tx.now)}"
    tx.record(fact, subject=subject, actor=actor, hall=hall)
    return Awarded(subject, fact.flags)
