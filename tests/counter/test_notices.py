"""What the desktop tells a person who works in another program: when, what, and where a click leads."""

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter.notices import Matter, Snapshot, increases, next_baseline
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions
from tests.counter.conftest import CTRL, Counter
from tests.counter.test_devices import device
from tests.counter.walker import settles
from tests.support.builders import actor, at

MONDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 4)
TICKETS, REQUESTS, DEVICES = Matter.TICKETS, Matter.REQUESTS, Matter.DEVICES
DUE = "首问工单：1 件今天到期"


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, Snapshot(MONDAY, {TICKETS: 1, REQUESTS: 0}), {TICKETS: 1}),
        (Snapshot(MONDAY, {TICKETS: 1}), Snapshot(MONDAY, {TICKETS: 1}), {}),
        (Snapshot(MONDAY, {TICKETS: 1}), Snapshot(MONDAY, {TICKETS: 2}), {TICKETS: 2}),
        (Snapshot(MONDAY, {TICKETS: 2}), Snapshot(MONDAY, {TICKETS: 1}), {}),
        (
            Snapshot(MONDAY, {TICKETS: 1}),
            Snapshot(WEDNESDAY, {TICKETS: 1}),
            {TICKETS: 1},
        ),  # other tickets are due
        (Snapshot(MONDAY, {DEVICES: 1}), Snapshot(WEDNESDAY, {DEVICES: 1}), {}),
        (Snapshot(MONDAY, {DEVICES: 0}), Snapshot(MONDAY, {DEVICES: 1}, in_front=True), {}),
        (Snapshot(MONDAY, {DEVICES: 0}), Snapshot(MONDAY, {DEVICES: 1}, in_hours=False), {}),
        (Snapshot(MONDAY, {}), Snapshot(MONDAY, {REQUESTS: 1, DEVICES: 2}), {REQUESTS: 1, DEVICES: 2}),
    ],
)
def test_which_changes_are_notified(before: Snapshot | None, now: Snapshot, told: dict[Matter, int]) -> None:
    assert increases(before, now) == told


def test_seen_changes_are_not_told_again_and_those_while_closed_are_told_at_opening() -> None:
    seen = next_baseline(None, Snapshot(MONDAY, {DEVICES: 1}, in_front=True))
    assert increases(seen, Snapshot(MONDAY, {DEVICES: 1})) == {}
    closed = next_baseline(seen, Snapshot(MONDAY, {DEVICES: 2}, in_hours=False))
    assert increases(closed, Snapshot(WEDNESDAY, {DEVICES: 2})) == {DEVICES: 2}


@pytest.fixture
def billing(counter: Counter) -> Iterator[QWidget]:
    """The window of another program."""
    window = QWidget()
    yield window
    window.deleteLater()


def told(counter: Counter) -> list[str]:
    """What is told from now on."""
    said: list[str] = []
    counter.window.workspace.tray.notified.connect(said.append)
    return said


def works_in(counter: Counter, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    counter.waits(window.isActiveWindow, "the other program in front")


def at_time(counter: Counter, clock: str, day: date) -> None:
    counter.times.passed = at(clock, day) - counter.times.start
    counter.window.session.minute.emit()
    settles(counter)


def test_a_ticket_due_today_is_told_once_and_a_click_leads_to_it_after_the_lock_too(
    counter: Counter, billing: QWidget
) -> None:
    opened = actions.open_inquiry(
        counter.store, actor("1001"), text="怎么过户", phone="13840012345", now=counter.times.start
    )
    assert not isinstance(opened, Refusal)
    counter.signs_in("1001")
    work, said = counter.window.workspace, told(counter)
    works_in(counter, billing)
    at_time(counter, "08:00", WEDNESDAY)  # not open yet
    assert said == []
    for clock in ("08:30", "08:31"):
        at_time(counter, clock, WEDNESDAY)
    assert said == [DUE]
    work.tray.open_page()
    counter.waits(counter.window.isActiveWindow, "the window in front")
    assert work.stack.currentWidget() is work.pages["inquiries"]
    counter.opens("home")
    counter.presses(Qt.Key.Key_L, CTRL)
    work.tray.open_page()
    assert counter.window.sign_in.isVisible()
    counter.signs_in("1001")
    counter.waits(lambda: work.stack.currentWidget() is work.pages["inquiries"], "the page of the message")


def test_a_supervisor_is_told_of_devices_and_an_old_backup_but_not_in_front_of_the_counter(
    counter: Counter, billing: QWidget
) -> None:
    counter.signs_in("2001")
    settles(counter)
    said = told(counter)
    works_in(counter, billing)
    at_time(counter, "10:30", MONDAY)
    assert said == []
    [backup] = (counter.folder / "backups").glob("2026*.db")
    backup.rename(backup.with_name("2026-02-27.db"))
    with counter.store.db.atomic():
        counter.store.set_setting("devices", msgspec.json.encode([device(counter, "k1", minutes_ago=40)]).decode())
        counter.store.set_setting("devices_at", str(counter.times.start))
    counter.window.activateWindow()
    counter.waits(counter.window.isActiveWindow, "the counter in front")
    at_time(counter, "10:31", MONDAY)
    assert said == []  # the navigation counts the device
    backup.with_name("2026-02-27.db").rename(backup.with_name("2026-02-28.db"))  # two days old
    works_in(counter, billing)
    at_time(counter, "10:32", MONDAY)
    backup.with_name("2026-02-28.db").rename(backup.with_name("2026-02-27.db"))
    assert said == []
    at_time(counter, "10:33", MONDAY)
    assert said == ["备份：本机超过两天没有新的备份"]
