"""Projection of imported workload and absences."""

from peewee import BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
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
    last = TextField()
    withdrawn = BooleanField(default=False)

    class Meta:
        table_name = "absence"


projection = Projection("workload", version=1, tables=(WorkloadRow, AbsenceRow))


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
    if row := rows.one(AbsenceRow):
        row.staff, row.absence, row.first, row.last = fact.staff, fact.absence.value, first, last
        row.withdrawn = fact.withdrawn
    else:
        rows.add(
            AbsenceRow,
            staff=fact.staff,
            absence=fact.absence.value,
            first=first,
            last=last,
            withdrawn=fact.withdrawn,
        )
