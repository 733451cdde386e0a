"""Meetings (交流会) about an issue: planned by the office, with attendance and feedback."""

import uuid
from collections.abc import Sequence
from datetime import date

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.acting import acting
from shared.people.views import person
from shared.practice.column import facts
from shared.practice.column.actions import public_texts
from shared.practice.column.actions.stories import hall_of
from shared.practice.column.tables import ActivityRow, IssueRow

_HIGHEST_MARK = 2


def plan_activity(
    store: Store, actor: Actor, issue: str, title: str, day: date, place: str, *, now: int
) -> str | Refusal:
    """Plan a meeting about a published issue; its id."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        if not title.strip():
            return Refusal("empty_text")
        if refusal := public_texts.refuse_names(store, title, place):
            return refusal
        if not IssueRow.select().where(IssueRow.subject == issue, IssueRow.edition > 0).exists(store.db):
            return Refusal("issue_not_published")
        fact = facts.ActivityPlanned(issue=issue, title=title.strip(), day=day, place=place.strip())
        return tx.record(fact, subject=f"activity:{uuid.uuid4().hex}", actor=who.number).subject


def set_attendance(
    store: Store, actor: Actor, activity: str, people: Sequence[str], present: bool = True, *, now: int
) -> int | Refusal:
    """The office enters who took part; how many."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, Act.EDIT)
        if isinstance(who, Refusal):
            return who
        row = ActivityRow.select().where(ActivityRow.subject == activity).first(store.db)
        if row is None:
            return Refusal("not_found")
        if date.fromisoformat(row.day) > day_of(now):
            return Refusal("activity_ahead")
        unknown = next((number for number in people if person(store, number) is None), "")
        if unknown:
            return Refusal("unknown_person", {"number": unknown})
        for number in dict.fromkeys(people):
            fact = facts.MeetingAttended(staff=number, present=present)
            tx.record(fact, subject=activity, actor=who.number, hall=hall_of(tx, number))
        return len(set(people))


def feedback(
    store: Store, actor: Actor, activity: str, learnt: int, useful: int, again: int, line: str = "", *, now: int
) -> Refusal | None:
    """A participant's feedback: 2 yes, 1 partly, 0 no; a later one replaces it. Shown only as sums."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        row = ActivityRow.select().where(ActivityRow.subject == activity).first(store.db)
        if row is None or not all(0 <= mark <= _HIGHEST_MARK for mark in (learnt, useful, again)):
            return Refusal("not_found")
        if date.fromisoformat(row.day) > day_of(now):
            return Refusal("activity_ahead")
        fact = facts.FeedbackGiven(staff=who.number, learnt=learnt, useful=useful, again=again, line=line.strip())
        tx.record(fact, subject=activity, actor=who.number)
    return None
