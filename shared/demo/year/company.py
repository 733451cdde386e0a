"""The company of the paper: four branches, sixteen halls, eighty window staff; who acts, and on which days."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

import msgspec

from shared.demo.acting import done
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.workdays import Calendar, seed
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.history import History
from shared.people.rules import RosterLine

YEAR = 2014
HEAD_OFFICE, HEAD_BRANCH = "经营管理部", "总公司"
HALLS = {
    "和平大厅": "和平分公司",
    "太原街大厅": "和平分公司",
    "南湖大厅": "和平分公司",
    "长白大厅": "和平分公司",
    "沈河大厅": "沈河分公司",
    "五爱大厅": "沈河分公司",
    "青年大街大厅": "沈河分公司",
    "南塔大厅": "沈河分公司",
    "铁西大厅": "铁西分公司",
    "兴工大厅": "铁西分公司",
    "重工大厅": "铁西分公司",
    "保工大厅": "铁西分公司",
    "皇姑大厅": "皇姑分公司",
    "北陵大厅": "皇姑分公司",
    "塔湾大厅": "皇姑分公司",
    "三台子大厅": "皇姑分公司",
}
"""Branch by hall; each hall is a unit."""
WINDOWS = 5  # of a hall: four cashiers and a consultant
PREPARER, APPROVER, TRAINER = "9001", "9002", "9003"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = [
    "秀英",
    "桂兰",
    "丽华",
    "建国",
    "晓燕",
    "思远",
    "雪梅",
    "文静",
    "玉珍",
    "海波",
    "立新",
    "春霞",
    "志强",
    "淑芬",
    "凤琴",
    "佳慧",
    "宏伟",
    "艳红",
    "永生",
    "明月",
]


class Company(msgspec.Struct, frozen=True, dict=True):
    """The people by number, and the days of the year; `store` is the one journal that all of them write to."""

    store: Store

    def who(self, number: str, now: int) -> Actor:
        """The person with this number, who now acts at a device of their hall."""
        line = self.people[number]
        if self.store.hall != line.hall:
            done(people.place_device(self.store, line.hall, now=now))
        return Actor(line.number, line.name, line.role, line.post, line.hall)

    @cached_property
    def people(self) -> dict[str, RosterLine]:
        """Everybody, by number."""
        return {line.number: line for line in roster()}

    @cached_property
    def window_staff(self) -> tuple[RosterLine, ...]:
        """The eighty."""
        return tuple(line for line in roster() if line.role is Role.STAFF)

    def staff_of(self, hall: str) -> tuple[RosterLine, ...]:
        """A hall's five."""
        return tuple(line for line in self.window_staff if line.hall == hall)

    def supervisor(self, hall: str) -> str:
        """The number of a hall's supervisor."""
        return f"{2001 + list(HALLS).index(hall)}"

    @property
    def history(self) -> History:
        """Who belonged where."""
        return History(self.store)

    @cached_property
    def calendar(self) -> Calendar:
        """The official working days."""
        return seed()

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The year's working days."""
        first = date(YEAR, 1, 1)
        every = (first + timedelta(n) for n in range((date(YEAR + 1, 1, 1) - first).days))
        return tuple(day for day in every if self.calendar.is_workday(day))

    def of_month(self, month: int) -> tuple[date, ...]:
        """A month's working days."""
        return tuple(day for day in self.days if day.month == month)

    def after(self, day: date, working_days: int) -> date:
        """So many working days later."""
        return self.calendar.add(day, working_days)


def seeded(of: str) -> random.Random:
    """A random generator seeded for one matter: adding another matter leaves the others unchanged."""
    return random.Random(f"{YEAR} {of}")


def roster() -> tuple[RosterLine, ...]:
    """The staff list."""
    return tuple(_lines())


def _lines() -> Iterable[RosterLine]:
    names = _names()
    for place, (hall, branch) in enumerate(HALLS.items(), start=1):
        for window in range(1, WINDOWS + 1):
            post = "consultant" if window == WINDOWS else "cashier"
            number = f"1{place:02}{window}"
            yield RosterLine(number, names.pop(), branch, hall, str(window), post, Role.STAFF)
        yield RosterLine(f"{2000 + place}", names.pop(), branch, hall, "", "cashier", Role.SUPERVISOR)
    for number in (PREPARER, APPROVER, TRAINER):
        yield RosterLine(number, names.pop(), HEAD_BRANCH, HEAD_OFFICE, "", "", Role.OFFICE)


def _names() -> list[str]:
    names = [surname + given for surname in _SURNAMES for given in _GIVEN]
    seeded("names").shuffle(names)
    return names
