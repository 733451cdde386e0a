"""What people do for themselves and their hall: agree to appear, read a text, release sentences, adopt experiences."""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store
from shared.people.acting import acting
from shared.practice.column import facts, quoting
from shared.practice.column.actions.withdrawing import withdraw_declined
from shared.practice.column.facts import Adoption, Naming, Section
from shared.practice.column.tables import ConcernedRow, PageRow, SentenceRow


def answer(store: Store, actor: Actor, story: str, naming: Naming, *, now: int) -> Refusal | None:
    """Answer how one agrees to appear; may be changed at any time, also when the story is published."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        row = _asked(store, story, who.number)
        if row is None:
            return Refusal("not_found")
        if row.naming != naming or row.again:
            tx.record(facts.NamingAnswered(staff=who.number, naming=naming), subject=story, actor=who.number)
    withdraw_declined(store, now=now)
    return None


def read_text(
    store: Store, actor: Actor, story: str, version: int, *, agreed: bool, wish: str = "", now: int
) -> Refusal | None:
    """本人核稿: agree to the version that was read, or say in a `wish` what is to be changed."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        row = _asked(store, story, who.number)
        if row is None:
            return Refusal("not_found")
        if row.reading != version:
            return Refusal("changed_after_reading")
        if not agreed and not wish.strip():
            return Refusal("wish_needed")
        fact = facts.TextRead(staff=who.number, version=version, agreed=agreed, wish="" if agreed else wish.strip())
        tx.record(fact, subject=story, actor=who.number)
    return None


def _asked(store: Store, story: str, number: str) -> ConcernedRow | None:
    query = ConcernedRow.select().where(
        ConcernedRow.subject == story, ConcernedRow.staff == number, ConcernedRow.asked, ConcernedRow.text != ""
    )
    return query.first(store.db)  # type: ignore[no-any-return] # peewee


def release_sentence(store: Store, actor: Actor, card: str, *, now: int) -> Refusal | None:
    """The supervisor lets the column quote the sentence on a card of their hall."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SIGN_DAY, at_home=True)
        if isinstance(who, Refusal):
            return who
        found = next((each for each in quoting.quotable(store, who.hall) if each.card == card), None)
        if found is None:
            return Refusal("sentence_of_another_hall")
        if not found.released:
            fact = facts.SentenceReleased(card=card, hall=who.hall, sentence=found.sentence)
            tx.record(fact, subject=_sentence(card), actor=who.number)
    return None


def withhold_sentence(store: Store, actor: Actor, card: str, *, now: int) -> Refusal | None:
    """Withdraw a released sentence; it is taken out of the electronic versions, too."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SIGN_DAY, at_home=True)
        if isinstance(who, Refusal):
            return who
        row = SentenceRow.select().where(SentenceRow.card == card, SentenceRow.hall == who.hall, SentenceRow.released)
        if not row.exists(store.db):
            return Refusal("sentence_of_another_hall")
        tx.record(facts.SentenceWithheld(), subject=_sentence(card), actor=who.number)
    withdraw_declined(store, now=now)
    return None


def _sentence(card: str) -> str:
    return f"sentence:{card}"


def adopt(store: Store, actor: Actor, story: str, adoption: Adoption, line: str, *, now: int) -> Refusal | None:
    """A hall adopts a printed experience, or says in a line why it does not apply; a later answer replaces it."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.SIGN_DAY, at_home=True)
        if isinstance(who, Refusal):
            return who
        if not line.strip():
            return Refusal("line_needed")
        query = PageRow.select().where(PageRow.story == story, PageRow.section == Section.EXPERIENCE.value)
        if not query.exists(store.db):
            return Refusal("no_experience")
        fact = facts.AdoptionAnswered(story=story, hall=who.hall, adoption=adoption, line=line.strip())
        tx.record(fact, subject=f"adoption:{story}:{who.hall}", actor=who.number, hall=who.hall)
    return None
