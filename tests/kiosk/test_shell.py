"""The window around the pages: its languages, and that customers cannot leave it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.pages.attract import AttractPage
from kiosk.pages.slip import SlipPage
from kiosk.pages.thanks import ThanksPage


def test_language_switches_at_once_on_any_page(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("Patient"))
    lobby.touch(window.frame.foot.language)
    lobby.qtbot.waitUntil(lambda: lobby.page.cards["patient"].accessibleName().startswith("耐心"))


def test_a_locked_window_has_no_frame_no_menu_and_cannot_be_closed(lobby):
    window = lobby.open(locked=True)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu


def test_each_page_says_which_step_it_is_and_leads_home(lobby):
    window = lobby.open()
    head, foot = window.frame.head, window.frame.foot
    assert (head.step_and_hall, foot.home.isVisible()) == ("和平大厅", False)
    lobby.touch(lobby.page.card)
    assert head.step_and_hall == "第1步/共3步 · 和平大厅"
    lobby.touch(lobby.page.tiles[0])
    assert head.step_and_hall == "第2步/共3步 · 和平大厅"
    window.speak("en")
    lobby.qtbot.waitUntil(lambda: head.step_and_hall.startswith("Step 2 of 3 · "))
    window.speak("zh_CN")
    lobby.touch(lobby.page.cards["patient"])
    lobby.sees(ThanksPage)
    assert head.step_and_hall.startswith("第3步/共3步")
    lobby.touch(foot.home)
    lobby.sees(AttractPage)
    lobby.touch(lobby.page.opinion)
    for step in (1, 2, 3, 4):
        assert head.step_and_hall.startswith(f"第{step}步/共4步")
        onward = {
            1: lambda: lobby.page.topics["help"],
            2: lambda: lobby.page.next_button,
            3: lambda: lobby.page.without,
        }
        lobby.touch(onward.get(step, lambda: foot.home)())
    assert (head.step_and_hall, foot.home.isVisible()) == ("和平大厅", False)


def test_the_first_page_says_how_many_wait_and_nothing_while_nobody_does(lobby):
    window = lobby.open()

    def words():
        return [text.text() for text in lobby.page.findChildren(QLabel) if "声谢谢" in text.text()]

    assert words() == ["今天的第一声谢谢，等您来说"]
    lobby.touch(lobby.page.take)
    lobby.touch(lobby.page.services["gas_payment"])
    lobby.sees(SlipPage)
    lobby.touch(lobby.page.close_button)
    window.session.refresh()
    lobby.qtbot.waitUntil(lambda: words() == ["今天的第一声谢谢，等您来说 · 1 位在等候"])
