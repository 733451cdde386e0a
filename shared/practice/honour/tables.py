"""Projection of the honour wall: one row for each person who ever set it."""

from peewee import BooleanField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.honour.facts import HonourSet


class HonourRow(Projected):
    """Whether a person is shown; `honours` are codes, separated by spaces."""

    staff = TextField(index=True)
    shown = BooleanField(default=False)
    honours = TextField(default="")

    class Meta:
        table_name = "honour"


projection = Projection("honour", version=2, tables=(HonourRow,))


@projection.on(HonourSet)
def _set(rows: Rows, event: Event, fact: HonourSet) -> None:
    if event.subject != f"honour:{fact.staff}":
        return
    row = rows.one(HonourRow) or rows.add(HonourRow, staff=fact.staff)
    row.shown, row.honours = fact.shown, " ".join(fact.honours)
