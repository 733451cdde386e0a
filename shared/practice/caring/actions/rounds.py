"""The office's steps of a round: open, appoint, close the jury, decide, announce, judge again, finish."""

import uuid
from collections.abc import Sequence
from datetime import date

import msgspec

from shared.domain import closing
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.people.history import History
from shared.people.views import halls, person
from shared.practice.caring import facts, recusals, views
from shared.practice.caring.actions.common import in_round, round_of, tell_recusals, with_jury
from shared.practice.caring.facts import EntryResult
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import fairness, rounds
from shared.practice.caring.rules.jury import Tally
from shared.practice.caring.rules.rounds import Juror, State
from shared.practice.caring.views import Entry, Round
from shared.reference.views import calendar, policy


class Opening(msgspec.Struct, frozen=True):
    """What a round is opened with; `jury` are staff numbers. The last days of nominating and of judging."""

    jury: tuple[str, ...]
    nominate_until: date
    judge_until: date
    places: int
    minimum: int


@action(Act.AWARD)
def open_round(tx: Transaction, who: Actor, year: int, opening: Opening, *, now: int) -> Refusal | None:
    """Open a year's round."""
    known, today = views.award_round(tx.store, year, day_of(now)) is not None, day_of(now)
    if refusal := rounds.may_open(year, known, today, opening.nominate_until, opening.judge_until):
        return refusal
    values = policy(tx.store)
    if refusal := _jury(tx.store, opening.jury, values[Caring]):
        return refusal
    fact = facts.RoundOpened(
        year=year,
        jury=opening.jury,
        places=opening.places,
        minimum=opening.minimum,
        nominate_until=opening.nominate_until,
        judge_until=opening.judge_until,
        policy=values.version,
    )
    tx.record(fact, subject=views.subject(year), actor=who.number)
    return None


def _jury(store: Store, numbers: Sequence[str], settings: Caring) -> Refusal | None:
    people = [(number, person(store, number)) for number in numbers]
    unknown = next((number for number, known in people if known is None), None)
    if unknown is not None:
        return Refusal("unknown_person", {"number": unknown})
    return rounds.may_appoint([Juror(number, known.hall) for number, known in people if known], settings)


@in_round(with_jury)
def appoint(tx: Transaction, who: Actor, found: Round, juror: str, *, now: int) -> Refusal | None:
    """Appoint one more juror, where recusals leave too few."""
    if juror in found.jurors:
        return Refusal("juror_twice")
    if person(tx.store, juror) is None:
        return Refusal("unknown_person", {"number": juror})
    tx.record(facts.JurorAppointed(juror=juror), subject=found.subject, actor=who.number)
    tell_recusals(tx, found, found.ready, (juror,))
    return None


@in_round(with_jury)
def close_jury(tx: Transaction, who: Actor, found: Round, *, now: int) -> Refusal | None:
    """End the scoring, and record the outcome with the digest of all scores that counted."""
    if found.state is State.NOMINATING:
        return Refusal("still_nominating", {"day": found.opened.nominate_until})
    head, ranked = tx.store.head(), (*found.result.awarded, *found.result.nominated)
    fact = facts.JuryClosed(
        policy=found.opened.policy,
        basis=head.n,
        basis_hash=head.link,
        inputs=views.digest(found.scores),
        results=tuple(map(_result, ranked)),
        unranked=found.result.unranked,
    )
    tx.record(fact, subject=found.subject, actor=who.number)
    tx.record(facts.ScoringSet(open=False), subject=found.subject, actor=who.number)
    return None


def _result(each: Tally) -> EntryResult:
    return EntryResult(
        entry=each.entry,
        hero=each.hero,
        jurors=each.jurors,
        score=str(each.score),
        lesson=str(each.lesson),
        contribution=str(each.contribution),
    )


@in_round(round_of)
def decide(tx: Transaction, who: Actor, found: Round, chair: str, minute: str = "", *, now: int) -> Refusal | None:
    """Award by the scores; where equally strict jurors would give other winners, a `minute` must say why."""
    if not found.closed:
        return Refusal("jury_not_closed")
    if refusal := rounds.may_advance(found.state, State.DECIDED):
        return refusal
    if chair not in found.jurors:
        return Refusal("chair_not_in_jury", {"number": chair})
    if not minute.strip() and fairness.severity_check(found.heroes, found.scores, found.settings):
        return Refusal("minute_needed")
    fact = facts.Decided(
        awarded=tuple(each.entry for each in found.result.awarded),
        nominated=tuple(each.entry for each in found.result.nominated),
        chair=chair,
        minute=minute.strip(),
    )
    tx.record(fact, subject=found.subject, actor=who.number)
    return None


