"""Declares workload and absences: totals of a day, imports, who was away."""

from pathlib import Path

from shared.declaration.practice import Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.workload import words
from shared.practice.workload.facts import AbsenceSet, DayTold, WorkloadImported
from shared.practice.workload.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.workload.day_totals import tell_days

    return tell_days(store, now=now)


PRACTICE = Practice(
    name="workload",
    title=Text("工作量", "Workload"),
    projection=projection,
    kinds=(
        Kind(AbsenceSet, Text("缺勤登记", "absence set"), private=True, own_hall=("staff",)),
        Kind(WorkloadImported, Text("导入工作量", "workload imported"), private=True, own_hall=("staff",)),
        Kind(DayTold, Text("当日合计", "totals of a day"), private=True, own_hall=("hall",)),
    ),
    refusals=words.REFUSALS,
    hub_sql=Path(__file__).with_name("hub.sql"),
    daily=_daily,
)
