"""Projection of imported workload and absences."""

from typing import Any

from peewee import BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.practice.workload import facts


class WorkloadRow(Projected):
    """What a foreign ticket machine counted of one person, day and service."""

    staff = TextField()
    day = TextField(index=True)
    service = TextField()
    count = IntegerField()

    class Meta:
        table_name = "workload"


class AbsenceRow(Projected):
    """Somebody is away from `first` to `last`."""

    staff = TextField(index=True)
    absence = TextField()
    first = TextField()
    last = TextField(index=True)
    withdrawn = BooleanField(default=False)

    class Meta:
        table_name = "absence"


class DayRow(Projected):
    """A hall's day as it was told last; `people` is JSON, `station` who told it."""

    hall = TextField()
    day = TextField(index=True)
    people = TextField()
    station = TextField()
    head = IntegerField()

    class Meta:
        table_name = "day_told"


projection = Projection("workload", version=3, tables=(WorkloadRow, AbsenceRow, DayRow))


@projection.on(facts.DayTold)
def _told(rows: Rows, event: Event, fact: facts.DayTold) -> None:
    if not event.subject.startswith(f"totals:{fact.hall}/"):  # a hall tells its own days
        return
    key = {"hall": fact.hall, "day": fact.day.isoformat()}
    row: Any = rows.one(DayRow) or rows.add(DayRow, **key, people="", station="", head=0)
    row.people = as_json(fact.people)
    row.station, row.head = event.station, fact.head


@projection.on(facts.WorkloadImported)
def _imported(rows: Rows, event: Event, fact: facts.WorkloadImported) -> None:
    day = fact.day.isoformat()
    for row in rows.of(WorkloadRow):
        if (row.staff, row.day, row.service) == (fact.staff, day, fact.service):
            row.count = fact.count
            return
    rows.add(WorkloadRow, staff=fact.staff, day=day, service=fact.service, count=fact.count)


@projection.on(facts.AbsenceSet)
def _absence(rows: Rows, event: Event, fact: facts.AbsenceSet) -> None:
    first, last = fact.first.isoformat(), fact.last.isoformat()
    if row := next((row for row in rows.of(AbsenceRow) if row.staff == fact.staff), None):
        row.absence, row.first, row.last, row.withdrawn = fact.absence.value, first, last, fact.withdrawn
    else:
        rows.add(
            AbsenceRow,
            staff=fact.staff,
            absence=fact.absence.value,
            first=first,
            last=last,
            withdrawn=fact.withdrawn,
        )
