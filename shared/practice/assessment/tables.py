"""Projection of inspections, sales, contests, parts set by hand, and closed years."""

from typing import Any

import msgspec
from peewee import BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.assessment import facts


class InspectionRow(Projected):
    """One inspection; `lines` is JSON, with what appeals changed in it."""

    unit = TextField()
    visit = TextField()
    day = TextField(index=True)
    inspector = TextField()
    checklist = TextField()
    lines = TextField()
    done = BooleanField(default=False)

    class Meta:
        table_name = "inspection"


class ItemAppealRow(Projected):
    """An appeal against a line of an inspection."""

    line = TextField()
    text = TextField()
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
    """A closed year's head and its units' lines, as JSON; the head has no unit."""

    year = IntegerField(index=True)
    unit = TextField(default="")
    body = TextField()

    class Meta:
        table_name = "assessment_year"


projection = Projection(
    "assessment", version=1, tables=(InspectionRow, ItemAppealRow, PublishedRow, FigureRow, YearRow)
)


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


@projection.on(facts.InspectionSaved)
def _saved(rows: Rows, event: Event, fact: facts.InspectionSaved) -> None:
    row = rows.one(InspectionRow)
    if row is not None and row.done:
        return
    values = {
        "unit": fact.unit,
        "visit": fact.visit.value,
        "day": fact.day.isoformat(),
        "inspector": fact.inspector,
        "checklist": fact.checklist,
        "lines": _json(fact.lines),
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


@projection.on(facts.ItemAppealed)
def _appealed(rows: Rows, event: Event, fact: facts.ItemAppealed) -> None:
    rows.add(ItemAppealRow, line=fact.line, text=fact.text)


@projection.on(facts.ItemDecided)
def _decided(rows: Rows, event: Event, fact: facts.ItemDecided) -> None:
    for appeal in rows.of(ItemAppealRow):
        if appeal.line == fact.line and not appeal.decided:
            appeal.decided, appeal.accepted, appeal.reason = True, fact.accepted, fact.reason
    if fact.accepted and (row := rows.one(InspectionRow)):
        lines = msgspec.json.decode(row.lines, type=tuple[facts.LineChecked, ...])
        row.lines = _json(
            [msgspec.structs.replace(line, earned=fact.earned) if line.code == fact.line else line for line in lines]
        )


@projection.on(facts.InspectionsPublished)
def _published(rows: Rows, event: Event, fact: facts.InspectionsPublished) -> None:
    rows.add(PublishedRow, month=fact.month, body=_json(fact))


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


def _closed(rows: Rows, year: int, unit: str, fact: Any) -> None:
    rows.add(YearRow, year=year, unit=unit, body=_json(fact))


@projection.on(facts.UnitClosed)
def _unit_closed(rows: Rows, event: Event, fact: facts.UnitClosed) -> None:
    _closed(rows, fact.year, fact.unit, fact)


@projection.on(facts.YearClosed)
def _year_closed(rows: Rows, event: Event, fact: facts.YearClosed) -> None:
    _closed(rows, fact.year, "", fact)
