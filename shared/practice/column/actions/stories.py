"""The office's steps of a story: ask everybody concerned, have it read by the hero, approve it, set it aside."""

from collections.abc import Mapping

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.history import History
from shared.people.views import everyone
from shared.practice.column import facts, pictures, views
from shared.practice.column.actions import picturing
from shared.practice.column.actions.drafting import story_to_edit
from shared.practice.column.facts import Naming
from shared.practice.column.rules import naming, stories
from shared.practice.column.rules.stories import Step
from shared.practice.column.views import Story


def ask(store: Store, actor: Actor, story: str, *, now: int) -> tuple[str, ...] | Refusal:
    """Ask everybody concerned who has not answered how they agree to appear, in their halls; who was asked."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        asked = [one.number for one in each.concerned if one.to_ask]
        if not asked:
            return Refusal("nobody_to_ask")
        known = pictures.people(store, [story]).get(story, {})
        for number in asked:
            title, text = as_read_by(store, each, number)
            fact, hall = facts.NamingAsked(staff=number, title=title, text=text), hall_of(tx, number)
            tx.record(fact, subject=story, actor=who.number, hall=hall)
            picturing.show(tx, who, each, number, hall, [one for one, people in known.items() if number in people])
        return tuple(asked)


def ask_reading(store: Store, actor: Actor, story: str, *, now: int) -> Refusal | None:
    """Send the last version to the hero, who has to read and agree to it."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        if each.step is not Step.READING:
            return stories.may_print(each.standing, _names(each)) or Refusal("read_already")
        title, text = as_read_by(store, each, each.hero)
        fact = facts.ReadingAsked(staff=each.hero, version=each.version, title=title, text=text)
        hall = hall_of(tx, each.hero)
        tx.record(fact, subject=story, actor=who.number, hall=hall)
        picturing.show(tx, who, each, each.hero, hall, each.printable)
    return None


def as_read_by(store: Store, each: Story, number: str) -> tuple[str, str]:
    """Title and text for one person: themselves by name until they have answered, others as they agreed."""
    agreed = {number: Naming.NAMED, **each.standing.agreed}
    people = views.colleagues(store)
    return naming.shown(each.raw_title, people, agreed), naming.shown(each.text, people, agreed)


def hall_of(tx: Transaction, number: str) -> str:
    """Where somebody reads what they are asked: their hall today."""
    span = History(tx.store).on(number, day_of(tx.now))
    return span.hall if span else tx.store.hall


def approve(store: Store, actor: Actor, story: str, *, now: int) -> Refusal | None:
    """Another person of the office than its editor approves the last version."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        alone = sum(may(person.role, Act.EDIT) for person in everyone(store)) <= 1
        if refusal := stories.may_approve(each.standing, who.number, _names(each), alone=alone):
            return refusal
        fact = facts.StoryApproved(version=each.version, alone=who.number == each.editor)
        tx.record(fact, subject=story, actor=who.number)
    return None


def set_aside(store: Store, actor: Actor, story: str, reason: str, *, now: int) -> Refusal | None:
    """Set a story aside that is not printed yet (`printed_already`: a printed one is retracted)."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        if not reason.strip():
            return Refusal("reason_needed")
        if each.issue:
            return Refusal("printed_already")
        tx.record(facts.StorySetAside(reason=reason.strip()), subject=story, actor=who.number)
    return None


def _names(each: Story) -> Mapping[str, str]:
    return {one.number: one.name for one in each.concerned}
