"""What an app may do at the happy station: publish its hotlines, ask for help, follow up, greet."""

import uuid
from collections.abc import Collection

import msgspec

from shared.domain import lengths
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store, Transaction
from shared.people import views as people
from shared.people.acting import action
from shared.practice.happiness import rules, views
from shared.practice.happiness.facts import GreetingRemoved, GreetingSent, HelpFollowed, HelpRequested, Station, Topic
from shared.practice.happiness.policy import HappinessPolicy
from shared.practice.happiness.tables import GreetingRow, HelpRow
from shared.reference import actions as reference
from shared.reference.views import last_version, policy, understood, with_newer_names


def publish(store: Store, actor: Actor, station: Station, *, now: int) -> int | Refusal:
    """Publish the hotlines and the group to all halls; the document's new version."""
    if refusal := understood(store, views.DOCUMENT, Station):
        return refusal
    numbered = msgspec.structs.replace(station, version=last_version(store, views.DOCUMENT) + 1)
    return reference.publish(store, actor, views.DOCUMENT, with_newer_names(store, views.DOCUMENT, numbered), now=now)


@action(at_home=True)
def ask(tx: Transaction, who: Actor, topic: Topic, to: Collection[str], text: str, *, now: int) -> str | Refusal:
    """Ask the chosen persons (staff numbers) for help; the request's id."""
    subject = "help:" + uuid.uuid4().hex
    listeners = {person.number for person in views.listeners(tx.store, who.number)}
    if refusal := rules.may_ask(to, listeners, text, policy(tx.store)):
        return refusal
    fact = HelpRequested(staff=who.number, topic=topic, to=tuple(dict.fromkeys(to)), text=text.strip())
    tx.record(fact, subject=subject, actor=who.number)
    return subject


@action()
def follow_up(tx: Transaction, who: Actor, help_id: str, text: str, *, done: bool = False, now: int) -> Refusal | None:
    """Add a step to a request, by the person or one of those they chose; `done` closes it."""
    if refusal := lengths.required(text, policy(tx.store)[HappinessPolicy].text_limit):
        return refusal
    row = HelpRow.select().where(HelpRow.subject == help_id).first(tx.store.db)
    if row is None or not rules.concerned(who, row.staff, views.sent_to(row)):
        return Refusal("not_found")  # the same answer whether it exists or not, to whom it does not concern
    fact = HelpFollowed(text=text.strip(), done=done)
    tx.record(fact, subject=help_id, actor=who.number, hall=row.hall)
    return None


@action(at_home=True)
def greet(tx: Transaction, who: Actor, text: str, to: str = "", *, now: int) -> str | Refusal:
    """Put a greeting on the board, to one colleague or to everybody; its id."""
    if refusal := lengths.required(text, policy(tx.store)[HappinessPolicy].greeting_limit):
        return refusal
    subject = "greeting:" + uuid.uuid4().hex
    if to and people.person(tx.store, to) is None:
        return Refusal("unknown_person", {"number": to})
    fact = GreetingSent(staff=who.number, text=text.strip(), to=to)
    tx.record(fact, subject=subject, actor=who.number)
    return subject


@action()
def remove_greeting(tx: Transaction, who: Actor, greeting: str, reason: str = "", *, now: int) -> Refusal | None:
    """Take a greeting off the board."""
    row = GreetingRow.select().where(GreetingRow.subject == greeting, ~GreetingRow.removed).first(tx.store.db)
    if row is None:
        return Refusal("not_found")
    if not rules.may_remove(who, row.staff):
        return Refusal("not_allowed")
    tx.record(GreetingRemoved(reason=reason.strip()), subject=greeting, actor=who.number, hall=row.hall)
    return None
