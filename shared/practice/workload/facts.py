"""What was served and who was there. Subjects: `totals:<hall>/<day>`, `workload:<staff>/<day>`, `absence:<uuid>`."""

from datetime import date

import msgspec

from shared.domain.fact import Count, Fact, WholeFact
from shared.domain.open_enum import OpenEnum


class Absence(OpenEnum):
    """培训, 外派, 休假, 病假."""

    TRAINING = "training"
    ASSIGNMENT = "assignment"
    LEAVE = "leave"
    SICK = "sick"


class AbsenceSet(WholeFact):
    """`staff` is away from `first` to `last`, both included; `withdrawn` takes it back."""

    staff: str
    absence: Absence
    first: date
    last: date
    withdrawn: bool = False


class WorkloadImported(Fact):
    """What a hall's own ticket machine counted; a later import of the same day, person and service replaces it."""

    day: date
    staff: str
    service: str
    count: Count
    source: str  # the file's name and digest


class PersonDay(msgspec.Struct, frozen=True):
    """One person's day in one hall and post. `cards` are the counted customer cards by P."""

    staff: str
    post: str
    served: dict[str, Count] = {}
    cards: dict[str, Count] = {}
    tickets: Count = 0
    on_the_spot: Count = 0
    minutes: dict[str, Count] = {}  # call to done, summed by service


class DayTold(Fact):
    """A hall's day as totals, told by the counter that signs, and again when late facts change it.

    `head` and `head_hash` name the state of the journal that it was computed at.
    """

    day: date
    hall: str
    people: tuple[PersonDay, ...]
    head: int
    head_hash: str
