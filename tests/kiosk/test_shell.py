"""The window around the pages: idle reset, languages and print, closed times, staff exit, lock-down, broken store."""

import os
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk import keeper
from kiosk.lobby import State
from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.staff_exit import StaffPage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.work import next_turn
from shared import codes, device, policy
from shared.journal import lease
from shared.journal.faults import StoreDamaged
from shared.people import actions as people
from shared.people import pins
from shared.qt import theme
from tests.builders import MONDAY, MORNING, PIN, actor, at, empty_store, staffed_store
from tests.kiosk.test_award import cards, give


def with_pins(folder):
    store = staffed_store(folder)
    for number in ("1001", "2001"):
        assert people.set_pin(store, number, PIN, now=MORNING) is None
    return store


def test_idle_counts_down_visibly_then_goes_back_to_chinese_and_ordinary_print(lobby):
    window = lobby.open()
    window.speak("en")
    window.dress(senior=True, contrast=True)
    lobby.touch(lobby.page.card)
    window.idle.quiet.emit()
    assert window.frame.countdown.isVisible()
    assert "40" in window.frame.countdown.text  # 20 s, doubled for large print
    for _ in range(40):
        window.frame.countdown.tick()
    assert isinstance(lobby.page, AttractPage)
    assert not window.frame.countdown.isVisible()
    assert not theme.current().senior
    assert not theme.current().contrast
    assert lobby.page.card.accessibleName().startswith("送一张5P卡")


def test_the_countdown_comes_by_itself_after_the_policy_s_time(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    assert window.idle.waits == 30_000
    window.dress(senior=True, contrast=False)
    assert isinstance(lobby.page, WhoPage)
    assert window.idle.waits == 60_000


def test_a_touch_anywhere_continues(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    window.idle.quiet.emit()
    lobby.qtbot.mouseClick(
        window.frame.countdown, Qt.MouseButton.LeftButton, pos=window.frame.countdown.rect().topLeft()
    )
    assert not window.frame.countdown.isVisible()
    assert isinstance(lobby.page, WhoPage)


def test_escape_continues_too_and_a_scan_has_its_page_at_once(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    window.idle.quiet.emit()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    lobby.qtbot.waitUntil(lambda: not window.frame.countdown.isVisible())
    assert isinstance(lobby.page, WhoPage)
    window.idle.quiet.emit()
    window.scanning.act(codes.Badge("1002"))
    assert not window.frame.countdown.isVisible()
    assert isinstance(lobby.page, CardsPage)


def test_language_switches_at_once_on_any_page(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("Patient"))
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("耐心"))


@pytest.mark.parametrize(
    ("clock", "state"), [("07:59", "closed"), ("08:00", "open"), ("16:59", "open"), ("17:00", "closed")]
)
def test_opening_hours_with_their_margin(lobby, clock, state):
    lobby.now = at(clock)
    window = lobby.open()
    assert window.service.state == state
    assert isinstance(lobby.page, NoticePage if state == "closed" else AttractPage)


def test_bright_again_when_the_hall_opens(lobby):
    lobby.now = at("07:00")
    window = lobby.open()
    assert isinstance(lobby.page, NoticePage)
    lobby.now = at("08:30")
    window.service.refresh()
    lobby.sees(AttractPage)


@pytest.mark.parametrize(("clock", "then"), [("08:00", AttractPage), ("17:00", NoticePage)])
def test_the_moment_the_hall_opens_or_closes_is_not_missed(lobby, clock, then):
    lobby.now = at(clock) - 300
    lobby.open()
    assert not isinstance(lobby.page, then)
    lobby.now = at(clock)  # as it will be when the 300 ms are over
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, then), timeout=2000)


def test_the_next_turn_of_a_closed_evening_is_the_morning():
    values = policy.default()
    assert next_turn(values, at("17:30")) == at("08:00", MONDAY + timedelta(days=1))
    assert next_turn(values, at("07:00")) == at("08:00")
    assert next_turn(values, at("08:00")) == at("17:00")


def shown(lobby):
    return lobby.page.state


def test_a_hall_not_set_up_and_one_without_staff_say_so(lobby):
    lobby.open(empty_store)
    lobby.sees(NoticePage)
    assert shown(lobby) is State.NO_HALL
    lobby.close()

    def nobody(folder):
        store = empty_store(folder)
        people.set_hall(store, store.hall, "和平大厅", "和平分公司", now=MORNING)
        return store

    lobby.open(nobody)
    lobby.sees(NoticePage)
    assert shown(lobby) is State.NO_STAFF


def nobody_on_duty(folder):
    store = with_pins(folder)
    for number in ("1001", "1002", "1003", "1004"):
        people.set_duty(store, actor(number), number, False, now=MORNING)
    return store


@pytest.mark.parametrize(
    ("opener", "said"), [(empty_store, "warm-window init"), (staffed_store, "set-pin"), (nobody_on_duty, "没有人在岗")]
)
def test_the_staff_exit_says_precisely_what_is_missing_and_is_no_dead_end(lobby, opener, said):
    window = lobby.open(opener)
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: said in lobby.page.report.text())
    assert lobby.page.report.isVisible()
    if opener is not nobody_on_duty:
        lobby.qtbot.waitUntil(lambda: str(os.getpid()) in lobby.page.report.text())
        assert not lobby.page.number_pad.isVisible()
        return
    sign_in(lobby, "2001")
    assert "在岗：0 人" in lobby.page.report.text()
    assert lobby.page.leave_button.isVisible()


