"""A whole day, scripted, on three PCs and a real hub; its signed daily log is counted again from the raw journal.

200 numbers, twelve pauses asked and four refused, fifteen first inquiries, a change-over at lunch at the real counter,
an hour without a line. What is asserted of the line: never two calls of one number while the hub can be reached; what
two windows called while it could not is all there, and every customer was served once.
"""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.__main__ import build
from counter.desk import Clock
from shared.daily_log import actions as log_actions
from shared.daily_log import views as log_views
from shared.daily_log.facts import DaySigned
from shared.daily_log.page import DailyLog
from shared.people import actions as people
from shared.people.views import person
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.line import views
from shared.practice.line.views import State
from tests.builders import HALL, MONDAY, at
from tests.counter.conftest import CTRL, Counter, Times
from tests.day import questions
from tests.day.hall import MINUTE, OPENING, Hall, actor, pcs
from tests.day.totals import Raw
from tests.faults.proxy import Proxy
from tests.hub.site import Site

CUT, MENDED, EVENING = at("13:00"), at("14:00"), at("17:00")
GROUPS = {at("10:44"): at("11:06"), at("12:00"): at("12:24"), at("12:58"): at("13:24")}
"""A bus comes: those of the time up to the second moment are there at the first."""
PAUSES = {
    "08:35": (1, 5, "last_window"),
    "09:40": (1, 5, "granted"),
    "10:10": (2, 5, "granted"),
    "10:12": (3, 5, "colleague_paused"),
    "10:46": (3, 5, "too_many_waiting"),
    "11:20": (3, 5, "granted"),
    "11:28": (1, 6.5, "granted"),
    "11:45": (1, 5, "daily_limit"),
    "12:35": (1, 5, "granted"),
    "12:50": (1, 5, "granted"),
    "13:30": (2, 5, "granted"),
    "15:40": (3, 5, "granted"),
}


def arrivals(now: int) -> int:
    """Five in twelve minutes all day; in groups at three moments."""

    def one(moment: int) -> bool:
        return (moment - OPENING) // MINUTE % 12 in (0, 2, 5, 7, 10)

    if any(start < now < end for start, end in GROUPS.items()) or now >= at("16:30"):
        return 0
    return sum(one(moment) for moment in range(now, GROUPS.get(now, now + MINUTE), MINUTE))


def colleagues_come(hall: Hall, on: bool) -> None:
    """1002 and 1003 begin at a quarter to nine; 1004 is not here today."""
    hall.duty(2, on)
    hall.duty(3, on)
    hall.pcs[1].away = hall.pcs[2].away = not on
    people.set_duty(hall.pcs[0].device.store, actor("1004"), "1004", False, now=hall.now)


def line_is(hall: Hall, proxy: Proxy, mode: str) -> None:
    proxy.mode = mode
    proxy.hang_up()
    everybody_hears(hall, mode == "pass")


def everybody_hears(hall: Hall, up: bool) -> None:
    """Twice, so that the last one's news reaches the first."""
    for pc in (*hall.pcs, *hall.pcs):
        assert pc.sync(hall.now) is up


