"""Wish, and grant a wish."""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal import attachments
from shared.journal.store import Store
from shared.reference.views import policy
from tests.support.toy_practice import rules, views
from tests.support.toy_practice.facts import WishGranted, WishMade


def wish(store: Store, actor: Actor, about: str, text: str = "", *, sketch: bytes = b"", now: int) -> str | Refusal:
    """The new wish's subject."""
    with store.transaction(now) as tx:
        today = views.today(store, actor.hall, day_of(now), actor.number)
        if refusal := rules.may_wish(today, policy(store)):
            return refusal
        subject = f"wish:{actor.number}:{now}"
        name = attachments.add(store, sketch) if sketch else ""
        made = WishMade(staff=actor.number, about=about, text=text, sketch=name)
        tx.record(made, subject=subject, actor=actor.number)
        return subject


def grant(store: Store, actor: Actor, subject: str, *, now: int) -> None:
    """It comes true."""
    with store.transaction(now) as tx:
        tx.record(WishGranted(), subject=subject, actor=actor.number)


def erase_due(store: Store, *, now: int) -> None:
    """Erase the words of old wishes, daily."""
    rule = policy(store)
    for subject in views.due(store, lambda made: rules.is_due(made, day_of(now), rule)):
        with store.transaction(now) as tx:
            tx.erase(subject, reason="retention")
