"""Walks a kiosk through every page, as a customer and as staff: for tests that look at them, and for pictures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from msgspec import structs
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.notice import NoticePage
from kiosk.pages.number import NumberPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.progress import ProgressPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.settings import SettingsPage
from kiosk.pages.slip import SlipPage
from kiosk.pages.staff_exit import StaffPage
from kiosk.pages.summary import Draft, SummaryPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import Thanks, ThanksPage
from kiosk.pages.topic import NEW, TopicPage
from kiosk.pages.which import WhichPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from kiosk.store.lobby import Asks, InquiryProgress, Slip, State, Visit, Visits
from shared.journal.faults import StoreDamaged, StoreFull
from shared.practice.cards.actions import Awarded
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.facts import Deadlines, Kind, Promise
from shared.practice.line.actions import Taken
from shared.sync import courier
from tests.kiosk.crowd import crowded, hall_as
from tests.support.builders import MONDAY, at

_LONG = 600  # seconds: the thank-you page stays while it is looked at
NOTICES = (State.CLOSED, State.NO_STAFF, State.NO_HALL, State.BROKEN)
SLIP = "WW1I" + "0" * 40
PROMISE = Promise(Kind.GENERAL, Deadlines(MONDAY, MONDAY, MONDAY, MONDAY, False), 1, 1)
TAKEN = Taken("number:" + "0" * 32, "A012", "gas_payment", 3, 0)
_WAITS = courier.Status(courier.State.WAITING, waiting=128, since=at("08:15"), contact="024-8888 6666")
SYNC = {
    "sent": courier.Status(courier.State.SENT),
    "waiting": _WAITS,
    "offline": structs.replace(_WAITS, reason="offline"),
    "error": structs.replace(_WAITS, reason="error"),
    "moving": structs.replace(_WAITS, done=40_000, total=100_000),
    "clock": structs.replace(_WAITS, reason="clock", clock_off=180_000),
    "cloned": structs.replace(_WAITS, reason="cloned"),
    "stopped": structs.replace(_WAITS, state=courier.State.STOPPED, reason="revoked"),
}


def answered(window: Any) -> None:
    """Everything asked of the store so far has been answered, and shown."""
    answers: list[bool] = []
    window.session.read(window, lambda _store: True, answers.append)
    while not answers:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def pages(window: Any) -> Iterator[str]:
    """Shows one page after the other; yields its name while it is shown. Nothing is stored."""
    for part in (_first, _cards, _thanks, _opinion, _line, _covers, _staff, _top):
        yield from part(window)


def _first(window: Any) -> Iterator[str]:
    lobby = window.session.lobby
    window.home()
    yield "attract"
    with hall_as(window, replace(lobby, thanks={})):
        window.page.refresh()
        yield "attract without thanks"
    with hall_as(window, replace(lobby, thanks={"polite": 5, "patient": 12, "professional": 123})):
        window.page.refresh()
        yield "attract with thanks"


def _cards(window: Any) -> Iterator[str]:
    person = window.session.lobby.people[0]
    window.go(WhoPage, None)
    yield "who"
    with hall_as(window, crowded(window.session.lobby)):
        window.page.refresh()
        yield "who crowded"
        window.page.next_page.click()
        yield "who second leaf"
        window.go(CardsPage, Receiver(window.session.lobby.people[1]))
        yield "cards of a long name"
    window.go(CardsPage, Receiver(person))
    yield "cards"
    window.go(CardsPage, Receiver(person, Visit(person, "number:" + "0" * 32, "A012")))
    yield "cards by number"


def _thanks(window: Any) -> Iterator[str]:
    lobby = window.session.lobby
    with hall_as(window, replace(lobby, times=structs.replace(lobby.times, thanks_seconds=_LONG))):
        for p in ("polite", "patient", "positive", "passionate", "professional"):
            window.go(ThanksPage, Thanks(lobby.people[0], p, Awarded("card:0", ())))
            yield f"thanks {p}"
        window.page.sentence_stored(None)
        yield "thanks after a sentence"


def lobby_person(window: Any) -> str:
    return str(window.session.lobby.people[0].number)


def _opinion(window: Any) -> Iterator[str]:
    window.go(TopicPage, NEW)
    yield "topic"
    for topic in ("complaint", "help", "question"):
        window.go(WordsPage, Draft(topic))
        window.page.choices[0].setChecked(True)
        yield f"words {topic}"
    window.page.service.click()
    yield "service"
    window.go(WordsPage, Draft("complaint", service="title_transfer"))
    yield "words of a service"
    window.go(WritePage, WordsPage)
    yield "write nothing yet"
    window.page.keyboard.keys[0].click()
    for layer in window.page.keyboard.layers:
        layer.setChecked(True)
        yield f"write {layer.text()}"
    yield from _pinyin(window)
    window.go(PhonePage, Draft("question"))
    yield "phone"
    for digit in "138123456789":
        window.page.pad.keys[digit].click()
    yield "phone filled"
    window.go(SummaryPage, Draft("complaint", lobby_person(window), "等得太久；没有人叫号", "13812345678"))
    yield "summary"
    window.go(PromisePage, Opened("inquiry:" + "0" * 32, "260302-3BFF-01", "1001", PROMISE, window.session.now()))
    window.page.show_code(SLIP)
    yield "promise"
    window.go(ProgressPage, InquiryProgress("260302-3BFF-01", "open", MONDAY))
    yield "progress"


def _pinyin(window: Any) -> Iterator[str]:
    answered(window)  # the words of Pinyin are read
    keyboard = window.page.keyboard
    keyboard.layers[-1].setChecked(True)
    for letter in "fuwutaidu":
        next(key for key in keyboard.keys if key.text() == letter.upper()).click()
    yield "write in Pinyin"


def _line(window: Any) -> Iterator[str]:
    window.go(TakePage, "")
    yield "take"
    window.page.priority.click()
    yield "priority"
    window.page.reasons["elderly"].click()
    yield "take first"
    window.go(SlipPage, Slip(TAKEN, SLIP))
    yield "slip"
    window.page.show_printed(TAKEN.id)
    yield "slip printed"
    person = window.session.lobby.people[0]
    visits = [Visit(person, f"number:{n:032}", f"{letter}012") for n, letter in enumerate("AB")]
    window.go(WhichPage, (*visits,))
    yield "which"
    window.go(NumberPage)
    yield "number"
    for digit in "0128":
        window.page.pad.keys[digit].click()
    yield "number filled"


def _covers(window: Any) -> Iterator[str]:
    """What comes over a page, or instead of one."""
    window.page.show_found(Visits((), sure=True))
    yield "banner"
    window.frame.banner.hide()
    window.idle.timed_out.emit()
    yield "countdown"
    window.frame.countdown.end()
    lobby = window.session.lobby
    window.session.rest()
    window.home()
    yield "attract resting"
    window.session.end_rest()
    window.session.set_lobby(lobby)
    for state in NOTICES:
        window.go(NoticePage, state)
        yield f"notice {state}"


def _staff(window: Any) -> Iterator[str]:
    window.go(StaffPage)
    answered(window)
    for asks in (Asks.NUMBER, Asks.PIN):
        window.page.ask(asks)
        yield f"staff {asks}"
    window.show_sync_status(SYNC["error"])
    window.page.signed_in(None)
    yield "staff open"
    window.show_sync_status(courier.Status())
    window.go(SettingsPage)
    answered(window)
    yield "settings"
    window.page.next_page.click()
    yield "settings second leaf"
    for name, error in (("damaged", StoreDamaged("row 17 missing from index")), ("full", StoreFull(try_again=False))):
        window.session.error = error
        window.go(StaffPage)
        answered(window)
        for asks in Asks:
            window.session.error = error
            window.page.ask(asks)
            yield f"staff {name} {asks}"
    window.session.error = None


def _top(window: Any) -> Iterator[str]:
    """The top bar with all that can stand in it."""
    window.home()
    with hall_as(window, crowded(window.session.lobby)):
        yield "called"
        for name, status in SYNC.items():
            window.show_sync_status(status)
            yield f"sync {name}"
    window.show_sync_status(courier.Status())
