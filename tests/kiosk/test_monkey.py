"""A monkey before the real kiosk: random touches, keys and scans. It may do nothing but what customers may do."""

import random
from collections import Counter
from datetime import timedelta
from itertools import product

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.pages.thanks import ThanksPage
from kiosk.store.lobby import State
from shared.device import codes
from shared.domain.workdays import day_of
from shared.practice.cards.facts import CardAwarded, CardWithdrawn
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from tests.kiosk.walk import pages
from tests.support.builders import actor, at, staffed_store

KEYS = [getattr(Qt.Key, f"Key_{name}") for name in ("Tab", "Space", "Return", "Escape", "F4", "A", "7")]
PLAIN, ALT, CTRL = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("No", "Alt", "Control"))
SERVED, ASKED = 60, 5
LONG = 20_000
REST_MS = 61_000
GROWTH = 0.05
SETTLED = 0.3  # share of the walk after which memory must not grow any more


class Slips:
    """What customers of the morning hold in their hands: numbers that were served, inquiries that are open."""

    def __init__(self) -> None:
        self.codes: list[codes.Code] = []

    def hall(self, folder):
        """The ordinary hall after such a morning."""
        store = staffed_store(folder)
        for place in range(SERVED):
            self.codes.append(codes.NumberSlip(self._served(store, at("09:00") + place * 1000)))
        for place in range(ASKED):
            opened = inquiries.open_at_kiosk(store, now=at("09:30") + place)
            self.codes.append(codes.InquirySlip(opened.id))
        return store

    def _served(self, store, now):
        taken = line.take(store, "gas_payment", now=now)
        line.call_next(store, actor("1002"), now=now)
        assert line.done(store, actor("1002"), taken.id, "gas_payment", now=now) is None
        return taken.id


class Monkey:
    """Chooses what to do next; `act` does it."""

    def __init__(self, lobby, slips: Slips, seed: int) -> None:
        self.lobby, self.window, self.chance = lobby, lobby.window, random.Random(seed)
        self.slips, self.scans = slips, ["WW"]
        self.key = codes.key(lobby.folder)

    def act(self) -> None:
        choices = (self.touch_button, self.touch_anywhere, self.press_key, self.scan, self.wait)
        self.chance.choices(choices, (60, 15, 10, 10, 5))[0]()
        self.lobby.now += self.chance.randrange(1000)
        self.let_time_pass()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def let_time_pass(self) -> None:
        """A rest ends, an evening too: nobody learns anything from a monkey before a page that waits."""
        state = self.window.session.state
        if state is State.RESTING:
            self.lobby.now += REST_MS
        elif state is State.CLOSED:
            self.lobby.now = at("09:00", day_of(self.lobby.now) + timedelta(days=1))
        else:
            return
        self.window.session.refresh()

    def touch_button(self) -> None:
        place = self.window.page if self.chance.random() < 0.97 else self.window.frame.foot
        buttons = [b for b in place.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        if buttons:
            QTest.mouseClick(self.chance.choice(buttons), Qt.MouseButton.LeftButton)

    def touch_anywhere(self) -> None:
        at = QPoint(self.chance.randrange(self.window.width()), self.chance.randrange(self.window.height()))
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def press_key(self) -> None:
        QTest.keyClick(
            self.window.windowHandle(), self.chance.choice(KEYS), self.chance.choice((PLAIN, PLAIN, PLAIN, ALT, CTRL))
        )
        self.hold_still()

    def hold_still(self) -> None:
        """As long as a hand needs for its next key, when the scanner's filter lets the last one through."""
        self.window.scanner.device.end_run()

    def wait(self) -> None:
        if self.window.frame.countdown.isVisible():
            self.window.frame.countdown.tick()
        else:
            self.window.idle.timed_out.emit()

    def scan(self) -> None:
        """Fresh, forged, junk, or one that was scanned before; as fast as a scanner types, with Enter or without."""
        kinds = (self.fresh, self.forged, self.junk, lambda: self.chance.choice(self.scans))
        text = self.chance.choice(kinds)()
        for letter in text + self.chance.choice(("\r", "")):
            self.type(letter)
        self.hold_still()

    def type(self, letter: str) -> None:
        code = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()[0]))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.window.windowHandle(), QKeyEvent(kind, code, PLAIN, letter))

    def some_code(self) -> codes.Code:
        old = codes.SignedCard(self.chance.randbytes(8).hex(), "patient", self.chance.choice(["", "1001", "7777"]))
        return self.chance.choice([codes.new_card(), old, codes.Badge("1002"), self.chance.choice(self.slips.codes)])

    def fresh(self) -> str:
        self.scans.append(codes.text(self.some_code(), self.key))
        return self.scans[-1]

    def forged(self) -> str:
        return codes.text(self.some_code(), b"another site")

    def junk(self) -> str:
        return "".join(chr(self.chance.randrange(1, 400)) for _ in range(self.chance.randrange(90)))


@pytest.mark.parametrize(("steps", "least"), [(400, 2), pytest.param(LONG, 300, marks=pytest.mark.long)])
def test_a_monkey_breaks_nothing(lobby, monkeypatch, steps, least):
    slips, thanked = Slips(), set()  # a card is shown again where the print changes meanwhile
    window = lobby.open(slips.hall, locked=True)
    if steps >= LONG:
        walk_everywhere(window)
    show_for = ThanksPage.show_for

    def note(page, thanks):
        thanked.add(thanks.awarded.card)
        show_for(page, thanks)

    monkeypatch.setattr(ThanksPage, "show_for", note)
    monkey, process = Monkey(lobby, slips, 20140101 + steps), psutil.Process()
    settled = 0
    for step in range(steps):
        monkey.act()
        assert window.isVisible()
        lobby.qtbot.waitUntil(window.updatesEnabled)
        assert way_home(window), type(window.page).__name__
        if step == int(steps * SETTLED):
            settled = process.memory_info().rss
    lobby.qtbot.waitUntil(lambda: window.page.isEnabled())
    grown = process.memory_info().rss / settled - 1
    stored = lobby.ask(lambda store: Counter(e.subject for e in store.events() if e.kind == CardAwarded.kind()))
    back = lobby.ask(lambda store: Counter(e.subject for e in store.events() if e.kind == CardWithdrawn.kind()))
    assert len(thanked) >= least
    assert all(stored[card] for card in thanked)
    assert all(stored[card] - back[card] in (0, 1) for card in stored)  # one that was taken back may be given again
    assert len(stored) - len(thanked) <= 1  # the last may be stored and not shown yet
    if steps >= LONG:  # in a short walk everything that is built for the first time still counts
        assert grown < GROWTH


def walk_everywhere(window) -> None:
    """Every page in every look, so that what is kept for good is there before memory is looked at."""
    for senior, contrast in product((True, False), repeat=2):
        window.set_look(senior=senior, contrast=contrast)
        for _ in pages(window):
            QApplication.processEvents()
    window.reset()


def way_home(window) -> bool:
    page = window.page
    buttons = (getattr(getattr(page, "heading", None), "back", None), getattr(page, "close_button", None))
    return (
        page.gives_way or window.frame.countdown.isVisible() or any(button and button.isVisible() for button in buttons)
    )
