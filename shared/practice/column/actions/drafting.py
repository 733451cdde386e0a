"""Writes a version of a story: colleagues as 〔number〕, no customer's name or phone, only released sentences."""

import msgspec

from shared.domain.actor import Actor
from shared.domain.lengths import required
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.practice.column import facts, quoting, views
from shared.practice.column.facts import Section
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import naming
from shared.practice.column.rules.stories import Step
from shared.practice.column.views import Story
from shared.reference.views import policy


class Draft(msgspec.Struct, frozen=True):
    """A version as its editor wrote it: names or 〔numbers〕 in the text; the cards whose sentences it quotes."""

    section: Section
    title: str
    text: str
    sentences: tuple[str, ...] = ()


def draft(store: Store, actor: Actor, story: str, written: Draft, *, now: int) -> int | Refusal:
    """Write a new version; its number. It must be read and approved again, and whoever it newly names be asked."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        return found if isinstance(found, Refusal) else write(tx, *found, written)


def write(tx: Transaction, who: Actor, each: Story, written: Draft) -> int | Refusal:
    """The next version of an open story; its number."""
    title, text = _marked(tx.store, written.title, False), _marked(tx.store, written.text, True)
    if isinstance(title, Refusal) or isinstance(text, Refusal):
        return title if isinstance(title, Refusal) else text if isinstance(text, Refusal) else 0
    if refusal := _may_draft(tx.store, each, written, title, text):
        return refusal
    fact = facts.Drafted(
        version=each.version + 1, section=written.section, title=title, text=text, sentences=written.sentences
    )
    tx.record(fact, subject=each.story, actor=who.number)
    return fact.version


def _marked(store: Store, text: str, long: bool) -> str | Refusal:
    """The text with marks for names; refused where a `long` one quotes a customer's sentence that is not released."""
    settings = policy(store)[ColumnPolicy]
    if refusal := required(text, settings.text_limit):
        return refusal
    if long and (sentence := quoting.not_released(store, text)):
        return Refusal("sentence_not_released", {"sentence": sentence})
    return naming.marked(text.strip(), tuple(views.colleagues(store).values()), settings.titles)


def _may_draft(store: Store, each: Story, written: Draft, title: str, text: str) -> Refusal | None:
    released = {sentence.card for sentence in views.sentences(store, each.hall)}
    if not set(written.sentences) <= released:
        return Refusal("sentence_of_another_hall")
    people = views.colleagues(store)
    unknown = next((number for number in naming.numbers(f"{title}{text}") if number not in people), "")
    if unknown:
        return Refusal("unknown_person", {"number": unknown})
    before = (each.standing.version > 0, each.section, each.raw_title, each.text, each.sentences)
    return Refusal("text_unchanged") if before == (True, written.section, title, text, written.sentences) else None


def story_to_edit(tx: Transaction, actor: Actor, story: str) -> tuple[Actor, Story] | Refusal:
    """Who acts, and the story unless it is out; refused to whoever may not edit."""
    who = acting(tx, actor, Act.EDIT)
    if isinstance(who, Refusal):
        return who
    each = views.story(tx.store, story)
    return Refusal("not_found") if each is None or each.step is Step.OUT else (who, each)
