"""Ideas for the column: from the office, from a station about its own people, from whoever it is about."""

import uuid
from datetime import date

from shared.domain.actor import Actor
from shared.domain.lengths import required
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.people.history import History
from shared.people.views import person
from shared.practice.column import facts, ideas
from shared.practice.column.facts import Naming, Section, Source
from shared.practice.column.ideas import Idea
from shared.practice.column.policy import ColumnPolicy
from shared.practice.diary import views as diary
from shared.practice.diary.facts import AUTHOR_ONLY
from shared.reference.views import policy


def propose(store: Store, actor: Actor, idea: Idea, *, now: int) -> str | Refusal:
    """The office makes a story of an idea; its id. `own_words_only` for entries that only their author may send in."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        entry = diary.entry(store, who, idea.reference) if idea.source is Source.DIARY else None
        if idea.source is Source.DIARY and entry is None:
            return Refusal("not_found")
        if entry is not None and entry.entry in AUTHOR_ONLY:
            return Refusal("own_words_only")
        return _propose(tx, who, idea)


def propose_bulletin(store: Store, actor: Actor, month: str, *, now: int) -> str | Refusal:
    """The bulletin of a month (`2026-03`) whose inspections are published."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        idea = ideas.bulletin(store, month)
        return Refusal("bulletin_too_early", {"month": month}) if idea is None else _propose(tx, who, idea)


def nominate(
    store: Store, actor: Actor, section: Section, hero: str, day: date, title: str, text: str, *, now: int
) -> str | Refusal:
    """A deed that a station compiled about one of its people (各单位整理突出事迹); by its supervisor or the office."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SEE_HALL, at_home=True)
        if isinstance(who, Refusal):
            return who
        span = History(store).on(hero, day)
        hall = span.hall if span else ""
        if hall != who.hall and not may(who.role, Act.EDIT):
            return Refusal("not_of_this_station")
        idea = Idea(section=section, source=Source.STATION, hall=hall, day=day, title=title, text=text, hero=hero)
        return _propose(tx, who, idea)


def send_in(
    store: Store, actor: Actor, section: Section, title: str, text: str, naming: Naming, entry: str = "", *, now: int
) -> str | Refusal:
    """Send in one's own text, or one's own diary entry (`entry`), with how one wishes to appear."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        if naming is Naming.NO:
            return Refusal("story_refused", {"name": who.name})
        own = diary.entry(store, who, entry) if entry else None
        if entry and (own is None or own.staff != who.number):
            return Refusal("not_found")
        source = Source.DIARY if entry else Source.WORDS
        idea = Idea(
            section=section,
            source=source,
            hall=who.hall,
            day=day_of(now),
            title=title,
            text=text,
            hero=who.number,
            author=who.number,
            reference=entry,
        )
        story = _propose(tx, who, idea)
        if not isinstance(story, Refusal):
            tx.record(facts.NamingAnswered(staff=who.number, naming=naming), subject=story, actor=who.number)
        return story


def _propose(tx: Transaction, who: Actor, idea: Idea) -> str | Refusal:
    if refusal := required(idea.text, policy(tx.store)[ColumnPolicy].text_limit):
        return refusal
    if ideas.taken(tx.store, idea.reference):
        return Refusal("idea_taken")
    if idea.day > day_of(tx.now) and idea.source is not Source.ANNALS:
        return Refusal("story_ahead")
    unknown = next((each for each in (idea.hero, idea.author) if each and person(tx.store, each) is None), "")
    if unknown:
        return Refusal("unknown_person", {"number": unknown})

    fact = facts.StoryProposed(
        section=idea.section,
        source=idea.source,
        hall=idea.hall,
        day=idea.day,
        hero=idea.hero,
        author=idea.author,
        title=idea.title.strip(),
        text=idea.text.strip(),
        reference=idea.reference,
    )
    return tx.record(fact, subject=f"story:{uuid.uuid4().hex}", actor=who.number).subject
