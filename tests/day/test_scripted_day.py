"""A whole day, scripted, on three PCs and a real hub; its signed daily log is counted again from the raw journal.

200 numbers, twelve pauses asked and four refused, fifteen first inquiries, a change-over at lunch, an hour without a
connection: silent in the middle of a session, shut, open without an answer, shut again. Window 1 works at the real
counter, by keyboard, and a watchdog sees that its screen is never late.
What is asserted of the line: never two calls of one number while the hub can be reached; what two windows called while
it could not is all there, and every customer was served once.
"""

from collections import Counter
from datetime import timedelta
from typing import TypeGuard

import msgspec

from shared.daily_log import views as log_views
from shared.daily_log.exports.plain import as_json
from shared.daily_log.page import DailyLog
from shared.domain.fact import Fact
from shared.people import actions as people
from shared.practice.inquiries import facts as inquiry_facts
from shared.practice.inquiries import views as inquiries
from shared.practice.inquiries.views import Level
from shared.practice.line import statistics, views
from shared.practice.line.views import State
from tests.day import questions, totals
from tests.day.hall import Hall
from tests.day.pc import MINUTE, OPENING, actor
from tests.day.raw import Raw
from tests.day.screen import AtTheScreen, window_1
from tests.day.thanks import words_and_cards
from tests.faults.proxy import Proxy
from tests.support.builders import HALL, MONDAY, at

BRIEFLY, GIVEN_UP = 0.2, 1.8
"""Seconds: a window waits a quarter of one for the hub, the first time a whole one; the question itself ends at two."""
CALLS = 10
PAGES = ("home", "inquiries", "diary", "my_cards", "give_card", "happy", "rulebook", "queue")
CUT, MENDED, EVENING = at("13:00"), at("14:00"), at("17:00")
LINE = {CUT: "stall", at("13:09"): "refuse", at("13:26"): "stall", at("13:36"): "refuse", MENDED: "pass"}
"""The hour without the hub: sessions in which nothing comes any more, no way in, a way in where nobody answers."""
GROUPS = {at("10:44"): at("11:06"), at("12:00"): at("12:24"), at("12:58"): at("13:24")}
"""A bus comes: those of the time up to the second moment are there at the first."""
OUTLIERS = 0.25  # of the calls of a kind
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


def changes_over(hall: Hall, coming: str) -> None:
    """One goes off duty, the other signs in, goes on duty and looks through the pages."""
    first = window_1(hall)
    if serving := views.serving(first.device.store, first.staff, hall.now):
        hall.finishes(first, serving)
    first.goes()
    first.comes(coming)
    for key in PAGES:
        first.visits(key)


def lives(hall: Hall, proxy: Proxy) -> None:
    """The day, to the last customer."""
    plan = {
        at("08:31"): lambda: colleagues_come(hall, False),
        at("08:45"): lambda: colleagues_come(hall, True),
        at("12:01"): lambda: changes_over(hall, "1005"),
        at("12:59"): lambda: changes_over(hall, "1001"),
        at("16:20"): lambda: words_and_cards(hall),
    }
    asked = {at(clock): pause for clock, pause in PAUSES.items()}
    tickets = questions.script()
    while hall.now < EVENING:
        if hall.now in LINE:
            hall.line_is(proxy, LINE[hall.now])
        plan.get(hall.now, lambda: None)()
        if hall.now in asked:
            hall.pause(*asked[hall.now][:2])
        tickets.get(hall.now, lambda hall: None)(hall)
        hall.minute(arrivals(hall.now))


def is_signed(hall: Hall) -> list[DailyLog]:
    """The supervisor signs on the PC of window 1; the page of the day as each PC then has it."""
    hall.everybody_hears(True)
    window_1(hall).comes("2001")
    window_1(hall).signs("平稳")
    hall.everybody_hears(True)
    return [log_views.day(pc.device.store, HALL, MONDAY, now=hall.now) for pc in hall.pcs]


def line_is_true(hall: Hall, raw: Raw) -> None:
    """Everybody was called, nobody twice while the hub was reached, whoever waited to the end was served, once."""
    store = hall.pcs[0].device.store
    numbers = [views.number(store, number) for number in hall.taken]
    assert len(numbers) == 200
    assert {n.state for n in numbers if n} == {State.SERVED, State.MISSED}
    gone = [n.id for n in numbers if n and n.state is State.MISSED]
    assert set(gone) == hall.strayed - set(hall.at_window)  # who did not come, and did not come back
    assert 0 < len(gone) < 10
    twice = totals.called_twice(raw)
    assert twice, "an hour without a connection must show what it costs"
    assert [moment for _, moment in twice if not CUT <= moment < MENDED] == []


