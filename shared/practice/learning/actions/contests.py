"""Contests: planned, judged, timed and closed. Closed places and results never change."""

import uuid

from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, allowed
from shared.people.history import History
from shared.people.views import person
from shared.practice.learning import contests, facts, papers
from shared.practice.learning.contests import Contest
from shared.practice.learning.facts import ContestPlanned
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending
from shared.practice.learning.rules.contests import may_mark
from shared.reference.views import policy


def plan_contest(store: Store, actor: Actor | None, wanted: ContestPlanned, *, now: int) -> str | Refusal:
    """Plan a contest; its subject."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        if refusal := _may_plan(store, wanted):
            return refusal
        subject = f"contest:{uuid.uuid4().hex}"
        tx.record(wanted, subject=subject, actor=by, hall=EVERYWHERE)
    return subject


def _may_plan(store: Store, wanted: ContestPlanned) -> Refusal | None:
    if not wanted.title.strip():
        return Refusal("title_needed")
    if not (wanted.shown or wanted.judges or wanted.speed):
        return Refusal("contest_rounds")
    if not wanted.posts:
        return Refusal("course_audience")
    held = sum(not each.voided for each in papers.bank(store, wanted.bank))
    if held < wanted.shown:
        return Refusal("bank_too_small", {"there": held, "shown": wanted.shown})
    return _judges(store, wanted)


def _judges(store: Store, wanted: ContestPlanned) -> Refusal | None:
    least, history = policy(store)[Learning].judges_least, History(store)
    if wanted.judges and len(set(wanted.judges)) < least:
        return Refusal("judges_too_few", {"least": least})
    for number in wanted.judges:
        span = history.on(number, wanted.day)
        if person(store, number) is None or span is None:
            return Refusal("unknown_person", {"number": number})
        if attending.must_take(span.post, span.role.value, wanted.posts, ()):
            return Refusal("judge_takes_part", {"number": number})
    return None


def mark_practice(store: Store, actor: Actor, contest: str, staff: str, points: int, *, now: int) -> Refusal | None:
    """A judge's points for somebody; they may be changed until the contest is closed."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        found = _open(store, contest, now)
        if isinstance(found, Refusal):
            return found
        if who.number not in found.plan.judges:
            return Refusal("not_a_judge")
        if refusal := may_mark(points) or _contestant(store, found, staff):
            return refusal
        tx.record(facts.PracticeMarked(judge=who.number, staff=staff, points=points), subject=contest, actor=who.number)
    return None


def time_speed(store: Store, actor: Actor | None, contest: str, staff: str, tenths: int, *, now: int) -> Refusal | None:
    """Enter how long somebody took, in tenths of a second."""
    with store.transaction(now) as tx:
        found = _run_by(tx, actor, contest, staff, now)
        if isinstance(found, Refusal):
            return found
        if tenths <= 0:
            return Refusal("time_positive")
        tx.record(facts.SpeedTimed(staff=staff, tenths=tenths), subject=contest, actor=found)
    return None


def excuse(store: Store, actor: Actor | None, contest: str, staff: str, reason: str, *, now: int) -> Refusal | None:
    """Excuse somebody from a contest: they do not count in their unit's participation."""
    if not reason.strip():
        return Refusal("reason_needed")
    with store.transaction(now) as tx:
        by = _run_by(tx, actor, contest, staff, now, before=True)
        if isinstance(by, Refusal):
            return by
        tx.record(facts.ContestExcused(staff=staff, reason=reason.strip()), subject=contest, actor=by)
    return None


def _run_by(
    tx: Transaction, actor: Actor | None, contest: str, staff: str, now: int, *, before: bool = False
) -> str | Refusal:
    """The number of whoever runs the contest, which is open and `staff` is in; `before`: also before its day."""
    by = allowed(tx, actor, Act.TRAIN)
    if isinstance(by, Refusal):
        return by
    found = _open(tx.store, contest, now, before=before)
    if isinstance(found, Refusal):
        return found
    return _contestant(tx.store, found, staff) or by


def _contestant(store: Store, found: Contest, staff: str) -> Refusal | None:
    known = any(each.number == staff for each in contests.contestants(store, found))
    return None if known else Refusal("unknown_person", {"number": staff})


def _open(store: Store, contest: str, now: int, *, before: bool = False) -> Contest | Refusal:
    found = contests.contest(store, contest)
    if found is None:
        return Refusal("not_found")
    if found.closed is not None:
        return Refusal("contest_closed")
    if not before and day_of(now) < found.plan.day:
        return Refusal("contest_not_yet", {"day": found.plan.day})
    return found


def close_contest(store: Store, actor: Actor | None, contest: str, *, now: int) -> Refusal | None:
    """Close a contest: one event a place, and one with how many were expected and took part, by hall."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        found = _open(store, contest, now)
        if isinstance(found, Refusal):
            return found
        standing = contests.standing(store, found)
        if isinstance(standing, Refusal):
            return standing
        if not standing.scores:
            return Refusal("nobody_took_part")
        halls = {each.number: each.hall for each in standing.contestants}
        head = store.head()
        for each in standing.scores:
            place = standing.places[each.staff]
            placed = facts.ContestPlaced(staff=each.staff, hall=halls[each.staff], place=place, total=str(each.total))
            tx.record(placed, subject=contest, actor=by, hall=EVERYWHERE)
        closed = facts.ContestClosed(
            policy=policy(store).version,
            basis=head.n,
            basis_hash=head.link,
            inputs=contests.digest(standing),
            expected=standing.expected,
            took_part=standing.took_part,
        )
        tx.record(closed, subject=contest, actor=by, hall=EVERYWHERE)
    return None