def words_and_cards(hall: Hall) -> None:
    """Customers thank whoever served them, three colleagues write into their diaries."""
    store = hall.pcs[0].device.store
    served = [n for n in map(partial(views.number, store), hall.taken) if n and n.state is State.SERVED]
    for place, number in enumerate(served[::25]):
        cards.award(store, number.staff, list(P)[place % 5], number=number.id, now=hall.now + place * 11 * MINUTE // 5)
    for window, entry in zip((1, 2, 3), (Entry.PRAISE, Entry.GRIEVANCE, Entry.HANDOVER), strict=True):
        pc = hall.pcs[window - 1]
        diary.write(pc.device.store, pc.actor, entry, "一句话", now=hall.now)


class Lunch:
    """The counter of window 1, as its people use it: by keyboard, at the hall's time."""

    def __init__(self, hall: Hall, counter: Counter) -> None:
        self.hall, self.counter = hall, counter

    def changes(self, leaving: str, coming: str) -> None:
        """One goes off duty, the other signs in, goes on duty, and serves two customers."""
        counter, pc = self.counter, self.hall.pcs[0]
        counter.signs_in(leaving)
        self._serves(1)
        counter.presses(Qt.Key.Key_D, CTRL)
        counter.until(lambda store: not person(store, leaving).on_duty)
        counter.signs_in(coming)
        counter.presses(Qt.Key.Key_D, CTRL)
        counter.until(lambda store: person(store, coming).on_duty)
        pc.staff = coming
        self._serves(2)

    def _serves(self, customers: int) -> None:
        page, pc = self.counter.opens("line"), self.hall.pcs[0]
        for _ in range(customers):
            pc.sync(self.hall.now)
            if page.turn.look.serving is None:
                self.counter.presses(Qt.Key.Key_F2)
            number = self.counter.waits(lambda: page.turn.look.serving, "a customer")
            self.hall.at_window[number.id] = pc
            pc.sync(self.hall.now)
            self.counter.presses(Qt.Key.Key_1)
            self.counter.presses(Qt.Key.Key_F4)
            self.counter.waits(lambda: page.turn.look.serving is None, "the end of it")


@pytest.fixture
def hall(site: Site, line: Proxy) -> Iterator[Hall]:
    made = Hall(tuple(pcs(site, line)))
    everybody_hears(made, True)
    yield made
    for pc in made.pcs:
        pc.leave()
        pc.device.store.close()


@pytest.fixture
def lunch(qtbot: QtBot, hall: Hall) -> Iterator[Lunch]:
    app, folder = QApplication.instance(), hall.pcs[0].device.folder
    assert isinstance(app, QApplication)
    window = build(app, folder, clock=Clock(now=lambda: hall.now, steady=lambda: hall.now - OPENING))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    yield Lunch(hall, Counter(window, folder, Times(), hall.pcs[0].device.store))
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def lives(hall: Hall, lunch: Lunch, proxy: Proxy) -> None:
    """The day, to the last customer."""
    plan = {
        at("08:31"): lambda: colleagues_come(hall, False),
        at("08:45"): lambda: colleagues_come(hall, True),
        at("12:01"): lambda: lunch.changes("1001", "1005"),
        at("12:59"): lambda: lunch.changes("1005", "1001"),
        CUT: lambda: line_is(hall, proxy, "refuse"),
        MENDED: lambda: line_is(hall, proxy, "pass"),
        at("16:20"): lambda: words_and_cards(hall),
    }
    asked = {at(clock): pause for clock, pause in PAUSES.items()}
    tickets = questions.script()
    while hall.now < EVENING:
        plan.get(hall.now, lambda: None)()
        if hall.now in asked:
            hall.pause(*asked[hall.now][:2])
        tickets.get(hall.now, lambda hall: None)(hall)
        hall.minute(arrivals(hall.now))


def is_signed(hall: Hall) -> list[DailyLog]:
    """The supervisor signs on the PC of window 1; the page of the day as each PC then has it."""
    everybody_hears(hall, True)
    first = hall.pcs[0]
    assert isinstance(
        log_actions.sign(first.device.store, actor("2001"), HALL, MONDAY, "平稳", now=hall.now), DaySigned
    )
    everybody_hears(hall, True)
    return [log_views.day(pc.device.store, HALL, MONDAY, now=hall.now) for pc in hall.pcs]


def without_nothing(counts: dict[str, int]) -> dict[str, int]:
    return {key: n for key, n in counts.items() if n}


def line_is_true(hall: Hall, raw: Raw) -> None:
    """Everybody was called, nobody twice while the line was up, whoever waited to the end was served, once."""
    store = hall.pcs[0].device.store
    numbers = [views.number(store, number) for number in hall.taken]
    assert len(numbers) == 200
    assert {n.state for n in numbers if n} == {State.SERVED, State.MISSED}
    gone = [n.id for n in numbers if n and n.state is State.MISSED]
    assert set(gone) == hall.strayed - set(hall.at_window)  # who did not come, and did not come back
    assert 0 < len(gone) < 10
    twice = raw.called_twice()
    assert twice, "an hour without a line must show what it costs"
    assert [moment for _, moment in twice if not CUT <= moment < MENDED] == []


def totals_are_true(log: DailyLog, hall: Hall, raw: Raw) -> None:
    """The page's totals against the raw journal."""
    totals, served = log.totals, raw.served()
    assert totals.served == sum(served.values()) == 200 - len(hall.strayed - set(hall.at_window))
    work = views.workload(hall.pcs[0].device.store, MONDAY, MONDAY, HALL)
    assert {(each.staff, service): n for each in work for service, n in each.by_service.items()} == served
    assert {staff for staff, _ in served} == {"1001", "1002", "1003", "1005"}
    assert vars(totals.pauses) == raw.pauses() == {"granted": 8, "refused": 4, "over_quota": 0, "overrun": 1}
    assert vars(totals.inquiries) == raw.inquiries()
    assert (totals.inquiries.opened, totals.inquiries.overdue) == (15, 1)
    assert without_nothing(dict(totals.cards.customers)) == raw.cards() != {}
    assert totals.cards.suspect == raw.count("card_awarded", "json_array_length(body, '$.flags') > 0")
    assert without_nothing(dict(totals.diary)) == raw.diary()


def test_a_day_of_three_windows_ends_in_a_log_that_adds_up(hall: Hall, lunch: Lunch, line: Proxy) -> None:
    lives(hall, lunch, line)
    assert hall.asked == [expected for _, _, expected in PAUSES.values()]
    logs = is_signed(hall)
    raws = [Raw(pc.device.folder, HALL, MONDAY.isoformat()) for pc in hall.pcs]
    line_is_true(hall, raws[0])
    for log, raw in zip(logs, raws, strict=True):
        totals_are_true(log, hall, raw)
        assert log.signature is not None
        assert log.signature.intact
        assert log.late == ()
        raw.close()
    assert len({log.totals.served for log in logs}) == 1
    assert hall.pcs[0].device.ids() == hall.pcs[1].device.ids() == hall.pcs[2].device.ids()
