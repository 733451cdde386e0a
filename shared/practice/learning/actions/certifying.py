"""Certificates: one a person and course, given out by the office for passes whose papers it holds itself."""

from datetime import date
from hashlib import sha256

from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.acting import allowed
from shared.practice.learning import facts, papers, views
from shared.practice.learning.actions.telling import tell_passes


def certificate_subject(course: str, staff: str) -> str:
    """The subject of a person's certificate of a course; the same on every device."""
    return f"training:{sha256(f'{course}/{staff}'.encode()).hexdigest()[:32]}"


def certify(store: Store, actor: Actor | None, *, now: int) -> int | Refusal:
    """Certify everybody who has done a course with a quiz and has no certificate of it, or an older one; how many."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        tell_passes(tx, by)
        found = to_certify(store, day_of(now))
        for course, staff, done, until in found:
            known = views.course(store, course)
            fact = facts.TrainingCertified(
                course=course, staff=staff, done=done, until=until, title=known.title if known else course
            )
            tx.record(fact, subject=certificate_subject(course, staff), actor=by, hall=EVERYWHERE)
    return len(found)


def to_certify(store: Store, today: date) -> tuple[tuple[str, str, date, date | None], ...]:
    """The certificates to give out: (course, staff number, day done, last day), for papers that this device holds."""
    held = {(each.course, each.staff): each.done for each in views.certificates(store)}
    tested = {each.code for each in views.courses(store) if each.shown}
    known = papers.passed_here(store)
    found = []
    for one in views.matrix(store, today):
        for code, each in one.standings.items():
            newer = each.done is not None and held.get((code, one.number), date.min) < each.done
            if code in tested and newer and each.done and (views.course_subject(code), one.number) in known:
                found.append((code, one.number, each.done, each.until))
    return tuple(found)
