"""Sessions: planned by the office, attended by PIN on the trainer's PC, closed by the trainer."""

import re
import uuid
from datetime import date

import msgspec

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of, local
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, allowed
from shared.people.actions import sign_in
from shared.people.history import History, Span
from shared.people.views import person
from shared.practice.learning import facts, views
from shared.practice.learning.facts import Attendance
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending
from shared.practice.learning.rules.attending import OVER
from shared.practice.learning.views import Session
from shared.reference.views import policy

_START = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Plan(msgspec.Struct, frozen=True):
    """A session to be planned: `start` as 09:00, `trainer` a staff number; `invited` empty: all who still need it."""

    course: str
    day: date
    start: str
    place: str
    trainer: str
    invited: tuple[str, ...] = ()


def plan(store: Store, actor: Actor | None, wanted: Plan, *, now: int) -> str | Refusal:
    """Plan a session; its subject."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        if refusal := _may_plan(store, wanted, day_of(now)):
            return refusal
        invited = wanted.invited or _still_to_come(store, wanted.course, day_of(now))
        if not invited:
            return Refusal("session_nobody")
        subject = f"session:{uuid.uuid4().hex}"
        fact = facts.SessionPlanned(
            course=wanted.course,
            day=wanted.day,
            start=wanted.start,
            place=wanted.place.strip(),
            trainer=wanted.trainer,
            invited=tuple(sorted(set(invited))),
        )
        tx.record(fact, subject=subject, actor=by, hall=EVERYWHERE)
    return subject


def _may_plan(store: Store, wanted: Plan, today: date) -> Refusal | None:
    course, history = views.course(store, wanted.course), History(store)
    if course is None or course.withdrawn:
        return Refusal("course_unknown")
    if not _START.fullmatch(wanted.start):
        return Refusal("session_start", {"value": wanted.start})
    if wanted.day < today:
        return Refusal("session_day")
    if person(store, wanted.trainer) is None:
        return Refusal("unknown_person", {"number": wanted.trainer})
    strangers = [n for n in wanted.invited if not views.concerned(history.on(n, wanted.day), course)]
    return Refusal("not_concerned", {"number": strangers[0]}) if strangers else None


def _still_to_come(store: Store, course: str, today: date) -> tuple[str, ...]:
    return tuple(each.number for each in views.missing(store, today) if each.course == course)


def cancel(store: Store, actor: Actor | None, session: str, reason: str, *, now: int) -> Refusal | None:
    """Cancel a session that is not over."""
    if not reason.strip():
        return Refusal("reason_needed")
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        found = _open(store, session)
        if isinstance(found, Refusal):
            return found
        tx.record(facts.SessionCancelled(reason=reason.strip()), subject=session, actor=by, hall=EVERYWHERE)
    return None


def check_in(
    store: Store, trainer: Actor, session: str, number: str, pin: str, *, now: int, steady: int | None = None
) -> Attendance | Refusal:
    """Somebody signs in on the trainer's PC, by number or scanned badge, and PIN; whether on time or late."""
    if refusal := _may_take(store, trainer, session, now):
        return refusal
    who = sign_in(store, _staff_number(store, number), pin, now=now, program="counter", steady=steady)
    if isinstance(who, Refusal):
        return who
    with store.transaction(now) as tx:
        found = _taken_by(tx, trainer, session)
        if isinstance(found, Refusal):
            return found
        span = _listed(store, found, who.number)
        if isinstance(span, Refusal):
            return span
        state = attending.arrival(local(now), found.day, found.start, policy(store)[Learning].late_minutes)
        if isinstance(state, Refusal):
            return state
        known = {each.number: each.state for each in views.attendance(store, found)}
        if known.get(who.number) in views.PRESENT:
            return Refusal("signed_already")
        fact = facts.AttendanceSet(staff=who.number, state=state)
        tx.record(fact, subject=session, actor=who.number, hall=span.hall)
    return state


def _staff_number(store: Store, typed: str) -> str:
    """The number on a badge, or what was typed."""
    code = codes.parse(typed, codes.key(store.folder)) if codes.begins(typed) else None
    return code.staff if isinstance(code, codes.Badge) else typed


def _may_take(store: Store, trainer: Actor, session: str, now: int) -> Refusal | None:
    with store.transaction(now) as tx:
        found = _taken_by(tx, trainer, session)
    return found if isinstance(found, Refusal) else None


def mark(
    store: Store, trainer: Actor, session: str, number: str, state: Attendance, reason: str, *, now: int
) -> Refusal | None:
    """The trainer enters somebody's attendance, with a reason; it is shown as entered by the trainer."""
    if not reason.strip():
        return Refusal("reason_needed")
    with store.transaction(now) as tx:
        found = _taken_by(tx, trainer, session)
        if isinstance(found, Refusal):
            return found
        span = _listed(store, found, number)
        if isinstance(span, Refusal):
            return span
        if found.day > day_of(now) and state is not Attendance.EXCUSED:
            return Refusal("session_not_yet")
        fact = facts.AttendanceSet(staff=number, state=state, marked=True, reason=reason.strip())
        tx.record(fact, subject=session, actor=trainer.number, hall=span.hall)
    return None


def close_session(store: Store, trainer: Actor, session: str, *, now: int) -> Refusal | None:
    """Close a session: whoever is not recorded was absent."""
    with store.transaction(now) as tx:
        found = _taken_by(tx, trainer, session, at_home=True)
        if isinstance(found, Refusal):
            return found
        if found.day > day_of(now):
            return Refusal("session_not_yet")
        tx.record(facts.SessionClosed(), subject=session, actor=trainer.number, hall=EVERYWHERE)
    return None


def _taken_by(tx: Transaction, trainer: Actor, session: str, *, at_home: bool = False) -> Session | Refusal:
    """The open session, if this person is its trainer or runs the training."""
    who = acting(tx, trainer, at_home=at_home)
    if isinstance(who, Refusal):
        return who
    found = _open(tx.store, session)
    if isinstance(found, Refusal):
        return found
    return found if who.number in ("", found.trainer) or may(who.role, Act.TRAIN) else Refusal("not_the_trainer")


def _open(store: Store, session: str) -> Session | Refusal:
    found = views.session(store, session)
    if found is None:
        return Refusal("not_found")
    return Refusal(OVER[found.state]) if OVER[found.state] else found


def _listed(store: Store, found: Session, number: str) -> Span | Refusal:
    """Somebody's span on the day, if they are invited or the course is for them anyway; else `not_on_list`."""
    span, course = History(store).on(number, found.day), views.course(store, found.course)
    listed = course is not None and (number in found.invited or views.concerned(span, course))
    return span if span is not None and span.active and listed else Refusal("not_on_list")