def calls_fell_back_in_time(hall: Hall) -> None:
    """Where nothing comes any more, no call waits longer than it may, and the screen goes on meanwhile."""
    for pc in hall.pcs:
        silent = [question for question in pc.asked if question.line == "stall"]
        assert silent
        assert not any(question.answered for question in silent)
        assert min(question.seconds for question in silent) > BRIEFLY  # it was waited for: the connection gave no error
        assert max(question.seconds for question in silent) < GIVEN_UP
    assert all(question.calls > CALLS for question in hall.pcs[0].asked if question.line == "stall")


def totals_are_true(log: DailyLog, hall: Hall, raw: Raw) -> None:
    """The page's totals, all of them, against the raw journal; and against what the script made happen."""
    page, counted = msgspec.json.decode(as_json(log)), totals.totals(raw)
    assert page["totals"] == counted
    assert log.totals.served == 200 - len(hall.strayed - set(hall.at_window))
    assert log.totals.not_rated == log.totals.served - totals.rated(raw)
    assert counted["pauses"] == {"granted": 8, "refused": 4, "over_quota": 0, "overrun": 1}
    assert counted["inquiries"] == {"opened": 15, "closed": 5, "open": 9, "due": 1, "overdue": 1}
    assert Counter(breach.code for breach in log.breaches) == Counter(totals.breaches(raw))
    assert len(log.inquiries) == len(totals.open_tickets(raw))
    assert len(log.flagged) == log.totals.cards.suspect >= 2  # and whom chance had given their fourth card
    assert (log.totals.cards.excluded, sum(log.totals.cards.staff.values())) == (1, 2)


def work_is_true(hall: Hall, raw: Raw) -> None:
    """Who served how many of which service."""
    served = totals.served(raw)
    work = statistics.workload(hall.pcs[0].device.store, MONDAY, MONDAY, HALL)
    assert {(each.staff, service): n for each in work for service, n in each.by_service.items()} == served
    assert {staff for staff, _ in served} == {"1001", "1002", "1003", "1005"}


def inquiries_were_of_every_kind(hall: Hall, raw: Raw) -> None:
    """Whatever can happen to a ticket did; and who was asked a week ago is known to the branch, on Wednesday to all."""
    facts = {fact.kind() for fact in vars(inquiry_facts).values() if is_fact(fact)}
    facts.remove("time_confirmed")  # what a supervisor says of the clock is about no ticket
    slips = inquiry_facts.InquiryWithdrawn.kind()  # nobody registers one by mistake
    recounted = inquiry_facts.InquiryRecounted.kind()  # the schedule of this year is known
    assert raw.kinds("inquiry_") == facts - {slips, recounted}
    store, (late,) = hall.pcs[0].device.store, totals.late_tickets(raw)
    for clock, day, level in (("17:00", 0, Level.BRANCH), ("16:30", 2, Level.BRANCH), ("16:31", 2, Level.OFFICE)):
        known = inquiries.page(store, late, at(clock, MONDAY + timedelta(days=day)))
        assert known
        assert known.ticket.level is level


def is_fact(found: object) -> TypeGuard[type[Fact]]:
    return isinstance(found, type) and issubclass(found, Fact) and found is not Fact


def screen_was_never_late(screen: AtTheScreen) -> None:
    """No call takes more than a frame, dialogs and the signing included; where a page is built, no more than 50 ms.

    Outliers under twice the budget, one of a kind or a few of many, are the machine's: a fault is there each time.
    """
    assert screen.watch
    assert len(screen.watch.calls) > 1000
    print(*screen.watch.worst, sep="\n")
    late, of_kind = screen.watch.late, Counter(call.doing for call in screen.watch.calls)
    kinds = Counter(call.doing for call in late)
    often = {kind for kind, count in kinds.items() if count > max(1, of_kind[kind] * OUTLIERS)}
    assert [call for call in late if call.doing in often or call.ms >= 2 * call.budget] == []


def test_a_day_of_three_windows_ends_in_a_log_that_adds_up(hall: Hall, screen: AtTheScreen, proxy: Proxy) -> None:
    lives(hall, proxy)
    assert hall.asked == [expected for _, _, expected in PAUSES.values()]
    logs = is_signed(hall)
    raws = [Raw(pc.device.folder, HALL, MONDAY.isoformat()) for pc in hall.pcs]
    line_is_true(hall, raws[0])
    calls_fell_back_in_time(hall)
    work_is_true(hall, raws[0])
    inquiries_were_of_every_kind(hall, raws[0])
    for log, raw in zip(logs, raws, strict=True):
        totals_are_true(log, hall, raw)
        assert log.signature is not None
        assert log.signature.intact
        assert log.late == ()
        raw.close()
    assert len({log.totals.served for log in logs}) == 1
    screen_was_never_late(screen)
    assert hall.pcs[0].device.ids() == hall.pcs[1].device.ids() == hall.pcs[2].device.ids()
