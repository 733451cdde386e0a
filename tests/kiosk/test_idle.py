"""Nobody touches the screen any more: the countdown, and how a customer continues."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.who import WhoPage
from shared.device import codes
from shared.qt import theme


def test_idle_counts_down_visibly_then_goes_back_to_chinese_and_ordinary_print(lobby):
    window = lobby.open()
    window.speak("en")
    window.set_look(senior=True, contrast=True)
    lobby.touch(lobby.page.card)
    window.idle.timed_out.emit()
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
    window.set_look(senior=True, contrast=False)
    assert isinstance(lobby.page, WhoPage)
    assert window.idle.waits == 60_000


def test_a_touch_anywhere_continues(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    window.idle.timed_out.emit()
    lobby.qtbot.mouseClick(
        window.frame.countdown, Qt.MouseButton.LeftButton, pos=window.frame.countdown.rect().topLeft()
    )
    assert not window.frame.countdown.isVisible()
    assert isinstance(lobby.page, WhoPage)


def test_escape_continues_too_and_a_scan_opens_its_page_at_once(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    window.idle.timed_out.emit()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    lobby.qtbot.waitUntil(lambda: not window.frame.countdown.isVisible())
    assert isinstance(lobby.page, WhoPage)
    window.idle.timed_out.emit()
    window.scanner.handle(codes.Badge("1002"))
    assert not window.frame.countdown.isVisible()
    assert isinstance(lobby.page, CardsPage)
