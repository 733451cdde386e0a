"""What is said of tickets by itself, to whom, and when it is said again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions
from shared.practice.pauses import actions as pauses
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import actor, at, attested

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 3, day) for day in (3, 4, 5, 6))


@pytest.fixture
def ticket(counter: Counter) -> str:
    """1001 was asked on Monday at half past ten: to be answered by Wednesday."""
    opened = actions.open_inquiry(
        counter.store, actor("1001"), text="怎么过户", phone="13840012345", now=counter.times.start
    )
    assert not isinstance(opened, Refusal)
    return opened.id


def at_time(counter: Counter, clock: str, day: date) -> None:
    """It becomes that time, and a minute begins."""
    counter.times.passed = at(clock, day) - counter.times.start
    counter.window.session.minute.emit()


def said(counter: Counter) -> str:
    return counter.window.workspace.notice.text


def leaves_it(counter: Counter) -> None:
    """The twenty seconds are over."""
    counter.window.workspace.notice.hide()


def test_each_warning_is_a_new_digest_and_the_day_to_inform_is_named(counter: Counter, ticket: str) -> None:
    counter.signs_in("1001")
    for clock, day in (("14:30", TUESDAY), ("12:00", WEDNESDAY)):  # half of 22 working hours, three quarters
        at_time(counter, clock, day)
        counter.reads("您承办的首问工单")
        told = said(counter)
        leaves_it(counter)
    assert "今天应告知用户 1 张" in told
    at_time(counter, "12:01", WEDNESDAY)
    counter.opens("inquiries")  # read after the look of that minute
    assert said(counter) == ""


def test_at_the_limit_owner_and_supervisor_are_told_of_a_ticket_that_was_handed_on(
    counter: Counter, ticket: str
) -> None:
    assert actions.transfer(counter.store, actor("1001"), ticket, "1002", now=counter.times.start) is None
    counter.signs_in("1001")
    at_time(counter, "12:00", WEDNESDAY)
    counter.opens("inquiries")  # read after the look of that minute
    assert said(counter) == ""  # the handler's matter, before the limit
    at_time(counter, "09:00", THURSDAY)
    counter.reads("您首问、由他人承办的工单：超期 1 张")
    counter.signs_in("1002")
    counter.reads("您承办的首问工单：超期 1 张")
    counter.signs_in("2001")
    counter.reads("本厅首问工单：超期 1 张")
    assert "分公司" not in said(counter)
    leaves_it(counter)
    at_time(counter, "09:00", FRIDAY)
    counter.reads("本厅首问工单：超期 1 张，其中应报分公司 1 张")
    counter.presses(Qt.Key.Key_E, CTRL)  # it stays for twenty seconds: in the language spoken meanwhile
    counter.reads("1 of them to be reported to the branch")


def test_the_overrun_stays_until_the_person_is_back_whatever_else_is_said(counter: Counter) -> None:
    now = counter.times.start
    count = attested(1, now)
    started = pauses.request(counter.store, actor("1002"), waiting=count, now=now)
    assert not isinstance(started, Refusal)
    counter.times.passed = 361_000
    counter.signs_in("2001")
    counter.reads("李娜 的暂停已超时")
    counter.window.workspace.notice.say("别的事")
    assert {"李娜 的暂停已超时，请关心一下。", "别的事"} <= set(counter.sees())
    pauses.end(counter.store, actor("1002"), started.pause, 400_000, now=now + 400_000)
    counter.waits(lambda: not counter.window.workspace.overrun.isVisible(), "the end of the notice")
    assert said(counter) == "别的事"


def test_a_digest_is_told_again_after_the_lock_only_when_there_is_more(counter: Counter, ticket: str) -> None:
    counter.signs_in("1001")
    at_time(counter, "14:30", TUESDAY)
    counter.reads("您承办的首问工单：临期 1 张")
    leaves_it(counter)
    counter.presses(Qt.Key.Key_L, CTRL)
    counter.signs_in_at("1001", "inquiries")
    assert said(counter) == ""
