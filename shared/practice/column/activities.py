"""Meetings (交流会) about an issue: who took part, and their feedback as sums."""

from datetime import date

import msgspec

from shared.journal.store import Store
from shared.practice.column.facts import FeedbackGiven
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.tables import ActivityRow, AttendanceRow
from shared.reference.views import policy

QUESTIONS = ("learnt", "useful", "again")


class Activity(msgspec.Struct, frozen=True):
    """A meeting about an issue. `present`: staff numbers, as far as this device knows.

    `answers`: for each question how many said no, partly, yes, and `lines` without names; None while too few answered.
    """

    activity: str
    issue: str
    title: str
    day: date
    place: str
    present: tuple[str, ...]
    answered: int
    answers: dict[str, tuple[int, int, int]] | None
    lines: tuple[str, ...]


def activities(store: Store, issue: str = "") -> tuple[Activity, ...]:
    """The activities of an issue (of all), the newest first."""
    query = ActivityRow.select().where(ActivityRow.day != "", *([ActivityRow.issue == issue] if issue else []))
    least = policy(store)[ColumnPolicy].feedback_least
    rows = query.order_by(ActivityRow.day.desc(), ActivityRow.subject).execute(store.db)
    return tuple(_activity(store, row, least) for row in rows)


def _activity(store: Store, row: ActivityRow, least: int) -> Activity:
    query = AttendanceRow.select().where(AttendanceRow.subject == row.subject, AttendanceRow.present)
    people = list(query.order_by(AttendanceRow.staff).execute(store.db))
    said = [msgspec.json.decode(each.feedback, type=FeedbackGiven) for each in people if each.feedback]
    enough = len(said) >= least
    return Activity(
        row.subject,
        row.issue,
        row.title,
        date.fromisoformat(row.day),
        row.place,
        tuple(each.staff for each in people),
        len(said),
        {question: _counts(said, question) for question in QUESTIONS} if enough else None,
        tuple(sorted(each.line for each in said if each.line)) if enough else (),
    )


def _counts(said: list[FeedbackGiven], question: str) -> tuple[int, int, int]:
    marks = [getattr(each, question) for each in said]
    return (marks.count(0), marks.count(1), marks.count(2))


def given(store: Store, activity: str, number: str) -> FeedbackGiven | None:
    """One person's feedback on an activity; None where there is none."""
    row = AttendanceRow.select().where(AttendanceRow.subject == activity, AttendanceRow.staff == number).first(store.db)
    return msgspec.json.decode(row.feedback, type=FeedbackGiven) if row is not None and row.feedback else None
