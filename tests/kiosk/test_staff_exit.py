"""The staff exit: the corner, the PINs, what is said where no PIN is known; also with a damaged journal."""

import os

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.pages.attract import AttractPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.staff_exit import StaffPage
from kiosk.process import restart_loop
from kiosk.store import staff_exit
from kiosk.store.lobby import State
from shared import device_journal
from shared.device import codes, leases
from shared.domain.roles import Role
from shared.people import actions as people
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.staff import EXIT, ask_exit_pin, joined, leaves, sign_in, with_pins
from tests.support.builders import MORNING, PIN, actor, empty_store, line, staffed_store


def nobody_on_duty(folder):
    store = with_pins(folder)
    for number in ("1001", "1002", "1003", "1004"):
        people.set_duty(store, actor(number), number, False, now=MORNING)
    return store


@pytest.mark.parametrize(("opener", "said"), [(empty_store, "warm-window init"), (staffed_store, "set-pin")])
def test_where_no_pin_is_known_the_staff_exit_says_precisely_what_is_missing(lobby, opener, said):
    window = lobby.open(opener)
    window.go(StaffPage)
    for words in (said, str(os.getpid())):
        lobby.qtbot.waitUntil(lambda words=words: words in lobby.page.report.text())
    assert lobby.page.report.isVisible()
    assert not lobby.page.number_pad.isVisible()


def test_where_nobody_is_on_duty_the_staff_exit_says_so_and_is_no_dead_end(lobby):
    window = lobby.open(nobody_on_duty)
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: "没有人在岗" in lobby.page.report.text())
    assert lobby.page.report.isVisible()
    sign_in(lobby, "2001")
    assert "在岗：0 人" in lobby.page.report.text()
    assert lobby.page.leave_button.isVisible()


def test_only_a_supervisor_s_pin_opens_the_staff_exit(lobby):
    lobby.open(with_pins, locked=True)
    sign_in(lobby, "1001")
    assert not lobby.page.leave_button.isVisible()
    sign_in(lobby, "2001")
    leaves(lobby)


def test_a_joined_kiosk_asks_for_its_exit_pin_alone(lobby):
    lobby.open(joined, locked=True)
    ask_exit_pin(lobby, "111111")
    assert not lobby.page.leave_button.isVisible()
    ask_exit_pin(lobby, EXIT)
    leaves(lobby)


@pytest.fixture
def damage(monkeypatch):
    """Really damages the journal of a folder, while a counter has it open, so that it cannot be set aside."""
    held = []
    monkeypatch.setattr(leases.Lease.take_alone, "__kwdefaults__", {"wait_seconds": 0.2})

    def do(folder):
        held.append(leases.Lease(folder))
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
    window = lobby.open(lambda folder: device_journal.open_here(folder, now=MORNING), locked=True)
    lobby.sees(NoticePage)
    assert lobby.page.state is State.BROKEN
    return window


def test_the_staff_exit_works_while_the_journal_is_damaged(lobby, damage):
    window = damaged(lobby, damage, with_pins)
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, StaffPage))
    assert "FolderInUse" in lobby.page.report.text()
    for number, pin in (("1001", PIN), ("2001", "919191")):
        sign_in(lobby, number, pin)
        assert not lobby.page.leave_button.isVisible()
    sign_in(lobby, "2001")
    leaves(lobby)


def test_guessing_at_a_damaged_kiosk_is_slowed_down(lobby, damage):
    window = damaged(lobby, damage, joined)
    for _ in range(4):
        ask_exit_pin(lobby, "111111")
    ask_exit_pin(lobby, EXIT)
    assert not lobby.page.leave_button.isVisible()
    assert "等待" in window.frame.banner.accessibleName()
    lobby.now += 3_600_000
    ask_exit_pin(lobby, EXIT)
    leaves(lobby)


def test_where_no_pin_can_be_checked_the_page_names_the_command_that_ends_it(lobby, damage, monkeypatch):
    window = damaged(lobby, damage, staffed_store)
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: str(os.getpid()) in lobby.page.report.text())
    assert not lobby.page.leave_button.isVisible()
    monkeypatch.setenv(restart_loop.RESTARTER, "4711")
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lambda: "4711" in lobby.page.report.text())


def test_the_upper_right_corner_opens_the_staff_page_only_when_held(lobby):
    window = lobby.open()
    lobby.touch(window.frame.foot.senior)
    assert window.frame.hold.geometry().topRight() == window.rect().topRight()
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(window.frame.hold, Qt.MouseButton.LeftButton)
    assert isinstance(lobby.page, AttractPage)
    QTest.mousePress(window.frame.hold, Qt.MouseButton.LeftButton)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, StaffPage))


def with_letters(folder):
    """A hall whose supervisor has a number with letters, as rosters may."""
    store = staffed_store(folder)
    people.import_staff(store, [line("SY-001", "孙燕", "", role=Role.SUPERVISOR)], now=MORNING)
    assert people.set_pin(store, "SY-001", PIN, now=MORNING) is None
    return store


def touches(lobby, pad, text):
    """Touch the keys of a staff number, changing to the letters and back as it goes."""
    for letter in text:
        if not pad.keys[letter].isVisible():
            lobby.touch(pad.keys["123" if letter.isdigit() else "ABC"])
        lobby.touch(pad.keys[letter])


@pytest.mark.parametrize("size", [STANDING, LYING])
def test_a_supervisor_whose_number_has_letters_could_not_leave_the_kiosk(lobby, size):
    lobby.open(with_letters, size, locked=True)
    lobby.window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.number_pad.isVisible)
    touches(lobby, lobby.page.number_pad, "SY-001")
    assert lobby.page.number_pad.text == "SY-001"
    for key in (lobby.page.number_pad.keys["123"], lobby.page.next_button):
        assert lobby.window.rect().contains(key.mapTo(lobby.window, key.rect().bottomRight()))
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pin_pad, PIN)
    lobby.qtbot.waitUntil(lobby.page.leave_button.isVisible)
    leaves(lobby)


def test_a_keyboard_s_letters_were_left_out_of_the_number(lobby):
    lobby.open(with_letters, locked=True)
    for typed in ("SY-001", "sy-001", "ＳＹ－００１"):
        lobby.window.home()
        lobby.window.go(StaffPage)
        lobby.qtbot.waitUntil(lobby.page.number_pad.isVisible)
        assert lobby.page.number_pad.text == ""
        for letter in typed:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            lobby.page.number_pad.keyPressEvent(event)
        assert lobby.page.number_pad.text == "SY-001"


def test_the_case_of_a_typed_number_does_not_matter(lobby):
    lobby.open(with_letters, locked=True)
    lobby.answered()
    for typed in ("SY-001", "sy-001"):
        assert (
            lobby.ask(lambda store, typed=typed: staff_exit.sign_in(store, typed, PIN, now=MORNING, steady=0)) is None
        )
        assert staff_exit.sign_in_without_store(lobby.folder, typed, PIN, now=MORNING, steady=0) is None


def test_a_badge_names_its_owner_at_the_staff_exit_who_still_types_the_pin(lobby):
    window = lobby.open(with_letters, locked=True)
    window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.number_pad.isVisible)
    window.scanner.handle(codes.Badge("SY-001"))
    lobby.qtbot.waitUntil(lobby.page.pin_pad.isVisible)
    assert not lobby.page.leave_button.isVisible()
    lobby.keys(lobby.page.pin_pad, PIN)
    lobby.qtbot.waitUntil(lobby.page.leave_button.isVisible)
    leaves(lobby)
