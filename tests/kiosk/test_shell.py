"""The window around the pages: idle reset, languages and print, closed times, staff exit, lock-down, broken store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.lobby import State
from kiosk.pages.attract import AttractPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.staff_exit import StaffPage
from kiosk.pages.who import WhoPage
from shared.journal.faults import StoreDamaged
from shared.people import actions as people
from shared.qt import theme
from tests.builders import MORNING, PIN, at, empty_store, staffed_store


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
    assert window.countdown.isVisible()
    assert "40" in window.countdown.text  # 20 s, doubled for large print
    for _ in range(40):
        window.countdown.tick()
    assert isinstance(lobby.page, AttractPage)
    assert not window.countdown.isVisible()
    assert not theme.current().senior
    assert not theme.current().contrast
    assert lobby.page.card.accessibleName().startswith("送一张5P卡")


def test_the_countdown_comes_by_itself_after_the_policy_s_time(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    assert window.idle.waits == 30_000
    window.dress(senior=True, contrast=False)
    lobby.touch(lobby.page.card)
    assert window.idle.waits == 60_000


def test_a_touch_anywhere_continues(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    window.idle.quiet.emit()
    lobby.qtbot.mouseClick(window.countdown, Qt.MouseButton.LeftButton, pos=window.countdown.rect().topLeft())
    assert not window.countdown.isVisible()
    assert isinstance(lobby.page, WhoPage)


def test_language_switches_at_once_on_any_page(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    lobby.touch(window.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("Patient"))
    lobby.touch(window.foot.language)
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


def sign_in(lobby, number):
    lobby.window.go(StaffPage)
    lobby.keys(lobby.page.number_pad, number)
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pin_pad, PIN)
    lobby.qtbot.waitUntil(lambda: lobby.page.isEnabled())


def test_only_a_supervisor_s_pin_opens_the_staff_exit(lobby):
    window = lobby.open(with_pins, locked=True)
    sign_in(lobby, "1001")
    assert not lobby.page.leave_button.isVisible()
    sign_in(lobby, "2001")
    lobby.touch(lobby.page.leave_button)
    assert not window.isVisible()


def test_the_corner_opens_the_staff_page_only_when_held(lobby):
    window = lobby.open()
    QTest.mousePress(window.hold, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(window.hold, Qt.MouseButton.LeftButton)
    assert isinstance(lobby.page, AttractPage)
    QTest.mousePress(window.hold, Qt.MouseButton.LeftButton)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, StaffPage), timeout=4000)


def test_locked_means_no_frame_no_menu_no_closing(lobby):
    window = lobby.open(locked=True)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
