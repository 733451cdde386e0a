"""After a service: the card page of who gave it is offered once, if the device is set so; no answer is no rating."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from shared.device import config
from shared.practice.cards import views as cards
from shared.practice.cards.facts import RatingUnanswered
from shared.practice.line import actions as line
from tests.support.builders import HALL, MONDAY, actor, at, empty_store, staffed_store


def offering(folder, **more):
    store = staffed_store(folder)
    config.save(folder, config.DeviceSettings(kiosk=config.Kiosk(rating_after_service=True, **more)))
    return store


def serve(lobby):
    """At the counter 李娜 finishes the next number, just now."""
    store = empty_store(lobby.folder)
    taken = line.take(store, "gas_payment", now=lobby.now)
    line.call_next(store, actor("1002"), now=lobby.now)
    assert line.done(store, actor("1002"), taken.id, "gas_payment", now=lobby.now) is None
    store.close()
    lobby.window.session.refresh()


def silences(lobby):
    return lobby.ask(lambda store: [e.body for e in store.events() if e.kind == RatingUnanswered.kind()])


def given(lobby):
    return lobby.ask(lambda store: cards.of_day(store, HALL, MONDAY))


def refreshed(lobby):
    """The kiosk has looked at the hall once more."""
    lobby.window.session.refresh()
    lobby.answered()


def test_untouched_it_goes_back_and_is_stored_as_unrated_once_and_never_as_a_mark(lobby):
    window = lobby.open(offering)
    serve(lobby)
    lobby.sees(CardsPage)
    assert "李娜" in lobby.page.heading.title.text()
    assert window.rating.waits == 30_000
    assert window.idle.waits == 0
    window.rating.time_out()
    assert isinstance(lobby.page, AttractPage)
    refreshed(lobby)
    (silence,) = silences(lobby)
    assert silence["staff"] == "1002"
    assert given(lobby) == ()
    assert isinstance(lobby.page, AttractPage)


def test_touched_it_is_an_ordinary_card_of_a_served_number(lobby):
    window = lobby.open(offering)
    serve(lobby)
    lobby.sees(CardsPage)
    lobby.touch(lobby.page.cards["patient"])
    lobby.sees(ThanksPage)
    window.home()
    refreshed(lobby)
    (card,) = given(lobby)
    assert (card.staff, card.p) == ("1002", "patient")
    assert silences(lobby) == []
    assert isinstance(lobby.page, AttractPage)


def test_a_touch_beside_the_cards_leaves_it_to_the_ordinary_countdown(lobby):
    window = lobby.open(offering)
    serve(lobby)
    lobby.sees(CardsPage)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert window.rating.waits == 0
    assert window.idle.waits == 30_000
    window.rating.time_out()
    assert isinstance(lobby.page, CardsPage)


def test_nobody_who_uses_the_kiosk_is_interrupted(lobby):
    lobby.open(offering)
    lobby.touch(lobby.page.card)
    serve(lobby)
    refreshed(lobby)
    assert isinstance(lobby.page, WhoPage)


@pytest.mark.parametrize("minutes_later", [0, 3])
def test_nothing_is_offered_where_it_is_not_set_or_too_late(lobby, minutes_later):
    lobby.open(offering if minutes_later else staffed_store)
    store = empty_store(lobby.folder)
    taken = line.take(store, "", now=lobby.now)
    line.call_next(store, actor("1002"), now=lobby.now)
    line.done(store, actor("1002"), taken.id, "gas_payment", now=lobby.now)
    store.close()
    lobby.now = at("10:00") + minutes_later * 60_000
    refreshed(lobby)
    assert isinstance(lobby.page, AttractPage)
