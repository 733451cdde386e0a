"""What an app may do with verdicts: propose, tell, answer, decide, reopen."""

from collections.abc import Callable

import msgspec

from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.acting import acting
from shared.people.history import History
from shared.practice.complaints import facts, rules, views
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.policy import Complaints
from shared.practice.complaints.rules import Case
from shared.reference.views import calendar, policy


class Opinion(msgspec.Struct, frozen=True):
    """A verdict, whom it is about, and why. `unit` is left out for a person: it is theirs of the day it happened."""

    verdict: Verdict
    about: About
    grounds: str
    person: str = ""
    unit: str = ""


def propose(store: Store, actor: Actor, ticket: str, opinion: Opinion, *, now: int) -> Refusal | None:
    """The supervisor's proposal; the person concerned is told by seeing it."""
    unit = _unit(store, ticket, opinion, now)
    fact = facts.VerdictProposed(
        verdict=opinion.verdict, about=opinion.about, grounds=opinion.grounds, person=opinion.person, unit=unit
    )
    if not opinion.grounds.strip():
        return Refusal("reason_needed")
    if opinion.person == actor.number:
        return Refusal("about_yourself")
    return _record(store, actor, Act.CONSENT, ticket, fact, lambda case: rules.may_propose(case, actor.number), now)


def tell(store: Store, actor: Actor, ticket: str, *, now: int) -> Refusal | None:
    """Record that the person concerned has the proposal on the screen: the days to answer count from then on."""

    def check(case: Case) -> Refusal | None:
        return None if case.person == actor.number else Refusal("not_about_you")

    return _record(store, actor, None, ticket, facts.VerdictTold(), check, now)


def answer(store: Store, actor: Actor, ticket: str, text: str, *, now: int) -> Refusal | None:
    """The person concerned answers to the proposal."""
    if not text.strip():
        return Refusal("empty_text")
    days, settings = calendar(store), policy(store)[Complaints]
    return _record(
        store,
        actor,
        None,
        ticket,
        facts.VerdictAnswered(text=text),
        lambda case: rules.may_answer(case, actor.number, day_of(now), days, settings),
        now,
    )


def decide(store: Store, actor: Actor, ticket: str, opinion: Opinion, *, now: int) -> Refusal | None:
    """The office's verdict, which is final."""
    if not opinion.grounds.strip():
        return Refusal("reason_needed")
    days, values = calendar(store), policy(store)
    fact = facts.ComplaintJudged(
        verdict=opinion.verdict,
        about=opinion.about,
        grounds=opinion.grounds,
        policy=values.version,
        person=opinion.person,
        unit=_unit(store, ticket, opinion, now),
    )

    def check(case: Case) -> Refusal | None:
        return rules.may_decide(case, actor.number, day_of(now), days, values[Complaints])

    return _record(store, actor, Act.JUDGE, ticket, fact, check, now)


def reopen(store: Store, actor: Actor, ticket: str, evidence: str, *, now: int) -> Refusal | None:
    """Reopen a final verdict on new evidence: it is to be proposed again."""
    fact = facts.VerdictReopened(evidence=evidence)
    return _record(store, actor, Act.JUDGE, ticket, fact, lambda case: rules.may_reopen(case, evidence), now)


def _unit(store: Store, ticket: str, opinion: Opinion, now: int) -> str:
    """The unit concerned; of a person their hall on the day that the complaint came in: they may have moved since."""
    if opinion.unit or opinion.about is not About.PERSON:
        return opinion.unit
    span = History(store).on(opinion.person, views.received_on(store, ticket) or day_of(now))
    return span.hall if span else ""


def _record(
    store: Store,
    actor: Actor,
    act: Act | None,
    ticket: str,
    fact: Fact,
    check: Callable[[Case], Refusal | None],
    now: int,
) -> Refusal | None:
    """Record one step of a verdict where the actor may `act` and `check` has nothing against the case."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, act, at_home=act is Act.CONSENT)
        if isinstance(who, Refusal):
            return who
        found = views.case(store, ticket)
        if found is None:
            return Refusal("not_a_complaint")
        if refusal := check(found):
            return refusal
        tx.record(fact, subject=ticket, actor=who.number, hall=views.hall_of(store, ticket))
    return None
