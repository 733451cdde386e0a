"""Staff before the kiosk: halls whose people have PINs, and the way through the staff exit."""

from kiosk.pages.staff_exit import StaffPage
from shared.people import actions as people
from shared.people import pins
from tests.support.builders import MORNING, PIN, staffed_store

EXIT = "402913"


def with_pins(folder):
    store = staffed_store(folder)
    for number in ("1001", "2001"):
        assert people.set_pin(store, number, PIN, now=MORNING) is None
    return store


def joined(folder):
    """As a kiosk on a hub is: people's PINs are elsewhere, it has one of its own."""
    store = staffed_store(folder)
    pins.keep_exit_pin(folder, EXIT)
    return store


def sign_in(lobby, number, pin=PIN):
    lobby.window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.number_pad.isVisible)
    lobby.keys(lobby.page.number_pad, number)
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pin_pad, pin)
    lobby.qtbot.waitUntil(lambda: lobby.page.isEnabled())


def ask_exit_pin(lobby, pin):
    lobby.window.go(StaffPage)
    lobby.qtbot.waitUntil(lobby.page.pin_pad.isVisible)
    assert not lobby.page.number_pad.isVisible()
    lobby.keys(lobby.page.pin_pad, pin)
    lobby.qtbot.waitUntil(lambda: lobby.page.isEnabled())


def leaves(lobby):
    """The exit is open, and closes the kiosk for good."""
    lobby.touch(lobby.page.leave_button)
    assert not lobby.window.isVisible()
