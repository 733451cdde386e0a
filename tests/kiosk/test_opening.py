"""Open, closed, not set up, broken: what the kiosk shows, and the moment it changes."""

from datetime import timedelta

import pytest

from kiosk.pages.attract import AttractPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.staff_exit import StaffPage
from kiosk.pages.thanks import ThanksPage
from kiosk.store.hall import next_change
from kiosk.store.lobby import State
from shared.domain import policy
from shared.journal.faults import StoreDamaged
from shared.people import actions as people
from tests.kiosk.test_award import cards, give
from tests.support.builders import MONDAY, MORNING, at, empty_store, staffed_store


def test_the_kiosk_is_open_half_an_hour_around_the_hall_s_hours(lobby):
    lobby.now = at("07:59")
    window = lobby.open()
    assert window.session.state == "closed"
    assert isinstance(lobby.page, NoticePage)
    for clock, state, page in (
        ("08:00", "open", AttractPage),
        ("16:59", "open", AttractPage),
        ("17:00", "closed", NoticePage),
    ):
        lobby.now = at(clock)
        window.session.refresh()
        lobby.answered()
        assert window.session.state == state, clock
        lobby.sees(page)


@pytest.mark.parametrize(("clock", "then"), [("08:00", AttractPage), ("17:00", NoticePage)])
def test_the_moment_the_hall_opens_or_closes_is_not_missed(lobby, clock, then):
    lobby.now = at(clock) - 300
    lobby.open()
    assert not isinstance(lobby.page, then)
    lobby.now = at(clock)  # as it will be when the 300 ms are over
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, then))


def test_the_next_turn_of_a_closed_evening_is_the_morning():
    values = policy.default()
    assert next_change(values, at("17:30")) == at("08:00", MONDAY + timedelta(days=1))
    assert next_change(values, at("07:00")) == at("08:00")
    assert next_change(values, at("08:00")) == at("17:00")


def without_staff(folder):
    store = empty_store(folder)
    people.set_hall(store, store.hall, "和平大厅", "和平分公司", now=MORNING)
    return store


@pytest.mark.parametrize(("opener", "state"), [(empty_store, State.NO_HALL), (without_staff, State.NO_STAFF)])
def test_a_hall_not_set_up_and_one_without_staff_say_so(lobby, opener, state):
    lobby.open(opener)
    lobby.sees(NoticePage)
    assert lobby.page.state is state


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
    window.session.start()
    lobby.qtbot.waitUntil(lambda: window.session.error is None)
    window.home()
    assert isinstance(lobby.page, AttractPage)


def test_a_clock_an_hour_behind_is_put_right_on_the_screen_and_in_what_is_stored(lobby):
    def behind(folder):
        store = staffed_store(folder)
        store.set_setting("hub_offset", "3600000")  # as the courier measured it
        return store

    window = lobby.open(behind)
    assert window.frame.head.clock.text() in ("10:00", "11:00")  # until it ticks
    window.frame.head.tick()
    assert window.frame.head.clock.text() == "11:00"
    give(lobby)
    lobby.sees(ThanksPage)
    (card,) = cards(lobby)
    assert card.at == at("11:00")


def test_a_rebuild_after_an_upgrade_shows_how_far_it_is(lobby):
    def slowly(folder):
        lobby.window.session.background.note_progress(42, 100)
        return staffed_store(folder)

    window = lobby.open(slowly)
    assert "42%" in window.frame.banner.accessibleName()
