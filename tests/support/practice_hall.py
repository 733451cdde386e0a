"""A small hall on a real store: two cashier windows, a consultant, a supervisor, a colleague elsewhere, the office."""

from datetime import date, time
from pathlib import Path

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.workdays import ms_at
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people.actions import import_staff, set_duty
from shared.people.rules import RosterLine
from shared.registry import PROJECTIONS
from tests.support.blank import copy_blank_journal

DAY = date(2026, 3, 4)
ROSTER = (
    ("1001", "张敏", "一号厅", "1", "cashier", Role.STAFF),
    ("1002", "李娜", "一号厅", "2", "cashier", Role.STAFF),
    ("1003", "王芳", "一号厅", "3", "consultant", Role.STAFF),
    ("1009", "赵刚", "一号厅", "", "cashier", Role.SUPERVISOR),
    ("2001", "刘洋", "二号厅", "1", "cashier", Role.STAFF),
    ("2009", "孙杰", "二号厅", "", "cashier", Role.SUPERVISOR),
    ("9001", "周宁", "总部", "", "", Role.OFFICE),
)
HALL = "一号厅"
ACTORS = {n: Actor(number=n, name=name, role=role, post=post, hall=hall) for n, name, hall, _, post, role in ROSTER}
ZHANG, LI, WANG, ZHAO, LIU, SUN, OFFICE = ACTORS.values()


def at(clock: str, day: date = DAY) -> int:
    """A moment of the tests' day, written as `09:30` or `09:30:05`."""
    return ms_at(day, time.fromisoformat(clock))


def open_hall(folder: Path) -> Store:
    """The hall's device, its roster known and its window staff on duty since eight."""
    copy_blank_journal(folder, PROJECTIONS)
    store = open_store(folder, PROJECTIONS, hall=HALL)
    lines = [
        RosterLine(number=n, name=name, branch="一分公司", hall=hall, window=window, post=post, role=role)
        for n, name, hall, window, post, role in ROSTER
    ]
    import_staff(store, lines, now=at("08:00"))
    begin_day(store)
    return store


def begin_day(store: Store, day: date = DAY) -> None:
    """At eight everybody of the hall signs on at their window."""
    for number, _, hall, window, _, _ in ROSTER:
        if hall == HALL and window:
            set_duty(store, ACTORS[number], number, True, window, now=at("08:00", day))
