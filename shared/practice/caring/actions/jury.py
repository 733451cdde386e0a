"""What a juror does: score an entry, also again while the jury is open, or recuse themselves.

A juror is appointed in the round, whatever their role. Their device knows what they may not score, but hardly why.
"""

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.practice.caring import facts, own, recusals, views
from shared.practice.caring.own import Assignment, JuryText
from shared.practice.caring.rules import jury, rounds
from shared.practice.caring.rules.jury import Score

_RECUSED = {
    "same_hall": Refusal("recused_same_hall"),
    "concerned": Refusal("recused_concerned"),
    "recognised": Refusal("recused_recognised"),
}


class Marks(msgspec.Struct, frozen=True):
    """压力大, 贡献大, 有借鉴意义."""

    pressure: int
    contribution: int
    lesson: int


def score(store: Store, actor: Actor, entry: str, version: int, marks: Marks, *, now: int) -> Refusal | None:
    """Record a juror's marks of an entry, for the `version` of the text that they read; the last ones count."""
    with store.transaction(now) as tx:
        found = _paper(tx, actor, entry)
        if isinstance(found, Refusal):
            return found
        who, assignment, paper = found
        given = Score(entry, who.number, marks.pressure, marks.contribution, marks.lesson, version)
        if refusal := jury.check(given, paper.version, assignment.settings):
            return refusal
        fact = facts.Scored(
            juror=who.number,
            version=version,
            pressure=marks.pressure,
            contribution=marks.contribution,
            lesson=marks.lesson,
        )
        tx.record(fact, subject=entry, actor=who.number)
    return None


def recuse(store: Store, actor: Actor, entry: str, *, now: int) -> Refusal | None:
    """我认出了当事人: the juror recognised the hero, and their marks of this entry no longer count."""
    with store.transaction(now) as tx:
        found = _paper(tx, actor, entry)
        if isinstance(found, Refusal):
            return found
        who, _, _ = found
        tx.record(facts.Recused(juror=who.number, reason="recognised"), subject=entry, actor=who.number)
    return None


def _paper(tx: Transaction, actor: Actor, entry: str) -> tuple[Actor, Assignment, JuryText] | Refusal:
    who = acting(tx, actor, at_home=True)
    if isinstance(who, Refusal):
        return who
    today = day_of(tx.now)
    assignment = own.assignment(tx.store, who.number, today)
    if assignment is None:
        return Refusal("not_a_juror")
    if not assignment.open:
        return Refusal("jury_is_closed")
    paper = next((each for each in assignment.texts if each.entry == entry), None)
    if paper is None:
        return Refusal("not_found")
    if why := paper.recused or _by_itself(tx.store, entry, who.number, tx.now):
        return _RECUSED[rounds.shown_to_juror(why)]
    return who, assignment, paper


def _by_itself(store: Store, entry: str, juror: str, now: int) -> str:
    """The recusal by today's roster, where this device knows the whole entry; else ""."""
    each = views.entry(store, entry)
    if each is None:
        return ""
    return recusals.by_roster(store, (each,), (juror,), day_of(now)).get((entry, juror), "")
