"""返回 leads back one step and loses nothing; large print and high contrast leave everybody where they are."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.number import NumberPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import TopicPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from shared.practice.inquiries.tables import InquiryRow
from shared.qt import theme


def back(lobby, page):
    lobby.touch(lobby.page.heading.back)
    assert isinstance(lobby.page, page)


def to_phone(lobby):
    """Two sentences ticked, one written, three figures of a number."""
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    for place in (0, 2):
        lobby.touch(lobby.page.choices[place])
    lobby.touch(lobby.page.write)
    lobby.touch(lobby.page.keyboard.keys[0])
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, "138")


def ticked(page):
    return [place for place, button in enumerate(page.choices) if button.isChecked()]


def old_pages_are_gone():
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_back_goes_step_by_step_and_everything_is_as_it_was_left(lobby):
    lobby.open()
    to_phone(lobby)
    back(lobby, WritePage)
    assert lobby.page.field.text == "我"
    back(lobby, WordsPage)
    assert ticked(lobby.page) == [0, 2]
    lobby.touch(lobby.page.write)
    assert lobby.page.field.text == "我"
    lobby.touch(lobby.page.next_button)
    lobby.sees(PhonePage)
    assert lobby.page.pad.text == "138"
    for page in (WritePage, WordsPage, TopicPage, AttractPage):
        back(lobby, page)


def test_another_person_can_be_chosen_after_all(lobby):
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    back(lobby, WhoPage)
    lobby.touch(lobby.page.tiles[1])
    assert "李娜" in lobby.page.heading.title.text()
    lobby.touch(lobby.page.opinion)
    back(lobby, CardsPage)
    back(lobby, WhoPage)
    back(lobby, AttractPage)


def test_nothing_leads_back_behind_what_is_over(lobby):
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    lobby.touch(lobby.page.cards["patient"])
    lobby.sees(ThanksPage)
    lobby.touch(lobby.page.write)
    back(lobby, AttractPage)


def test_the_next_customer_finds_nothing_of_the_one_before(lobby):
    window = lobby.open()
    to_phone(lobby)
    window.reset()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    assert ticked(lobby.page) == []
    lobby.touch(lobby.page.write)
    assert lobby.page.field.text == ""


@pytest.mark.parametrize("switch", ["senior", "contrast"])
def test_another_print_in_the_middle_keeps_the_page_and_all_before_it(lobby, switch):
    window = lobby.open()
    to_phone(lobby)
    lobby.touch(getattr(window.frame.foot, switch))
    old_pages_are_gone()
    assert getattr(theme.current(), switch)
    lobby.sees(PhonePage)
    assert lobby.page.pad.text == "138"
    back(lobby, WritePage)
    assert lobby.page.field.text == "我"
    lobby.touch(lobby.page.keyboard.keys[0])
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.hand_in()
    lobby.sees(PromisePage)
    (ticket,) = lobby.ask(lambda store: list(InquiryRow.select().execute(store.db)))
    assert ticket.text == "等得太久；事情没有办成；我我"


def test_a_slip_stays_in_another_print_and_no_second_number_is_taken(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.take)
    lobby.sees(TakePage)
    lobby.touch(lobby.page.services["gas_payment"])
    lobby.sees(SlipPage)
    lobby.touch(window.frame.foot.senior)
    old_pages_are_gone()
    lobby.sees(SlipPage)
    assert lobby.page.number.text() == "A001"
    assert lobby.page.code.isVisible()


@pytest.mark.parametrize(
    ("path", "page"),
    [
        (("card", "tiles.0", "cards.polite"), ThanksPage),
        (("take", "services.gas_payment"), SlipPage),
        (("opinion", "topics.help", "next_button", "without", "send"), PromisePage),
    ],
    ids=["card", "number", "inquiry"],
)
def test_another_print_while_something_is_stored_still_shows_that_it_is(lobby, path, page):
    window = lobby.open()
    for name in path:
        part, _, place = name.partition(".")
        buttons = getattr(lobby.page, part)
        lobby.touch(buttons[int(place) if place.isdigit() else place] if place else buttons)
    window.set_look(senior=True, contrast=False)
    old_pages_are_gone()
    lobby.sees(page)


def test_figures_typed_and_people_leafed_through_stay_too(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.slip)
    lobby.keys(lobby.page.pad, "12")
    lobby.touch(window.frame.foot.contrast)
    old_pages_are_gone()
    lobby.sees(NumberPage)
    assert lobby.page.pad.text == "12"
    assert lobby.page.send.isEnabled()
    back(lobby, AttractPage)
    lobby.touch(lobby.page.card)
    lobby.touch(window.frame.foot.senior)
    lobby.sees(WhoPage)
    assert len(lobby.page.tiles) == 5
