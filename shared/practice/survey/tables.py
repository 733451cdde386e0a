"""Projection of surveys: rounds, who took part, sealed sums that came in, and the sums that were opened."""

import msgspec
from peewee import BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.practice.survey import facts


class SurveyRow(Projected):
    """One round; `groups` is JSON, "" until somebody has counted."""

    subject = TextField(unique=True)
    year = IntegerField()
    half = IntegerField()
    first = TextField()
    last = TextField()
    key = TextField(default="")
    groups = TextField(default="")
    missing = IntegerField(default=0)
    unreadable = TextField(default="[]")
    on_paper = BooleanField(default=False)

    class Meta:
        table_name = "survey"
        indexes = ((("year", "half"), False),)


class TakenRow(Projected):
    """One person has answered in a round, in a hall; two rows where two PCs had not heard of each other."""

    round = TextField()
    staff = TextField()
    hall = TextField()

    class Meta:
        table_name = "survey_taken"
        indexes = ((("round", "hall"), False),)


class BoxRow(Projected):
    """One sealed sum of a box (the subject)."""

    round = TextField()
    hall = TextField()
    batch = IntegerField()
    count = IntegerField()
    sum = TextField()

    class Meta:
        table_name = "survey_box"
        indexes = ((("round", "hall"), False),)


projection = Projection("survey", version=2, tables=(SurveyRow, TakenRow, BoxRow))


@projection.on(facts.SurveyOpened)
def _opened(rows: Rows, event: Event, fact: facts.SurveyOpened) -> None:
    if not rows.of(SurveyRow):
        days = {"first": fact.first.isoformat(), "last": fact.last.isoformat()}
        rows.add(SurveyRow, year=fact.year, half=fact.half, key=fact.key, **days)


@projection.on(facts.SurveyEntered)
def _entered(rows: Rows, event: Event, fact: facts.SurveyEntered) -> None:
    if not rows.of(SurveyRow):
        days = {"first": fact.first.isoformat(), "last": fact.last.isoformat()}
        rows.add(SurveyRow, year=fact.year, half=fact.half, groups=as_json(fact.groups), on_paper=True, **days)


@projection.on(facts.SurveyMoved)
def _moved(rows: Rows, event: Event, fact: facts.SurveyMoved) -> None:
    for row in rows.of(SurveyRow):
        if not row.groups:
            row.last = fact.last.isoformat()


@projection.on(facts.SurveyCounted)
def _counted(rows: Rows, event: Event, fact: facts.SurveyCounted) -> None:
    """The first count is final: the key is destroyed."""
    for row in rows.of(SurveyRow):
        if not row.groups:
            row.groups, row.missing = as_json(fact.groups), fact.missing
            row.unreadable = msgspec.json.encode(fact.unreadable).decode()


@projection.on(facts.SurveyTaken)
def _taken(rows: Rows, event: Event, fact: facts.SurveyTaken) -> None:
    own = event.subject.endswith(f":{event.actor}")  # of another person it says nothing
    if own and all(row.hall != event.hall for row in rows.of(TakenRow)):
        rows.add(TakenRow, round=fact.round, staff=event.actor, hall=event.hall)


@projection.on(facts.SurveyBoxSent)
def _sent(rows: Rows, event: Event, fact: facts.SurveyBoxSent) -> None:
    """One sum for each batch of a box, whatever is sent again."""
    if all(row.batch != fact.batch for row in rows.of(BoxRow)):
        rows.add(BoxRow, round=fact.round, hall=event.hall, batch=fact.batch, count=fact.count, sum=fact.sum)
