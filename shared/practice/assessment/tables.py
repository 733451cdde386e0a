"""Projection of plans, inspections, appeals, sales, contests, parts set by hand, and years in notice and closed."""

from typing import Any

import msgspec
from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.money import rate
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.practice.assessment import facts


class PlanRow(Projected):
    """A month's plan: every hall knows the commitment, only the office `drawn` (JSON of `PlanDrawn`)."""

    month = TextField(unique=True)
    commitment = TextField(default="")
    policy = IntegerField(default=0)
    drawn = TextField(default="")

    class Meta:
        table_name = "inspection_plan"


class InspectionRow(Projected):
    """One inspection; `lines` is JSON, with what appeals changed in it."""

    unit = TextField()
    visit = TextField()
    day = TextField(index=True)
    inspector = TextField()
    checklist = TextField()
    checklist_version = IntegerField(default=0)
    lines = TextField()
    seen_at = BigIntegerField(default=0)
    done = BooleanField(default=False)

    class Meta:
        table_name = "inspection"


class PhotoRow(Projected):
    """A photo of an inspection; `image` is base64."""

    line = TextField()
    image = TextField()
    sha256 = TextField()
    taken_at = BigIntegerField()
    added_at = BigIntegerField()
    no_face = BooleanField()

    class Meta:
        table_name = "inspection_photo"


class ShownRow(Projected):
    """An inspection as it was published to its hall, as JSON."""

    month = TextField(index=True)
    unit = TextField()
    body = TextField()

    class Meta:
        table_name = "inspection_shown"


class ItemAppealRow(Projected):
    """An appeal against a line of an inspection, and its decision once there is one.

    `earned`: the line's points since then.
    """

    line = TextField()
    text = TextField()
    actor = TextField(default="")
    earned = TextField(default="")
    decided = BooleanField(default=False)
    accepted = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "inspection_appeal"


class PublishedRow(Projected):
    """A published month, as JSON."""

    month = TextField()
    body = TextField()

    class Meta:
        table_name = "inspection_month"


class FigureRow(Projected):
    """A figure of a year: a branch's sales, a unit's contest, a part set by hand. Exact numbers as text."""

    year = IntegerField(index=True)
    kind = TextField()
    key = TextField()
    value = TextField()
    reason = TextField(default="")

    class Meta:
        table_name = "assessment_figure"


class YearRow(Projected):
    """A closed year's head and its units, as JSON; the head has no unit. `lines` as written, by whatever version."""

    year = IntegerField(index=True)
    unit = TextField(default="")
    body = TextField()
    lines = TextField()

    class Meta:
        table_name = "assessment_year"


class NoticeRow(Projected):
    """A year in notice, as JSON of `YearPublished`; the last one counts."""

    year = IntegerField(unique=True)
    preparer = TextField()
    body = TextField()

    class Meta:
        table_name = "assessment_notice"


projection = Projection(
    "assessment",
    version=2,
    tables=(
        *(PlanRow, InspectionRow, PhotoRow, ShownRow, ItemAppealRow, PublishedRow),
        *(FigureRow, NoticeRow, YearRow),
    ),
)


def _plan(rows: Rows, month: str) -> Any:
    return rows.one(PlanRow) or rows.add(PlanRow, month=month)


@projection.on(facts.PlanCommitted)
def _committed(rows: Rows, event: Event, fact: facts.PlanCommitted) -> None:
    plan = _plan(rows, fact.month)
    plan.commitment, plan.policy = fact.commitment, fact.policy


@projection.on(facts.PlanDrawn)
def _drawn(rows: Rows, event: Event, fact: facts.PlanDrawn) -> None:
    _plan(rows, fact.month).drawn = as_json(fact)


@projection.on(facts.InspectionSaved)
def _saved(rows: Rows, event: Event, fact: facts.InspectionSaved) -> None:
    row = rows.one(InspectionRow)
    if row is not None and row.done:
        return
    for line in fact.lines:
        rate(line.earned or 0)  # raises for text that is no number: then the event is kept, but not folded
    values = {
        "unit": fact.unit,
        "visit": fact.visit.value,
        "day": fact.day.isoformat(),
        "inspector": fact.inspector,
        "checklist": fact.checklist,
        "checklist_version": fact.checklist_version,
        "seen_at": fact.seen_at,
        "lines": as_json(fact.lines),
    }
    if row is None:
        rows.add(InspectionRow, **values)
    else:
        for name, value in values.items():
            setattr(row, name, value)