@in_round(round_of)
def announce(tx: Transaction, who: Actor, found: Round, *, now: int) -> Refusal | None:
    """Show the awarded to all staff; objections are taken for the working days of the notice."""
    if refusal := rounds.may_advance(found.state, State.ANNOUNCED):
        return refusal
    until = closing.notice_until(day_of(now), found.settings.notice_days, calendar(tx.store))
    tx.record(facts.RoundAnnounced(until=until), subject=found.subject, actor=who.number)
    for each in _awarded(found):
        name, hall = _named(tx.store, each, day_of(now))
        shown = facts.AwardShown(
            awarded=True,
            round=found.subject,
            staff=each.hero,
            name=name,
            hall=hall,
            title=each.title,
            text=each.blind,
        )
        tx.record(shown, subject=each.entry, actor=who.number)
    return None


def _awarded(found: Round) -> list[Entry]:
    won = [found.entry(each.entry) for each in found.result.awarded]
    return [each for each in won if each is not None and each.ready]


def _named(store: Store, entry: Entry, today: date) -> tuple[str, str]:
    """The hero's name, and that of their hall at the deed."""
    span = History(store).on(entry.hero, entry.day or today)
    known = {hall.code: hall.name for hall in halls(store)}
    return (span.name if span else entry.hero), known.get(entry.hall, entry.hall)


@in_round(round_of)
def reopen(tx: Transaction, who: Actor, found: Round, reason: str, *, now: int) -> Refusal | None:
    """Judge again: the decision is taken back, and its names are taken off the notice."""
    if not reason.strip():
        return Refusal("reason_needed")
    if not found.closed:
        return Refusal("jury_not_closed")
    if found.state is State.FINAL:
        return rounds.may_advance(found.state, State.JUDGING)
    tx.record(facts.RoundReopened(reason=reason.strip()), subject=found.subject, actor=who.number)
    tx.record(facts.ScoringSet(open=True), subject=found.subject, actor=who.number)
    if found.state is State.ANNOUNCED:
        for each in _awarded(found):
            off = facts.AwardShown(awarded=False, round=found.subject)
            tx.record(off, subject=each.entry, actor=who.number)
    return None


@in_round(round_of)
def finish(tx: Transaction, who: Actor, found: Round, *, now: int) -> Refusal | None:
    """The notice is over: the awards enter the annals, and every nominee is given a copy of the text."""
    if refusal := rounds.may_advance(found.state, State.FINAL):
        return refusal
    if found.until is not None and day_of(now) <= found.until:
        return Refusal("in_notice_until", {"day": found.until})
    if unanswered := sum(not each.answered for each in views.objections(tx.store, found.year)):
        return Refusal("objections_open", {"count": unanswered})
    won = _awarded(found)
    for each in won:
        _into_annals(tx, who, found, each)
    for each in found.ready:
        _copy(tx, who, found, each, awarded=each in won)
    tx.record(facts.RoundFinished(), subject=found.subject, actor=who.number)
    return None


def _into_annals(tx: Transaction, who: Actor, found: Round, each: Entry) -> None:
    name, hall = _named(tx.store, each, day_of(tx.now))
    fact = facts.AnnalWritten(
        year=found.year, hero=each.hero, name=name, hall=hall, title=each.title, text=each.blind, entry=each.entry
    )
    tx.record(fact, subject=f"annal:{uuid.uuid4().hex}", actor=who.number)


def _copy(tx: Transaction, who: Actor, found: Round, each: Entry, *, awarded: bool) -> None:
    """Give the nominee the text of their deed, in their hall."""
    hall = recusals.hall_on(History(tx.store), each.hero, day_of(tx.now))
    fact = facts.CopyGiven(year=found.year, staff=each.hero, title=each.title, text=each.text, awarded=awarded)
    tx.record(fact, subject=each.entry, actor=who.number, hall=hall)
