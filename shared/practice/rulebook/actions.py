"""What an app may do with the rulebooks: draft, consult, publish, withdraw a chapter, read it, sign for copies."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.acting import acting
from shared.practice.rulebook import facts, rules, views
from shared.practice.rulebook.facts import PREFIX, Body, Book, ChapterText, RulebookRead
from shared.reference import actions as reference
from shared.reference.views import understood, with_newer_names


def draft(store: Store, actor: Actor, code: str, text: ChapterText, *, now: int) -> Refusal | None:
    """Put a chapter before the staff, before it is published."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.PUBLISH)
        if isinstance(who, Refusal):
            return who
        if refusal := rules.may_draft(code, text, views.clauses_taken(store, text.book, but=code)):
            return refusal
        fact = facts.ChapterDrafted(
            chapter=code, place=text.place, title=text.title, text=text.text, book=text.book, standard=text.standard
        )
        tx.record(fact, subject=f"draft:{code}", actor=who.number, hall=EVERYWHERE)
    return None


def consult(
    store: Store, actor: Actor, code: str, day: date, body: Body, opinions: str, outcome: str = "", *, now: int
) -> Refusal | None:
    """Record that a draft was discussed, with whom, and what was said."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.PUBLISH)
        if isinstance(who, Refusal):
            return who
        if views.draft(store, code) is None:
            return Refusal("no_draft")
        if day > day_of(now):
            return Refusal("consulted_later")
        if not opinions.strip():
            return Refusal("empty_text")
        fact = facts.ConsultationRecorded(day=day, body=body, opinions=opinions.strip(), outcome=outcome.strip())
        tx.record(fact, subject=f"draft:{code}", actor=who.number, hall=EVERYWHERE)
    return None


def publish(
    store: Store, actor: Actor, code: str, text: ChapterText, *, now: int, newer: Mapping[str, Any] | None = None
) -> int | Refusal:
    """Publish a new version of a chapter to all halls; its number. A material one everybody then has to read.

    `newer`: the fields of this text that only a newer version knows, as of a template.
    """
    if refusal := rules.may_publish(code, text, views.clauses_taken(store, text.book, but=code), day_of(now)):
        return refusal
    if refusal := understood(store, PREFIX + code, ChapterText):
        return refusal
    body = _body(store, code, text) | dict(newer or {})
    return reference.publish(store, actor, PREFIX + code, body, now=now, first=1)


def withdraw(store: Store, actor: Actor, code: str, *, now: int) -> int | Refusal:
    """Take a chapter out of its book: nobody has to read it any more; it can come back as a new version."""
    with store.transaction(now) as tx:
        who, chapter = acting(tx, actor, Act.PUBLISH), views.chapter(store, code)
    if isinstance(who, Refusal) or chapter is None:
        return who if isinstance(who, Refusal) else Refusal("not_found")
    text = ChapterText(chapter.place, chapter.title, chapter.text, chapter.book, chapter.standard, withdrawn=True)
    return reference.publish(store, actor, PREFIX + code, _body(store, code, text) | {"text": ""}, now=now)


def _body(store: Store, code: str, text: ChapterText) -> dict[str, Any]:
    found = with_newer_names(store, PREFIX + code, text)
    return {name: value for name, value in found.items() if value is not None}


def read(store: Store, actor: Actor, code: str, version: int, *, now: int) -> Refusal | None:
    """Acknowledge that one has read the version on the screen."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        newest, already = views.version(store, code), views.read_version(store, who.number, code)
        if refusal := rules.may_acknowledge(version, newest, already):
            return refusal
        fact = RulebookRead(staff=who.number, chapter=code, version=version)
        tx.record(fact, subject=f"reading:{who.number}:{code}", actor=who.number)
    return None


def receive(store: Store, actor: Actor, book: Book, copies: int, *, now: int) -> Refusal | None:
    """Sign for printed copies of a book's edition in force, for one's own hall (签收)."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SEE_HALL)
        if isinstance(who, Refusal):
            return who
        edition = views.edition(store, book)
        if edition is None:
            return Refusal("not_found")
        if copies < 1:
            return Refusal("no_copies")
        fact = facts.BookletReceived(book=book, edition=edition, copies=copies)
        tx.record(fact, subject=f"booklet:{book.value}:{who.hall}", actor=who.number, hall=who.hall)
    return None
