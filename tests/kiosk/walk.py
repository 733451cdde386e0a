"""Walks a kiosk through every page, as a customer and as staff: for tests that look at them, and for pictures."""

from collections.abc import Iterator

from kiosk.lobby import Asks, Progress, State, Visit
from kiosk.pages.cards import CardsPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.number import NumberPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.progress import ProgressPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.pages.staff_exit import StaffPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import TopicPage
from kiosk.pages.which import WhichPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from shared.practice.cards.actions import Awarded
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.facts import Deadlines, Kind, Promise
from shared.practice.line.actions import Taken
from tests.builders import MONDAY

NOTICES = (State.CLOSED, State.NO_STAFF, State.NO_HALL, State.BROKEN)
SLIP = "WW1I" + "0" * 40
PROMISE = Promise(Kind.GENERAL, Deadlines(MONDAY, MONDAY, MONDAY, MONDAY, False), 1, 1)


def pages(window) -> Iterator[str]:
    """Shows one page after the other; yields its name while it is shown. Nothing is stored."""
    person = window.service.lobby.people[0]
    window.home()
    yield "attract"
    window.go(WhoPage)
    yield "who"
    window.go(CardsPage, person)
    yield "cards"
    for p in ("polite", "patient", "positive", "passionate", "professional"):
        window.go(ThanksPage, person, p, Awarded("card:0", ()))
        window.page.keep_open()
        yield f"thanks {p}"
    window.go(TopicPage, "")
    yield "topic"
    for topic in ("complaint", "help", "question"):
        window.go(WordsPage, topic, "")
        window.page.choices[0].setChecked(True)
        yield f"words {topic}"
    window.go(WritePage, WordsPage)
    window.page.keyboard.keys[0].click()
    for layer in window.page.keyboard.layers:
        layer.setChecked(True)
        yield f"write {layer.text()}"
    window.go(PhonePage, "question", "", "")
    yield "phone"
    window.go(PromisePage, Opened("inquiry:" + "0" * 32, "260302-3BFF-01", "1001", PROMISE))
    window.page._show_code(SLIP)
    yield "promise"
    window.go(ProgressPage, Progress("260302-3BFF-01", "open", MONDAY))
    yield "progress"
    window.go(TakePage)
    yield "take"
    window.go(SlipPage, Taken("number:" + "0" * 32, "A012", "gas_payment", 3, 0), SLIP)
    yield "slip"
    window.go(NumberPage)
    yield "number"
    visits = [Visit(person, f"number:{n:032}", f"{letter}012") for n, letter in enumerate("AB")]
    window.go(WhichPage, (*visits,))
    yield "which"
    window.go(CardsPage, person, visits[0])
    yield "cards by number"
    window.idle.quiet.emit()
    yield "countdown"
    window.countdown.end()
    lobby = window.service.lobby
    window.service.rest()
    window.home()
    yield "attract resting"
    window.service._rest_until = 0
    window.service._keep(lobby)
    for state in NOTICES:
        window.go(NoticePage, state)
        yield f"notice {state}"
    window.go(StaffPage)
    for asks in (Asks.NUMBER, Asks.PIN):
        window.page._ask(asks)
        yield f"staff {asks}"
    window.page._signed_in(None)
    yield "staff open"