@projection.on(facts.InspectionDone)
def _done(rows: Rows, event: Event, fact: facts.InspectionDone) -> None:
    if row := rows.one(InspectionRow):
        row.done = True


@projection.on(facts.PhotoAdded)
def _photo(rows: Rows, event: Event, fact: facts.PhotoAdded) -> None:
    rows.add(
        PhotoRow,
        line=fact.line,
        image=fact.image,
        sha256=fact.sha256,
        taken_at=fact.taken_at,
        added_at=fact.added_at,
        no_face=fact.no_face,
    )


@projection.on(facts.InspectionShown)
def _shown(rows: Rows, event: Event, fact: facts.InspectionShown) -> None:
    if rows.one(ShownRow) is None:  # a unit of several halls gets one fact a hall
        rows.add(ShownRow, month=fact.month, unit=fact.unit, body=as_json(fact))


@projection.on(facts.ItemAppealed)
def _appealed(rows: Rows, event: Event, fact: facts.ItemAppealed) -> None:
    rows.add(ItemAppealRow, line=fact.line, text=fact.text, actor=event.actor)


@projection.on(facts.ItemDecided)
def _decided(rows: Rows, event: Event, fact: facts.ItemDecided) -> None:
    for appeal in rows.of(ItemAppealRow):
        if appeal.line == fact.line and not appeal.decided:
            appeal.decided, appeal.accepted, appeal.reason = True, fact.accepted, fact.reason
            appeal.earned = fact.earned
    if fact.accepted and (row := rows.one(InspectionRow)):
        lines = msgspec.json.decode(row.lines, type=tuple[facts.LineChecked, ...])
        row.lines = as_json(
            [msgspec.structs.replace(line, earned=fact.earned) if line.code == fact.line else line for line in lines]
        )


@projection.on(facts.InspectionsPublished)
def _published(rows: Rows, event: Event, fact: facts.InspectionsPublished) -> None:
    if rows.one(PublishedRow) is None:  # a month is published once
        rows.add(PublishedRow, month=fact.month, body=as_json(fact))


def _figure(rows: Rows, year: int, kind: str, key: str, value: str, reason: str) -> None:
    for row in rows.of(FigureRow):
        if (row.kind, row.key) == (kind, key):
            row.value, row.reason = value, reason
            return
    rows.add(FigureRow, year=year, kind=kind, key=key, value=value, reason=reason)


@projection.on(facts.SalesSet)
def _sales(rows: Rows, event: Event, fact: facts.SalesSet) -> None:
    _figure(rows, fact.year, "sales", fact.branch, fact.completion, fact.source)


@projection.on(facts.ContestSet)
def _contest(rows: Rows, event: Event, fact: facts.ContestSet) -> None:
    _figure(rows, fact.year, "contest", fact.unit, fact.result, fact.source)


@projection.on(facts.PartSet)
def _part(rows: Rows, event: Event, fact: facts.PartSet) -> None:
    _figure(rows, fact.year, fact.part.value, fact.unit, fact.value, fact.reason)


@projection.on(facts.YearPublished)
def _year_published(rows: Rows, event: Event, fact: facts.YearPublished) -> None:
    row = rows.one(NoticeRow) or rows.add(NoticeRow, year=fact.year, preparer="", body="")
    row.preparer, row.body = event.actor, as_json(fact)


def _closed(rows: Rows, year: int, unit: str, fact: Any, lines: object = ()) -> None:
    rows.add(YearRow, year=year, unit=unit, body=as_json(fact), lines=as_json(lines))


@projection.on(facts.UnitClosed)
def _unit_closed(rows: Rows, event: Event, fact: facts.UnitClosed) -> None:
    _closed(rows, fact.year, fact.unit, fact, event.body["lines"])


@projection.on(facts.YearClosed)
def _year_closed(rows: Rows, event: Event, fact: facts.YearClosed) -> None:
    _closed(rows, fact.year, "", fact)
