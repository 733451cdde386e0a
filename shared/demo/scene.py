"""The demo hall's people, those of a second hall and of the office, and the days that are played."""

from datetime import date
from functools import cached_property

import msgspec

from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.workdays import Calendar, seed
from shared.journal.store import Store
from shared.people.rules import RosterLine

HALL, BRANCH = "和平大厅", "和平分公司"
OTHER_HALL, OTHER_BRANCH = "北陵大厅", "皇姑分公司"
HEAD_OFFICE, HEAD_BRANCH = "经营管理部", "总公司"
SUPERVISOR, OTHER_SUPERVISOR = "2001", "2101"
PREPARER, APPROVER = "9001", "9002"


def _line(number: str, name: str, window: str, post: str = "cashier", role: Role = Role.STAFF) -> RosterLine:
    return RosterLine(number=number, name=name, branch=BRANCH, hall=HALL, window=window, post=post, role=role)


def _elsewhere(number: str, name: str, post: str = "cashier", role: Role = Role.STAFF) -> RosterLine:
    return RosterLine(number, name, OTHER_BRANCH, OTHER_HALL, "", post, role)


ROSTER = (
    _line("1001", "王秀英", "1"),
    _line("1002", "李婷", "2"),
    _line("1003", "张建国", "3"),
    _line("1004", "刘晓燕", "4"),
    _line("1005", "陈思远", "5", "consultant"),
    _line("1006", "杨雪", "6", "consultant"),
    _line(SUPERVISOR, "赵红梅", "", role=Role.SUPERVISOR),
    _line(PREPARER, "周文博", "", "", Role.OFFICE),
)
"""Who signs in here, all in this hall."""
ELSEWHERE = (
    _elsewhere("1101", "孙海波"),
    _elsewhere("1102", "马春霞"),
    _elsewhere("1103", "何明月"),
    _elsewhere("1104", "徐立新", "consultant"),
    _elsewhere(OTHER_SUPERVISOR, "罗桂兰", role=Role.SUPERVISOR),
    RosterLine(APPROVER, "林静", HEAD_BRANCH, HEAD_OFFICE, "", "", Role.OFFICE),
)
"""A second hall, and a second person of the office, who approves what the first prepared."""
JURY = ("1101", "1102", "1103", "1104", OTHER_SUPERVISOR)
WINDOWS = tuple(line.number for line in ROSTER if line.window)
ACTORS = {line.number: Actor(line.number, line.name, line.role, line.post, line.hall) for line in (*ROSTER, *ELSEWHERE)}


class Scene(msgspec.Struct, frozen=True, dict=True):
    """The store, and the last days of the hall, today the last."""

    store: Store
    days: tuple[date, ...]

    @cached_property
    def calendar(self) -> Calendar:
        """The official working days."""
        return seed()

    @property
    def first(self) -> date:
        """The first of the days that are played in full."""
        return self.days[0]

    @property
    def today(self) -> date:
        """The last of them."""
        return self.days[-1]

    @property
    def last_month(self) -> str:
        """The month before those days."""
        return months.moved(f"{self.first:%Y-%m}", -1)

    def of_month(self, month: str) -> tuple[date, ...]:
        """A month's working days."""
        first, last = months.first(month), months.last(month)
        every = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
        return tuple(day for day in every if self.calendar.is_workday(day))

    def after(self, day: date, working_days: int) -> date:
        """So many working days later."""
        return self.calendar.add(day, working_days)