def test_a_damaged_store_has_a_friendly_page_and_is_tried_again(lobby):
    answers = [StoreDamaged("page 3 is torn"), None]

    def opener(folder):
        if error := answers.pop(0):
            raise error
        return staffed_store(folder)

    window = lobby.open(opener)
    lobby.sees(NoticePage)
    assert lobby.page.state is State.BROKEN
    window.go(StaffPage)
    assert "page 3 is torn" in lobby.page.report.text()
    window.service.start()
    lobby.qtbot.waitUntil(lambda: window.service.error is None)
    window.home()
    assert isinstance(lobby.page, AttractPage)


def sign_in(lobby, number, pin=PIN):
    lobby.window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.number_pad.isVisible)
    lobby.keys(lobby.page.number_pad, number)
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pin_pad, pin)
    lobby.qtbot.waitUntil(lambda: lobby.page.isEnabled())


def test_only_a_supervisor_s_pin_opens_the_staff_exit(lobby):
    window = lobby.open(with_pins, locked=True)
    sign_in(lobby, "1001")
    assert not lobby.page.leave_button.isVisible()
    sign_in(lobby, "2001")
    lobby.touch(lobby.page.leave_button)
    assert not window.isVisible()


EXIT = "402913"


def joined(folder):
    """As a kiosk on a hub is: people's PINs are elsewhere, it has one of its own."""
    store = staffed_store(folder)
    pins.keep_exit_pin(folder, EXIT)
    return store


def ask_exit_pin(lobby, pin):
    lobby.window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.pin_pad.isVisible)
    assert not lobby.page.number_pad.isVisible()
    lobby.keys(lobby.page.pin_pad, pin)
    lobby.qtbot.waitUntil(lambda: lobby.page.isEnabled())


def test_a_joined_kiosk_asks_for_its_exit_pin_alone(lobby):
    window = lobby.open(joined, locked=True)
    ask_exit_pin(lobby, "111111")
    assert not lobby.page.leave_button.isVisible()
    ask_exit_pin(lobby, EXIT)
    lobby.touch(lobby.page.leave_button)
    assert not window.isVisible()


@pytest.fixture
def damage(monkeypatch):
    """Really damages the journal of a folder, while a counter has it open, so that it cannot be set aside."""
    held = []
    monkeypatch.setattr(lease.Lease.take_alone, "__kwdefaults__", {"wait_seconds": 0.2})

    def do(folder):
        held.append(lease.Lease(folder))
        held[0].share()
        file = folder / "journal.db"
        file.write_bytes(file.read_bytes()[:4096] + b"torn" * 10_000)

    yield do
    for one in held:
        one.close()


def damaged(lobby, damage, opener):
    """The kiosk of a hall, ended; its journal damaged; the kiosk started again."""
    lobby.open(opener, locked=True)
    lobby.close()
    damage(lobby.folder)
    window = lobby.open(lambda folder: device.open_here(folder, now=MORNING), locked=True)
    lobby.sees(NoticePage)
    assert lobby.page.state is State.BROKEN
    return window


def test_the_staff_exit_works_while_the_journal_is_damaged(lobby, damage):
    window = damaged(lobby, damage, with_pins)
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, StaffPage), timeout=4000)
    assert "FolderInUse" in lobby.page.report.text()
    for number, pin in (("1001", PIN), ("2001", "919191")):
        sign_in(lobby, number, pin)
        assert not lobby.page.leave_button.isVisible()
    sign_in(lobby, "2001")
    lobby.touch(lobby.page.leave_button)
    assert not window.isVisible()


def test_guessing_at_a_damaged_kiosk_is_slowed_down(lobby, damage):
    window = damaged(lobby, damage, joined)
    for _ in range(4):
        ask_exit_pin(lobby, "111111")
    ask_exit_pin(lobby, EXIT)
    assert not lobby.page.leave_button.isVisible()
    assert "等待" in window.frame.banner.accessibleName()
    lobby.now += 3_600_000
    ask_exit_pin(lobby, EXIT)
    lobby.touch(lobby.page.leave_button)
    assert not window.isVisible()


def test_where_no_pin_can_be_checked_the_page_names_the_command_that_ends_it(lobby, damage, monkeypatch):
    window = damaged(lobby, damage, staffed_store)
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: str(os.getpid()) in lobby.page.report.text())
    assert not lobby.page.leave_button.isVisible()
    monkeypatch.setenv(keeper.KEEPER, "4711")
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: "4711" in lobby.page.report.text())


def test_the_corner_is_the_upper_right_one_in_large_print_too(lobby):
    window = lobby.open()
    lobby.touch(window.frame.foot.senior)
    assert window.frame.hold.geometry().topRight() == window.rect().topRight()


def test_the_corner_opens_the_staff_page_only_when_held(lobby):
    window = lobby.open()
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(window.frame.hold, Qt.MouseButton.LeftButton)
    assert isinstance(lobby.page, AttractPage)
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, StaffPage), timeout=4000)


def test_locked_means_no_frame_no_menu_no_closing(lobby):
    window = lobby.open(locked=True)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu


def test_a_clock_an_hour_behind_is_put_right_on_the_screen_and_in_what_is_stored(lobby):
    def behind(folder):
        store = staffed_store(folder)
        store.keep("hub_offset", "3600000")  # as the courier measured it
        return store

    window = lobby.open(behind)
    assert window.frame.head._clock.text() in ("10:00", "11:00")  # until it ticks
    window.frame.head._tick()
    assert window.frame.head._clock.text() == "11:00"
    give(lobby)
    lobby.sees(ThanksPage)
    (card,) = cards(lobby)
    assert card.at == at("11:00")
