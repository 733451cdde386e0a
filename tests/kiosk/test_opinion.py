"""我有意见 / 需要帮助: an inquiry with its number and promised day, phone only if wanted."""

from kiosk.pages.attract import AttractPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.topic import TopicPage
from shared.practice.inquiries.tables import InquiryRow


def stored(lobby):
    return lobby.ask(lambda store: list(InquiryRow.select().execute(store.db)))


def test_feedback_ends_with_number_and_promised_day(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    lobby.touch(lobby.page.choices[0])
    lobby.touch(lobby.page.choices[2])
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.sees(PromisePage)
    (ticket,) = stored(lobby)
    assert (ticket.topic, ticket.text, ticket.phone) == ("complaint", "等得太久；事情没有办成", "")
    assert lobby.page.number.text() == ticket.number
    assert "3月4日" in lobby.page.promised.text()  # received on Monday the 2nd: T+2
    lobby.touch(lobby.page.close_button)
    assert isinstance(lobby.page, AttractPage)


def test_the_person_chosen_before_is_the_first_asked_and_the_phone_is_kept(lobby):
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[2])
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["help"])
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, "13812345678")
    lobby.touch(lobby.page.send)
    lobby.sees(PromisePage)
    (ticket,) = stored(lobby)
    assert (ticket.owner, ticket.phone, ticket.topic) == ("1003", "13812345678", "help")


def test_an_incomplete_phone_is_asked_again_and_nothing_is_stored(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["question"])
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, "138")
    lobby.touch(lobby.page.send)
    lobby.qtbot.waitUntil(lambda: window.banner.isVisible())
    assert stored(lobby) == []
    assert lobby.page.isEnabled()


def test_every_step_leads_back_home(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    assert isinstance(lobby.page, TopicPage)
    lobby.touch(lobby.page.heading.back)
    assert isinstance(lobby.page, AttractPage)
