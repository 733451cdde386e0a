"""The touches that the README's table says are what a customer really does: each task is played and counted."""

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.number import NumberPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.pages.summary import SummaryPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.pages.write import WritePage
from tests.kiosk.test_line import served
from tests.kiosk.test_own_words import candidate, type_letters
from tests.kiosk.walk import answered
from tests.support.steps import in_readme


class Customer:
    """Touches a kiosk; every touch is a step, and so is a text or number as a whole."""

    def __init__(self, lobby):
        self.lobby, self.steps = lobby, 0

    @property
    def page(self):
        return self.lobby.page

    def touches(self, button, then=None):
        self.steps += 1
        self.lobby.touch(button)
        if then is not None:
            self.lobby.sees(then)

    def enters(self, enter, text):
        self.steps += 1
        enter(self.lobby, text)


def gives_a_card(customer):
    customer.touches(customer.page.card, WhoPage)
    customer.touches(customer.page.tiles[0], CardsPage)
    customer.touches(customer.page.cards["polite"], ThanksPage)


def takes_it_back(customer):
    customer.touches(customer.page.undo, AttractPage)


def gives_a_card_with_a_sentence(customer):
    customer.lobby.now += 60_000
    customer.touches(customer.page.card, WhoPage)
    customer.touches(customer.page.tiles[2], CardsPage)
    customer.touches(customer.page.cards["patient"], ThanksPage)
    customer.touches(customer.page.choices[0])
    answered(customer.lobby.window)


def gives_a_card_by_the_slip(customer):
    customer.touches(customer.page.slip, NumberPage)
    customer.enters(lambda lobby, digits: lobby.keys(lobby.page.pad, digits), "001")
    customer.touches(customer.page.send, CardsPage)
    customer.touches(customer.page.cards["patient"], ThanksPage)


def takes_a_number(customer):
    customer.touches(customer.page.take, TakePage)
    customer.touches(customer.page.services["gas_payment"], SlipPage)


def goes_first(customer):
    customer.touches(customer.page.take, TakePage)
    customer.touches(customer.page.priority)
    customer.touches(customer.page.reasons["elderly"], TakePage)
    customer.touches(customer.page.services["gas_payment"], SlipPage)


def speaks_up(customer):
    customer.touches(customer.page.opinion)
    customer.touches(customer.page.topics["complaint"])
    customer.touches(customer.page.choices[0])
    customer.touches(customer.page.next_button)
    customer.touches(customer.page.without, SummaryPage)
    customer.touches(customer.page.send, PromisePage)


def withdraws(customer):
    customer.touches(customer.page.undo, AttractPage)


def writes(customer):
    customer.touches(customer.page.opinion)
    customer.touches(customer.page.topics["question"])
    customer.touches(customer.page.write, WritePage)
    answered(customer.lobby.window)
    customer.touches(customer.page.keyboard.layers[-1])
    customer.enters(type_letters, "fuwu")
    customer.touches(candidate(customer.lobby, "服务"))
    customer.touches(customer.page.next_button)
    customer.touches(customer.page.without, SummaryPage)
    customer.touches(customer.page.send, PromisePage)


def reads_large(customer):
    customer.touches(customer.lobby.window.frame.foot.senior)


TASKS = {
    "give a card": gives_a_card,
    "take it back": takes_it_back,
    "give a card with a sentence": gives_a_card_with_a_sentence,
    "give a card by the number of the slip": gives_a_card_by_the_slip,
    "take a number": takes_a_number,
    "take one that goes first": goes_first,
    "have a say, in a ready sentence": speaks_up,
    "withdraw it": withdraws,
    "ask in own words, in Pinyin": writes,
    "large print": reads_large,
}


def test_customer(lobby):
    window = lobby.open(served)
    customer, taken = Customer(lobby), {}
    for name, task in TASKS.items():
        if name not in ("take it back", "withdraw it"):
            window.home()
        customer.steps = 0
        task(customer)
        taken[name] = customer.steps
    assert taken == in_readme("customer")
