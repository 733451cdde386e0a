"""A whole day, scripted, on three PCs and a real hub; its signed daily log is counted again from the raw journal.

200 numbers, twelve pauses asked and four refused, fifteen first inquiries, a change-over at lunch, an hour without a
line. Window 1 works at the real counter, by keyboard, and a watchdog sees that its screen is never late.
What is asserted of the line: never two calls of one number while the hub can be reached; what two windows called while
it could not is all there, and every customer was served once.
"""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.__main__ import build
from counter.desk import Clock
from shared.daily_log import views as log_views
from shared.daily_log.page import DailyLog
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.line import views
from shared.practice.line.views import State
from tests.builders import HALL, MONDAY, at
from tests.counter.conftest import Counter, Times
from tests.day import questions
from tests.day.hall import MINUTE, OPENING, Hall, actor, pcs
from tests.day.screen import AtTheScreen
from tests.day.totals import Raw
from tests.faults.proxy import Proxy
from tests.hub.site import Site
from tests.watch import Watch

FRAME_MS, FELT_MS = 16.0, 50.0
PAGES = ("home", "inquiries", "diary", "my_cards", "give_card", "happy", "rulebook", "line")
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


def changes_over(hall: Hall, coming: str) -> None:
    """One goes off duty, the other signs in, goes on duty and looks through the pages."""
    first = window_1(hall)
    if serving := views.serving(first.device.store, first.staff, hall.now):
        hall.finishes(first, serving)
    first.goes()
    first.comes(coming)
    for key in PAGES:
        first.visits(key)


def window_1(hall: Hall) -> AtTheScreen:
    first = hall.pcs[0]
    assert isinstance(first, AtTheScreen)
    return first


@pytest.fixture
def hall(site: Site, line: Proxy) -> Iterator[Hall]:
    made = Hall(tuple(pcs(site, line)))
    everybody_hears(made, True)
    yield made
    for pc in made.pcs:
        pc.leave()
        pc.device.store.close()


@pytest.fixture
def screen(qtbot: QtBot, hall: Hall) -> Iterator[AtTheScreen]:
    """The real counter at window 1, with its person signed in and on every page once."""
    app, first = QApplication.instance(), window_1(hall)
    assert isinstance(app, QApplication)
    window = build(app, first.device.folder, clock=Clock(now=lambda: hall.now, steady=lambda: hall.now - OPENING))
    window.desk.line_arbiter = first.may_call
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    first.counter, first.watch = Counter(window, first.device.folder, Times(), first.device.store), Watch()
    first.comes("1001")
    yield first
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def lives(hall: Hall, proxy: Proxy) -> None:
    """The day, to the last customer."""
    plan = {
        at("08:31"): lambda: colleagues_come(hall, False),
        at("08:45"): lambda: colleagues_come(hall, True),
        at("12:01"): lambda: changes_over(hall, "1005"),
        at("12:59"): lambda: changes_over(hall, "1001"),
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
    window_1(hall).comes("2001")
    window_1(hall).signs("平稳")
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


def screen_was_never_late(screen: AtTheScreen) -> None:
    """At work no turn takes more than a frame, but for one in a thousand: a letter is drawn for the first time.

    A change-over and a dialog, which put a whole window on the screen, take two or three.
    """
    assert screen.watch
    work = [turn for turn in screen.watch.turns if not turn.doing.startswith("signing")]
    assert len(work) > 1000
    assert sum(turn.cpu > FRAME_MS for turn in work) <= len(work) / 1000, screen.watch.worst
    assert screen.watch.worst[0].cpu < FELT_MS, screen.watch.worst


def test_a_day_of_three_windows_ends_in_a_log_that_adds_up(hall: Hall, screen: AtTheScreen, line: Proxy) -> None:
    lives(hall, line)
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
    screen_was_never_late(screen)
    assert hall.pcs[0].device.ids() == hall.pcs[1].device.ids() == hall.pcs[2].device.ids()
