"""A monkey before the real kiosk: random touches, keys and scans. It may do nothing but what customers may do."""

import random

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.pages.thanks import ThanksPage
from shared import codes
from shared.practice.cards.tables import CardRow

KEYS = [getattr(Qt.Key, f"Key_{name}") for name in ("Tab", "Space", "Return", "Escape", "F4", "A", "7")]
PLAIN, ALT, CTRL = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("No", "Alt", "Control"))
GROWTH = 0.05
SETTLED = 0.3  # share of the walk after which memory must not grow any more


class Monkey:
    """Chooses what to do next; `act` does it."""

    def __init__(self, lobby, seed: int) -> None:
        self.lobby, self.window, self.chance = lobby, lobby.window, random.Random(seed)
        self.scans: list[str] = []
        self.key = codes.key(lobby.folder)

    def act(self) -> None:
        choices = (self.touch_button, self.touch_anywhere, self.press_key, self.scan, self.wait)
        self.chance.choices(choices, (60, 15, 10, 10, 5))[0]()
        self.lobby.now += self.chance.randrange(1000)
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def touch_button(self) -> None:
        place = self.window.page if self.chance.random() < 0.97 else self.window.foot
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

    def wait(self) -> None:
        if self.window.countdown.isVisible():
            self.window.countdown.tick()
        else:
            self.window.idle.quiet.emit()

    def scan(self) -> None:
        """Fresh, forged, junk, or one that was scanned before."""
        kind = self.chance.randrange(4)
        if kind == 0 or not self.scans:
            staff = self.chance.choice(["", "1001", "1003", "7777"])
            cards: list[codes.Code] = [codes.new_card("patient", staff), codes.Badge("1002")]
            self.scans.append(codes.text(self.chance.choice(cards), self.key))
            text = self.scans[-1]
        elif kind == 1:
            text = codes.text(codes.new_card("polite", "1001"), b"another site")
        elif kind == 2:
            text = "".join(chr(self.chance.randrange(1, 400)) for _ in range(self.chance.randrange(90)))
        else:
            text = self.chance.choice(self.scans)
        self.window.scanned(codes.parse(text, self.key))


@pytest.mark.parametrize("steps", [1_000, pytest.param(20_000, marks=pytest.mark.long)])
def test_a_monkey_breaks_nothing(lobby, monkeypatch, steps):
    thanked = []
    enter = ThanksPage.enter

    def note(page, *details):
        thanked.append(details[2].card)
        enter(page, *details)

    monkeypatch.setattr(ThanksPage, "enter", note)
    window = lobby.open(locked=True)
    monkey, process = Monkey(lobby, 20140101 + steps), psutil.Process()
    settled = 0
    for step in range(steps):
        monkey.act()
        assert window.isVisible()
        assert way_home(window), type(window.page).__name__
        if step == int(steps * SETTLED):
            settled = process.memory_info().rss
    lobby.qtbot.waitUntil(lambda: window.page.isEnabled())
    grown = process.memory_info().rss / settled - 1
    stored = lobby.ask(lambda store: [row.subject for row in CardRow.select().execute(store.db)])
    assert thanked
    assert len(thanked) == len(set(thanked))
    assert set(thanked) <= set(stored)
    assert len(stored) - len(thanked) <= 1  # the last may be stored and not shown yet
    assert grown < GROWTH


def way_home(window) -> bool:
    page = window.page
    buttons = (getattr(getattr(page, "heading", None), "back", None), getattr(page, "close_button", None))
    return page.yields or window.countdown.isVisible() or any(button and button.isVisible() for button in buttons)
