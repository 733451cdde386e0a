"""Without touching the screen: everything can be reached, pressed and heard by whoever uses a keyboard or a reader."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.pages.cards import CardsPage
from kiosk.pages.number import NumberPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.summary import Draft
from kiosk.pages.thanks import Thanks, ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from shared.practice.cards.actions import Awarded
from shared.qt.qr import QrCode
from tests.kiosk.crowd import crowded, hall_as
from tests.kiosk.staff import sign_in, with_pins
from tests.kiosk.walk import pages


def press(lobby, key):
    """On a real keyboard: no other key follows soon, so the scanner's filter lets it through."""
    QTest.keyClick(lobby.window.windowHandle(), key)
    lobby.window.scanner.device.end_run()


def test_enter_presses_what_has_the_focus_all_the_way_to_a_card(lobby):
    lobby.open()
    for choose, then in (
        (lambda: lobby.page.card, WhoPage),
        (lambda: lobby.page.tiles[0], CardsPage),
        (lambda: lobby.page.cards["patient"], ThanksPage),
    ):
        choose().setFocus()
        press(lobby, Qt.Key.Key_Return)
        lobby.sees(then)


def test_enter_ticks_a_sentence_and_goes_on(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.page.topics["help"].setFocus()
    press(lobby, Qt.Key.Key_Enter)
    lobby.sees(WordsPage)
    lobby.page.choices[1].setFocus()
    press(lobby, Qt.Key.Key_Return)
    assert lobby.page.choices[1].isChecked()


def test_figures_reach_the_pad_at_once(lobby):
    window = lobby.open()
    for page, request in ((NumberPage, None), (PhonePage, Draft("help"))):
        window.go(page, request)
        press(lobby, Qt.Key.Key_1)
        press(lobby, Qt.Key.Key_2)
        assert lobby.page.pad.text == "12"


def test_keys_reach_the_pad_again_after_what_was_typed_is_refused(lobby):
    window = lobby.open(with_pins)
    sign_in(lobby, "2001", "919191")  # the page is disabled while the PIN is looked at
    press(lobby, Qt.Key.Key_7)
    assert lobby.page.pin_pad.text == "7"
    window.go(NumberPage)
    lobby.keys(lobby.page.pad, "99")
    lobby.touch(lobby.page.send)
    lobby.qtbot.waitUntil(lambda: not lobby.page.pad.text)
    press(lobby, Qt.Key.Key_1)
    assert lobby.page.pad.text == "1"


def test_a_button_that_is_disabled_by_its_own_touch_hands_the_focus_to_no_other(lobby):
    window = lobby.open()
    with hall_as(window, crowded(window.session.lobby)):
        window.go(WhoPage, None)
        lobby.touch(window.page.next_page)
        assert not window.page.next_page.isEnabled()
        assert window.focusWidget() is window.page
    window.go(ThanksPage, Thanks(window.session.lobby.people[0], "polite", Awarded("card:0", ())))
    lobby.touch(window.page.choices[0])
    assert window.focusWidget() is window.page


def nameless(window):
    """What could have the focus, or is a code, and has nothing a reader could say."""
    for widget in window.findChildren(QWidget):
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QrCode)
        text = getattr(widget, "text", None)
        if widget.isVisible() and focusable and not (widget.accessibleName() or (callable(text) and text())):
            yield type(widget).__name__


def test_whatever_can_have_the_focus_has_a_name(lobby):
    window = lobby.open()
    found = {name: set(nameless(window)) for name in pages(window)}
    assert {name: fault for name, fault in found.items() if fault} == {}
