"""The office's steps of an issue: open, plan, publish; later editions correct stories or leave withdrawn ones out."""

import uuid
from collections.abc import Sequence
from datetime import date

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.practice.column import editions, facts, pictures, views, words
from shared.practice.column.actions import public_texts
from shared.practice.column.editions import Print, Reprint
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import issues, stories
from shared.practice.column.views import Issue, Section
from shared.reference.views import policy


def open_issue(store: Store, actor: Actor, year: int, number: int, *, now: int) -> str | Refusal:
    """Begin an issue; its id."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        subject = views.subject(year, number)
        if number < 1 or views.issue(store, subject) is not None:
            return Refusal("issue_exists", {"year": year, "number": number})
        tx.record(facts.IssueOpened(year=year, number=number), subject=subject, actor=who.number)
        return subject


def plan(
    store: Store, actor: Actor, issue: str, day: date, title: str, chosen: Sequence[str], *, now: int
) -> Refusal | None:
    """Set an issue's day, title and stories in their order, before it is published."""
    with store.transaction(now) as tx:
        found = _in_preparation(tx, actor, issue)
        return found if isinstance(found, Refusal) else _plan(tx, found[0], issue, day, title, tuple(chosen))


def add_story(store: Store, actor: Actor, issue: str, story: str, *, now: int) -> Refusal | None:
    """Add a story at the end of an issue, whatever else was added meanwhile."""
    with store.transaction(now) as tx:
        found = _in_preparation(tx, actor, issue)
        if isinstance(found, Refusal):
            return found
        who, wanted = found
        return _plan(tx, who, issue, wanted.day or day_of(now), wanted.title, (*wanted.stories, story))


def _plan(tx: Transaction, who: Actor, issue: str, day: date, title: str, chosen: tuple[str, ...]) -> Refusal | None:
    if refusal := issues.may_plan(chosen, policy(tx.store)[ColumnPolicy]) or public_texts.refuse_names(tx.store, title):
        return refusal
    if any((each := views.story(tx.store, story)) is None or each.issue for story in chosen):
        return Refusal("printed_already")
    fact = facts.IssuePlanned(day=day, title=title.strip(), stories=chosen)
    tx.record(fact, subject=issue, actor=who.number)
    return None


def publish(store: Store, actor: Actor, issue: str, *, now: int) -> Refusal | None:
    """Publish the first edition: its pages go to every hall and do not change any more."""
    with store.transaction(now) as tx:
        found = _in_preparation(tx, actor, issue)
        if isinstance(found, Refusal):
            return found
        who, wanted = found
        if wanted.day is None:
            return Refusal("issue_not_planned")
        if refusal := issues.may_publish(wanted.stories, wanted.day, day_of(now), policy(store)[ColumnPolicy]):
            return refusal
        if refusal := _all_ready(store, wanted):
            return refusal
        pages = tuple(_page(tx, who, issue, each) for each in editions.first(store, wanted))
        _edition(tx, who, wanted, pages, ())
    return None


def _all_ready(store: Store, wanted: Issue) -> Refusal | None:
    for story in wanted.stories:
        each = views.story(store, story)
        if each is None or each.issue:
            return Refusal("printed_already" if each else "not_found")
        if refusal := stories.may_print(each.standing, {one.number: one.name for one in each.concerned}):
            return refusal
    return None


def _in_preparation(tx: Transaction, actor: Actor, issue: str) -> tuple[Actor, Issue] | Refusal:
    """Who acts, and the issue while it is not published."""
    who = acting(tx, actor, Act.EDIT)
    if isinstance(who, Refusal):
        return who
    wanted = views.issue(tx.store, issue)
    if wanted is None or wanted.edition:
        return Refusal("issue_frozen" if wanted else "not_found")
    return who, wanted


def _page(tx: Transaction, who: Actor, issue: str, each: Print) -> str:
    """Record a page with its photos, and for the office how its people are named; the page's id."""
    page = f"page:{uuid.uuid4().hex}"
    fact = facts.PagePublished(
        issue=issue,
        story=each.story,
        section=Section(each.section),
        hall=each.hall,
        version=each.version,
        title=each.title,
        text=each.text,
        quotes=each.quotes,
    )
    tx.record(fact, subject=page, actor=who.number)
    for one in pictures.of_story(tx.store, each.story):
        if one.number in each.pictures:
            photo = facts.PicturePublished(number=one.number, sha256=one.sha256, image=one.image)
            tx.record(photo, subject=page, actor=who.number)
    kept = facts.StoryPrinted(issue=issue, page=page, version=each.version, naming=dict(each.naming))
    tx.record(kept, subject=each.story, actor=who.number)
    return page


def _edition(tx: Transaction, who: Actor, wanted: Issue, pages: tuple[str, ...], notes: tuple[str, ...]) -> None:
    fact = facts.IssuePublished(
        year=wanted.year,
        number=wanted.number,
        day=wanted.day or day_of(tx.now),
        title=wanted.title,
        edition=wanted.edition + 1,
        pages=pages,
        notes=notes,
    )
    tx.record(fact, subject=wanted.issue, actor=who.number)


def retract(store: Store, actor: Actor, story: str, reason: str, *, now: int) -> Refusal | None:
    """Retract a printed story: a new electronic edition appears without it, with a note. What is on paper stays."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        if not reason.strip():
            return Refusal("reason_needed")
        each = views.story(store, story)
        if each is None or not each.issue or each.standing.out:
            return Refusal("not_printed")
        fact = facts.StoryRetracted(issue=each.issue, reason=reason.strip())
        tx.record(fact, subject=story, actor=who.number)
        publish_edition(tx, who, each.issue)
    return None


def reissue(store: Store, actor: Actor, issue: str, note: str, *, now: int) -> Refusal | None:
    """Publish the next edition with corrected stories; `note` tells readers what changed."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        if not note.strip():
            return Refusal("reason_needed")
        if refusal := public_texts.refuse_names(store, note):
            return refusal
        wanted = views.issue(store, issue)
        if wanted is None or not any(each.changed for each in editions.reprints(store, wanted)[issue]):
            return Refusal("nothing_to_reissue")
        publish_edition(tx, who, issue, note.strip())
    return None


def publish_edition(tx: Transaction, who: Actor, issue: str, note: str = "") -> None:
    """Publish the next edition: unchanged pages stay, and pages that name somebody who withdrew are erased."""
    wanted = views.issue(tx.store, issue)
    if wanted is None or wanted.published is None:
        return
    again = editions.reprints(tx.store, wanted)[issue]
    pages = tuple(
        _page(tx, who, issue, each.now) if each.changed else each.page for each in again if each.now is not None
    )
    changes = [words.LABELS[name].zh.format(place=each.place) for each in again if (name := _note(each))]
    notes = (*wanted.published.notes, *changes, *([note] if note else []))
    _edition(tx, who, wanted, pages, notes)
    for each in again:
        if each.withdrawn:
            tx.erase(each.page, reason="declined", actor=who.number)


def _note(each: Reprint) -> str:
    """The text (of `words.LABELS`) about a page's change, "" for none; that a name was removed is not said."""
    if each.now is None:
        return "note_retracted"
    return "note_changed" if each.changed else ""
