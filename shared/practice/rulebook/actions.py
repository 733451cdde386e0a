"""What an app may do with the rulebook: publish a chapter, acknowledge it."""

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.practice.rulebook import rules, views
from shared.practice.rulebook.facts import PREFIX, RulebookRead, Text
from shared.reference import actions as reference


def publish(store: Store, actor: Actor, code: str, text: Text, *, now: int) -> int | Refusal:
    """Publish a new version of a chapter to all halls, which everybody then has to read; its number.

    Without words the chapter is withdrawn.
    """
    if refusal := rules.publishable(code, text):
        return refusal
    return reference.publish(store, actor, PREFIX + code, msgspec.to_builtins(text), now=now)


@action()
def read(tx: Transaction, who: Actor, code: str, version: int, *, now: int) -> Refusal | None:
    """Acknowledge that one has read the version on the screen."""
    newest, already = views.version(tx.store, code), views.read_version(tx.store, who.number, code)
    if refusal := rules.acknowledged(version, newest, already):
        return refusal
    fact = RulebookRead(staff=who.number, chapter=code, version=version)
    tx.record(fact, subject=f"reading:{who.number}:{code}", actor=who.number)
    return None
