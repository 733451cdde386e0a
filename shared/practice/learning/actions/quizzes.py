"""Answering a paper: given out, handed in once. The answers stay on this PC and go to the office only."""

import uuid
from collections.abc import Sequence

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting
from shared.people.history import History
from shared.practice.learning import contests, facts, papers, views
from shared.practice.learning.papers import Attempt
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending, quiz
from shared.practice.learning.rules.quiz import Grade
from shared.reference.views import policy


def begin(store: Store, actor: Actor, of: str, *, now: int) -> Attempt | Refusal:
    """Give out a paper of a course or contest (its subject); one begun on this PC and not handed in is continued."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        wanted = _bank(store, who, of, now)
        if isinstance(wanted, Refusal):
            return wanted
        own = papers.attempts(store, of=of, staff=who.number)
        if open_ := next((each for each in own if not each.handed_in and each.station == store.station), None):
            return open_
        if of.startswith("contest:") and any(each.handed_in for each in own):
            return Refusal("contest_once")
        bank, shown = wanted
        subject = f"attempt:{uuid.uuid4().hex}"
        paper = quiz.draw(papers.bank(store, bank), shown, subject)
        if len(paper) < shown:
            return Refusal("bank_too_small", {"there": len(paper), "shown": shown})
        fact = facts.AttemptBegun(of=of, bank=bank, staff=who.number, paper=paper)
        tx.record(fact, subject=subject, actor=who.number)
        found = papers.attempt(store, subject)
    return found or Refusal("not_found")


def _bank(store: Store, who: Actor, of: str, now: int) -> tuple[str, int] | Refusal:
    """The bank and the number of questions of a paper, if this person may answer it today."""
    return _of_contest(store, who, of, now) if of.startswith("contest:") else _of_course(store, who, of, now)


def _of_course(store: Store, who: Actor, of: str, now: int) -> tuple[str, int] | Refusal:
    course = views.course(store, of.removeprefix("course:"))
    if course is None or course.withdrawn:
        return Refusal("course_unknown")
    if not course.shown:
        return Refusal("no_quiz")
    concerned = views.concerned(History(store).on(who.number, day_of(now)), course)
    return (course.code, course.shown) if concerned else Refusal("not_on_list")


def _of_contest(store: Store, who: Actor, of: str, now: int) -> tuple[str, int] | Refusal:
    found = contests.contest(store, of)
    if found is None:
        return Refusal("not_found")
    if found.closed is not None:
        return Refusal("contest_closed")
    if not found.rounds.theory:
        return Refusal("no_quiz")
    if day_of(now) < found.plan.day:
        return Refusal("contest_not_yet", {"day": found.plan.day})
    span = History(store).on(who.number, found.plan.day)
    listed = span is not None and attending.must_take(span.post, span.role.value, found.plan.posts, ())
    return (found.plan.bank, found.plan.shown) if listed else Refusal("not_on_list")


def keep(store: Store, actor: Actor, attempt: str, answers: Sequence[Sequence[int]], *, now: int) -> Refusal | None:
    """Keep on this PC the answers so far: it may stop, or somebody else may need it, before the paper is done."""
    with store.transaction(now) as tx:
        found = _own_open(tx, actor, attempt)
        if isinstance(found, Refusal):
            return found
        store.set_setting(papers.kept_key(attempt), msgspec.json.encode(answers).decode())
    return None


def _own_open(tx: Transaction, actor: Actor, attempt: str) -> Attempt | Refusal:
    """One's own paper, not handed in, where it was begun."""
    who, found = acting(tx, actor, at_home=True), papers.attempt(tx.store, attempt)
    if isinstance(who, Refusal):
        return who
    if found is None or found.staff != who.number:
        return Refusal("not_found")
    if found.handed_in:
        return Refusal("attempt_over")
    return found if found.station == tx.store.station else Refusal("attempt_elsewhere")


def hand_in(store: Store, actor: Actor, attempt: str, answers: Sequence[Sequence[int]], *, now: int) -> Grade | Refusal:
    """Hand a paper in; its grade, which nobody is told before. `answers`: places of choices in the bank."""
    with store.transaction(now) as tx:
        found = _own_open(tx, actor, attempt)
        if isinstance(found, Refusal):
            return found
        if found.of.startswith("contest:") and (refusal := _closed(store, found.of)):
            return refusal
        given = tuple(tuple(sorted(set(each))) for each in (*answers, *[()] * len(found.paper)))[: len(found.paper)]
        grade = quiz.grade(found.paper, given, papers.versions(store, found.bank), policy(store)[Learning].pass_share)
        fact = facts.AttemptHandedIn(answers=given, right=grade.right, shown=grade.shown, passed=grade.passed)
        tx.record(fact, subject=attempt, actor=found.staff)
        if grade.passed and found.of.startswith("course:"):
            passed = facts.QuizPassed(of=found.of, staff=found.staff, day=day_of(now))
            tx.record(passed, subject=attempt, actor=found.staff)
        store.set_setting(papers.kept_key(attempt), "")
    return grade


def _closed(store: Store, of: str) -> Refusal | None:
    known = contests.contest(store, of)
    return Refusal("contest_closed") if known is not None and known.closed is not None else None
