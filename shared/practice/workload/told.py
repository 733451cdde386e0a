"""A hall's day as it was told last."""

import msgspec

from shared.practice.workload.facts import PersonDay
from shared.practice.workload.tables import DayRow


def people_of(row: DayRow) -> tuple[PersonDay, ...]:
    """The totals of a told day by person."""
    return msgspec.json.decode(row.people, type=tuple[PersonDay, ...])
