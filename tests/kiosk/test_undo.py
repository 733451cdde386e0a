"""A single tap of a customer can be taken back for ten seconds, as a new fact; an opinion is read once more."""

import pytest

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.pages.summary import SummaryPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from shared.practice.cards.tables import CardRow
from shared.practice.inquiries.tables import InquiryRow
from shared.practice.line.tables import NumberRow


def give(lobby, p="polite"):
    lobby.touch(lobby.page.card)
    lobby.sees(WhoPage)
    lobby.touch(lobby.page.tiles[0])
    lobby.sees(CardsPage)
    lobby.touch(lobby.page.cards[p])
    lobby.sees(ThanksPage)


def cards(lobby):
    order = CardRow.select().order_by(CardRow.at)
    return lobby.ask(lambda store: [(row.p, row.counted) for row in order.execute(store.db)])


def take(lobby):
    lobby.touch(lobby.page.take)
    lobby.sees(TakePage)
    lobby.touch(lobby.page.services["gas_payment"])
    lobby.sees(SlipPage)


def states(lobby):
    return lobby.ask(lambda store: [row.state for row in NumberRow.select().execute(store.db)])


def says(lobby, words):
    lobby.qtbot.waitUntil(lambda: words in lobby.window.frame.banner.accessibleName())


def test_a_card_sent_by_mistake_is_taken_back_and_counts_for_nobody(lobby):
    lobby.open()
    give(lobby)
    lobby.touch(lobby.page.undo)
    lobby.sees(AttractPage)
    says(lobby, "已撤回")
    assert cards(lobby) == [("polite", False)]
    lobby.answered()
    assert lobby.window.session.lobby.thanks_total == 0  # the first page counted it for another ten seconds
    lobby.now += 1000
    give(lobby)  # the same again is no repetition: the first one was taken back
    assert cards(lobby) == [("polite", False), ("polite", True)]


def test_large_print_touched_while_a_card_is_taken_back_ended_in_an_error(lobby):
    """The page with the button is deleted then, before the answer comes."""
    window = lobby.open()
    give(lobby)
    lobby.touch(lobby.page.undo)
    window.set_look(senior=True, contrast=False)
    lobby.qtbot.wait(1)  # what is to be deleted is
    says(lobby, "已撤回")
    assert cards(lobby) == [("polite", False)]


def test_a_card_is_not_taken_back_after_the_time_to_undo(lobby):
    lobby.open()
    give(lobby)
    lobby.now += 11_000
    lobby.touch(lobby.page.undo)
    says(lobby, "已经过了")
    assert cards(lobby) == [("polite", True)]


def test_a_number_taken_by_mistake_is_given_back(lobby):
    window = lobby.open()
    take(lobby)
    lobby.touch(lobby.page.undo)
    lobby.sees(AttractPage)
    says(lobby, "已退号")
    assert states(lobby) == ["given_back"]
    take(lobby)
    assert window.page.number.text() == "A002"
    assert "马上" in window.page.ahead.text()  # nobody is ahead


def test_a_number_is_not_given_back_after_the_time_to_undo(lobby):
    lobby.open()
    take(lobby)
    lobby.now += 11_000
    lobby.touch(lobby.page.undo)
    says(lobby, "已经过了")
    assert states(lobby) == ["waiting"]


@pytest.mark.parametrize(("phone", "shown"), [("", "不留电话"), ("13812345678", "138 1234 5678")])
def test_an_opinion_is_read_once_more_before_it_is_sent(lobby, phone, shown):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    lobby.touch(lobby.page.choices[0])
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, phone)
    lobby.touch(lobby.page.send if phone else lobby.page.without)
    lobby.sees(SummaryPage)
    assert lobby.page.words.text() == "等得太久"
    assert shown in lobby.page.phone.text()
    lobby.window.speak("en")
    lobby.qtbot.waitUntil(lambda: lobby.page.words.text() == "The wait was too long")  # what is stored is Chinese
    stored = lambda store: [row.text for row in InquiryRow.select().execute(store.db)]  # noqa: E731
    assert lobby.ask(stored) == []
    lobby.hand_in()
    lobby.qtbot.waitUntil(lambda: lobby.ask(stored) == ["等得太久"])


def test_an_opinion_handed_in_by_mistake_is_withdrawn(lobby):
    lobby.open()
    for late in (False, True):
        lobby.touch(lobby.page.opinion)
        lobby.touch(lobby.page.topics["complaint"])
        lobby.touch(lobby.page.next_button)
        lobby.touch(lobby.page.without)
        lobby.hand_in()
        lobby.sees(PromisePage)
        lobby.now += 11_000 * late
        lobby.touch(lobby.page.undo)
        lobby.sees(AttractPage)
        says(lobby, "已经过了" if late else "不会有人处理")
    states = lobby.ask(lambda store: [row.state for row in InquiryRow.select().execute(store.db)])
    assert sorted(states) == ["open", "withdrawn"]
