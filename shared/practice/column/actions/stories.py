"""The office's steps of a story: draft, ask whom it concerns, have it read, approve, set aside."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.people.history import History
from shared.people.views import everyone
from shared.practice.column import facts, quoting, views
from shared.practice.column.facts import Naming, Section
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import naming, stories
from shared.practice.column.rules.stories import Step
from shared.practice.column.views import Story
from shared.reference.views import policy


@dataclass(frozen=True)
class Draft:
    """A version as its editor wrote it: names or 〔numbers〕 in the text; the cards whose sentences it quotes."""

    section: Section
    title: str
    text: str
    sentences: tuple[str, ...] = ()


def draft(store: Store, actor: Actor, story: str, written: Draft, *, now: int) -> int | Refusal:
    """A new version; its number. It must be read and approved again, and whoever it newly names must be asked."""
    with store.transaction(now) as tx:
        found = _open(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        title, text = _marked(store, written.title, False), _marked(store, written.text, True)
        if isinstance(title, Refusal) or isinstance(text, Refusal):
            return title if isinstance(title, Refusal) else text if isinstance(text, Refusal) else 0
        if refusal := _may_draft(store, each, written, title, text):
            return refusal
        fact = facts.Drafted(
            version=each.version + 1, section=written.section, title=title, text=text, sentences=written.sentences
        )
        tx.record(fact, subject=story, actor=who.number)
        return fact.version


def _marked(store: Store, text: str, long: bool) -> str | Refusal:
    """A text with marks for names. The halls' sentences that nobody let go are looked for in the long one."""
    if not text.strip():
        return Refusal("empty_text")
    settings = policy(store)[ColumnPolicy]
    if len(text) > settings.text_limit:
        return Refusal("text_too_long", {"limit": settings.text_limit})
    if long and (sentence := quoting.not_released(store, text)):
        return Refusal("sentence_not_released", {"sentence": sentence})
    return naming.marked(text.strip(), tuple(views.colleagues(store).values()), settings.titles)


def _may_draft(store: Store, each: Story, written: Draft, title: str, text: str) -> Refusal | None:
    free = {sentence.card for sentence in views.sentences(store, each.hall)}
    if not set(written.sentences) <= free:
        return Refusal("sentence_of_another_hall")
    people = views.colleagues(store)
    unknown = next((number for number in naming.numbers(f"{title}{text}") if number not in people), "")
    if unknown:
        return Refusal("unknown_person", {"number": unknown})
    before = (each.standing.version > 0, each.section, each.raw_title, each.text, each.sentences)
    return Refusal("text_unchanged") if before == (True, written.section, title, text, written.sentences) else None


def ask(store: Store, actor: Actor, story: str, *, now: int) -> tuple[str, ...] | Refusal:
    """Ask everybody concerned who has not answered how they agree to appear, in their halls; who was asked."""
    with store.transaction(now) as tx:
        found = _open(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        asked = [one.number for one in each.concerned if not one.asked and one.naming is None]
        if not asked:
            return Refusal("nobody_to_ask")
        for number in asked:
            title, text = as_read_by(store, each, number)
            fact = facts.NamingAsked(staff=number, title=title, text=text)
            tx.record(fact, subject=story, actor=who.number, hall=hall_of(tx, number))
        return tuple(asked)


def ask_reading(store: Store, actor: Actor, story: str, *, now: int) -> Refusal | None:
    """Send the last version to whom it is about."""
    with store.transaction(now) as tx:
        found = _open(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        if each.step is not Step.READING:
            return stories.may_print(each.standing, _names(each)) or Refusal("read_already")
        title, text = as_read_by(store, each, each.hero)
        fact = facts.ReadingAsked(staff=each.hero, version=each.version, title=title, text=text)
        tx.record(fact, subject=story, actor=who.number, hall=hall_of(tx, each.hero))
    return None


def as_read_by(store: Store, each: Story, number: str) -> tuple[str, str]:
    """Title and text for one person in it: themselves by name until they have answered, others as they agreed."""
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
        found = _open(tx, actor, story)
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
    """The office does not print it. What is printed is retracted."""
    with store.transaction(now) as tx:
        found = _open(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        if not reason.strip():
            return Refusal("reason_needed")
        if each.issue:
            return Refusal("printed_already")
        tx.record(facts.StorySetAside(reason=reason.strip()), subject=story, actor=who.number)
    return None


def _open(tx: Transaction, actor: Actor, story: str) -> tuple[Actor, Story] | Refusal:
    """Who acts, and a story that is not out."""
    who = acting(tx, actor, Act.EDIT)
    if isinstance(who, Refusal):
        return who
    each = views.story(tx.store, story)
    return Refusal("not_found") if each is None or each.step is Step.OUT else (who, each)


def _names(each: Story) -> Mapping[str, str]:
    return {one.number: one.name for one in each.concerned}
