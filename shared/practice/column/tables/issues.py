"""How facts change issues, their pages, adoptions and activities."""

from typing import Any

from shared.journal.event import Event
from shared.journal.projection import Rows, as_json
from shared.practice.column import facts
from shared.practice.column.tables.rows import (
    ActivityRow,
    AdoptionRow,
    AttendanceRow,
    IssueRow,
    PageRow,
    projection,
)


def _issue(rows: Rows) -> Any:
    return rows.one(IssueRow) or rows.add(IssueRow)


@projection.on(facts.IssueOpened)
def _opened(rows: Rows, event: Event, fact: facts.IssueOpened) -> None:
    row = _issue(rows)
    row.year, row.number = fact.year, fact.number


@projection.on(facts.IssuePlanned)
def _planned(rows: Rows, event: Event, fact: facts.IssuePlanned) -> None:
    row = _issue(rows)
    if not row.edition:  # a published issue is not planned any more
        row.day, row.title, row.stories = fact.day.isoformat(), fact.title, " ".join(fact.stories)


@projection.on(facts.IssuePublished)
def _published(rows: Rows, event: Event, fact: facts.IssuePublished) -> None:
    row = _issue(rows)
    if fact.edition < row.edition:
        return
    row.year, row.number, row.edition = fact.year, fact.number, fact.edition
    row.day, row.title, row.published, row.at = fact.day.isoformat(), fact.title, as_json(fact), event.occurred_at


@projection.on(facts.PagePublished)
def _page(rows: Rows, event: Event, fact: facts.PagePublished) -> None:
    rows.add(
        PageRow,
        issue=fact.issue,
        story=fact.story,
        section=fact.section.value,
        hall=fact.hall,
        version=fact.version,
        title=fact.title,
        text=fact.text,
        quotes=fact.quotes,
    )


@projection.on(facts.AdoptionAnswered)
def _adopted(rows: Rows, event: Event, fact: facts.AdoptionAnswered) -> None:
    if event.subject != f"adoption:{fact.story}:{fact.hall}":  # a hall answers for itself
        return
    row = rows.one(AdoptionRow) or rows.add(AdoptionRow, story=fact.story, hall=fact.hall, adoption="", line="", at=0)
    row.adoption, row.line, row.at = fact.adoption.value, fact.line, event.occurred_at


@projection.on(facts.ActivityPlanned)
def _activity(rows: Rows, event: Event, fact: facts.ActivityPlanned) -> None:
    row = rows.one(ActivityRow) or rows.add(ActivityRow)
    row.issue, row.title, row.day, row.place = fact.issue, fact.title, fact.day.isoformat(), fact.place


def _attendance(rows: Rows, staff: str) -> Any:
    known = (row for row in rows.of(AttendanceRow) if row.staff == staff)
    return next(known, None) or rows.add(AttendanceRow, staff=staff)


@projection.on(facts.MeetingAttended)
def _attended(rows: Rows, event: Event, fact: facts.MeetingAttended) -> None:
    _attendance(rows, fact.staff).present = fact.present


@projection.on(facts.FeedbackGiven)
def _feedback(rows: Rows, event: Event, fact: facts.FeedbackGiven) -> None:
    row = _attendance(rows, fact.staff)
    row.present, row.feedback = True, as_json(fact)
