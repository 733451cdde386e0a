"""Projection of the column: stories with who is in them, sentences let go, issues, pages, adoptions, activities.

A device of a hall has some of a story's facts only: its rows begin with whichever comes first.
"""

from typing import Any

import msgspec
from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.column import facts


class StoryRow(Projected):
    """A story in the office. `idea` as it was proposed; `final_*`: the version that was approved last."""

    section = TextField(default="")
    source = TextField(default="")
    reference = TextField(default="", index=True)
    hall = TextField(default="")
    day = TextField(default="")
    at = BigIntegerField(default=0)
    hero = TextField(default="")
    author = TextField(default="")
    proposer = TextField(default="", index=True)
    idea_title = TextField(default="")
    idea = TextField(default="")
    version = IntegerField(default=0)
    title = TextField(default="")
    text = TextField(default="")
    sentences = TextField(default="")  # cards, separated by spaces
    editor = TextField(default="")
    approved = IntegerField(default=0)
    approver = TextField(default="")
    alone = BooleanField(default=False)
    final_section = TextField(default="")
    final_title = TextField(default="")
    final_text = TextField(default="")
    final_sentences = TextField(default="")
    printed = TextField(default="")  # `StoryPrinted` as JSON
    out = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "column_story"


class ConcernedRow(Projected):
    """One person in a story: what they were asked and what they said. `read`: the version they agreed to."""

    staff = TextField(index=True)
    at = BigIntegerField(default=0)
    asked = BooleanField(default=False)
    naming = TextField(default="")
    title = TextField(default="")
    text = TextField(default="")
    reading = IntegerField(default=0)  # the version that they were asked to read, 0 once they have
    read = IntegerField(default=0)
    wish = TextField(default="")

    class Meta:
        table_name = "column_concerned"


class SentenceRow(Projected):
    """A customer's sentence that its hall's supervisor lets the column quote."""

    card = TextField(index=True)
    hall = TextField()
    sentence = TextField()
    released = BooleanField(default=True)

    class Meta:
        table_name = "column_sentence"


class IssueRow(Projected):
    """An issue: in preparation, then its last edition (`IssuePublished` as JSON)."""

    year = IntegerField(default=0)
    number = IntegerField(default=0)
    day = TextField(default="")
    title = TextField(default="")
    stories = TextField(default="")
    edition = IntegerField(default=0)
    published = TextField(default="")
    at = BigIntegerField(default=0)

    class Meta:
        table_name = "column_issue"


class PageRow(Projected):
    """A story as it was printed; erased where somebody in it no longer agrees."""

    issue = TextField(index=True)
    story = TextField(index=True)
    section = TextField()
    hall = TextField()
    version = IntegerField()
    title = TextField()
    text = TextField()
    quotes = TextField(default="")

    class Meta:
        table_name = "column_page"


class AdoptionRow(Projected):
    """What a hall said of an experience."""

    story = TextField(index=True)
    hall = TextField()
    adoption = TextField()
    line = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "column_adoption"


class ActivityRow(Projected):
    """A meeting about an issue."""

    issue = TextField(default="", index=True)
    title = TextField(default="")
    day = TextField(default="")
    place = TextField(default="")

    class Meta:
        table_name = "column_activity"


class AttendanceRow(Projected):
    """Somebody at an activity, and their feedback as JSON of `FeedbackGiven`."""

    staff = TextField(index=True)
    present = BooleanField(default=False)
    feedback = TextField(default="")

    class Meta:
        table_name = "column_attendance"


projection = Projection(
    "column",
    version=2,
    tables=(StoryRow, ConcernedRow, SentenceRow, IssueRow, PageRow, AdoptionRow, ActivityRow, AttendanceRow),
)


def _json(fact: object) -> str:
    return msgspec.json.encode(fact, order="deterministic").decode()


def _story(rows: Rows) -> Any:
    return rows.one(StoryRow) or rows.add(StoryRow)


@projection.on(facts.StoryProposed)
def _proposed(rows: Rows, event: Event, fact: facts.StoryProposed) -> None:
    row = _story(rows)
    if row.at:
        return
    row.section, row.source, row.reference = fact.section.value, fact.source.value, fact.reference
    row.hall, row.day, row.at, row.proposer = fact.hall, fact.day.isoformat(), event.occurred_at, event.actor
    row.hero, row.author, row.idea_title, row.idea = fact.hero, fact.author, fact.title, fact.text


@projection.on(facts.Drafted)
def _drafted(rows: Rows, event: Event, fact: facts.Drafted) -> None:
    row = _story(rows)
    row.version, row.section, row.editor = fact.version, fact.section.value, event.actor
    row.title, row.text, row.sentences = fact.title, fact.text, " ".join(fact.sentences)


@projection.on(facts.StoryApproved)
def _approved(rows: Rows, event: Event, fact: facts.StoryApproved) -> None:
    row = _story(rows)
    if fact.version != row.version:  # another device has drafted on meanwhile
        return
    row.approved, row.approver, row.alone = fact.version, event.actor, fact.alone
    row.final_section, row.final_title = row.section, row.title
    row.final_text, row.final_sentences = row.text, row.sentences


@projection.on(facts.StoryPrinted)
def _printed(rows: Rows, event: Event, fact: facts.StoryPrinted) -> None:
    _story(rows).printed = _json(fact)


@projection.on(facts.StorySetAside)
def _set_aside(rows: Rows, event: Event, fact: facts.StorySetAside) -> None:
    row = _story(rows)
    row.out, row.reason = True, fact.reason


@projection.on(facts.StoryRetracted)
def _retracted(rows: Rows, event: Event, fact: facts.StoryRetracted) -> None:
    row = _story(rows)
    row.out, row.reason = True, fact.reason


def _concerned(rows: Rows, staff: str) -> Any:
    known = (row for row in rows.of(ConcernedRow) if row.staff == staff)
    return next(known, None) or rows.add(ConcernedRow, staff=staff)


@projection.on(facts.NamingAsked)
def _asked(rows: Rows, event: Event, fact: facts.NamingAsked) -> None:
    row = _concerned(rows, fact.staff)
    row.asked, row.at, row.title, row.text = True, event.occurred_at, fact.title, fact.text


@projection.on(facts.NamingAnswered)
def _answered(rows: Rows, event: Event, fact: facts.NamingAnswered) -> None:
    if event.actor == fact.staff:  # nobody agrees for another
        _concerned(rows, fact.staff).naming = fact.naming.value


@projection.on(facts.ReadingAsked)
def _reading(rows: Rows, event: Event, fact: facts.ReadingAsked) -> None:
    row = _concerned(rows, fact.staff)
    row.asked, row.at, row.reading, row.wish = True, event.occurred_at, fact.version, ""
    row.title, row.text = fact.title, fact.text


@projection.on(facts.TextRead)
def _read(rows: Rows, event: Event, fact: facts.TextRead) -> None:
    if event.actor != fact.staff:
        return
    row = _concerned(rows, fact.staff)
    if row.reading == fact.version:
        row.reading = 0
    row.read, row.wish = (fact.version, "") if fact.agreed else (row.read, fact.wish)


@projection.on(facts.SentenceReleased)
def _released(rows: Rows, event: Event, fact: facts.SentenceReleased) -> None:
    own = (row for row in rows.of(SentenceRow) if row.hall == fact.hall)  # a hall lets go what is its own
    row = next(own, None) or rows.add(SentenceRow, card=fact.card, hall=fact.hall, sentence="")
    row.sentence, row.released = fact.sentence, bool(fact.sentence)


@projection.on(facts.SentenceWithheld)
def _withheld(rows: Rows, event: Event, fact: facts.SentenceWithheld) -> None:
    for row in rows.of(SentenceRow):
        row.released = row.released and event.hall not in ("", "*", row.hall)


def _issue(rows: Rows) -> Any:
    return rows.one(IssueRow) or rows.add(IssueRow)


@projection.on(facts.IssueOpened)
def _opened(rows: Rows, event: Event, fact: facts.IssueOpened) -> None:
    row = _issue(rows)
    row.year, row.number = fact.year, fact.number


@projection.on(facts.IssuePlanned)
def _planned(rows: Rows, event: Event, fact: facts.IssuePlanned) -> None:
    row = _issue(rows)
    if not row.edition:  # published is frozen
        row.day, row.title, row.stories = fact.day.isoformat(), fact.title, " ".join(fact.stories)


@projection.on(facts.IssuePublished)
def _published(rows: Rows, event: Event, fact: facts.IssuePublished) -> None:
    row = _issue(rows)
    if fact.edition < row.edition:
        return
    row.year, row.number, row.edition = fact.year, fact.number, fact.edition
    row.day, row.title, row.published, row.at = fact.day.isoformat(), fact.title, _json(fact), event.occurred_at


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
    row.present, row.feedback = True, _json(fact)
