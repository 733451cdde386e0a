"""The kiosk's screen: from touching a P to the painted thank-you, from a scan to its page, the frames between pages.

The reference of the two answers is the least any Qt program does for them: a bare window of the same size, with a
QStackedWidget of two pages that have as many labels and buttons as ours, but no look, no words to wrap, no store; a
click, and the other page is painted. Ours also writes the card to the disk before it thanks; a page that slides in is
painted whole before it moves, and its first frame is waited for.
Frames are held against 33 ms, two turns of a screen at 60 Hz; all is painted by the processor.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.__main__ import build, parse_arguments
from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.number import NumberPage
from kiosk.pages.page import AnyPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.progress import ProgressPage
from kiosk.pages.slip import SlipPage
from kiosk.pages.summary import Draft
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import NEW, TopicPage
from kiosk.pages.which import WhichPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from kiosk.shell.slide import Slide
from kiosk.shell.window import KioskWindow
from kiosk.store.lobby import InquiryProgress, Slip, Visit
from kiosk.widgets.scene import FIVE
from shared.device import codes
from shared.people.views import Person
from shared.practice.line import actions as line
from tests.bench.row import Row, row
from tests.kiosk.walk import SLIP, TAKEN
from tests.support.builders import MONDAY, actor, at, staffed_store

_WIDE, _HIGH = 1080, 1920
_TIMES = 20
_MINUTES_BETWEEN = 11  # of the kiosk's clock, so that no burst of cards lets it rest
_FRAME_MS = 33
_DEBOUNCE_SECONDS = 0.6


class _Watch(QObject):
    """The moments (s, monotonic) at which `watched` got an event of `kind` while it `counts`."""

    def __init__(self, watched: QObject, kind: QEvent.Type, counts: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._watched, self._kind, self._counts, self.at = watched, kind, counts, list[float]()
        watched.installEventFilter(self)  # on the application it would cost more than what it measures

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind and self._counts():
            self.at.append(time.monotonic())
        return False

    def end(self) -> None:
        self._watched.removeEventFilter(self)


def _app() -> QApplication:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        _app().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _rest(seconds: float) -> None:
    QTest.qWait(round(seconds * 1000))


@contextmanager
def _kiosk() -> Iterator[tuple[KioskWindow, str, Path]]:
    """The real kiosk at ten o'clock, the id of a number that was just served, and its folder."""
    clock = [at("10:00")]

    def now() -> int:
        clock[0] += _MINUTES_BETWEEN * 60_000
        return clock[0]

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        served = _served(folder)
        window = build(_app(), folder, parse_arguments(["--windowed", "--always-open", "--silent"]), now)
        window.resize(_WIDE, _HIGH)
        window.show()
        _until(lambda: window.session.lobby is not None)
        yield window, served, folder
        window.session.close()
        window.hide()
        window.deleteLater()


def _served(folder: Path) -> str:
    with_line = staffed_store(folder)
    taken = line.take(with_line, "gas_payment", now=at("09:30"))
    line.call_next(with_line, actor("1002"), now=at("09:31"))
    line.done(with_line, actor("1002"), taken.id, "gas_payment", now=at("09:40"))
    with_line.close()
    return taken.id


def _painted(window: QWidget, is_shown: Callable[[], bool], act: Callable[[], None]) -> float:
    """Seconds from `act` until the window has painted what was shown by it."""
    watch = _Watch(window, QEvent.Type.UpdateRequest, is_shown)
    began = time.monotonic()
    act()
    _until(lambda: bool(watch.at))
    over = time.monotonic()
    watch.end()
    return over - began


def _bare_switch(first: QWidget, second: QWidget) -> float:
    """The reference: seconds to switch between two bare pages with as many labels and buttons."""
    stack = QStackedWidget()
    pages = [_bare(first), _bare(second)]
    for page in pages:
        stack.addWidget(page)
    stack.resize(_WIDE, _HIGH)
    stack.show()
    _rest(0.1)
    taken = []
    for turn in range(_TIMES):
        there = pages[1 - turn % 2]
        button = pages[turn % 2].findChild(QPushButton)
        button.clicked.connect(lambda _checked=False, there=there: stack.setCurrentWidget(there))
        click = lambda button=button: QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # noqa: E731
        taken.append(_painted(stack, lambda there=there: there.isVisible(), click))
        button.clicked.disconnect()
        _rest(0.02)
    stack.hide()
    stack.deleteLater()
    return statistics.median(taken[2:])


def _bare(page: QWidget) -> QWidget:
    bare, buttons = QWidget(), len(page.findChildren(QAbstractButton))
    grid = QGridLayout()
    for place in range(max(1, buttons)):
        grid.addWidget(QPushButton(f"{place}"), place // 2, place % 2)
    box = QVBoxLayout(bare)
    for _ in page.findChildren(QLabel):
        box.addWidget(QLabel("暖窗"))
    box.addLayout(grid)
    return bare


def _shows(window: KioskWindow, page: type[AnyPage]) -> Callable[[], bool]:
    return lambda: isinstance(window.page, page)


def touch_to_thank_you() -> list[Row]:
    """A P is touched; the card is on the disk and the thank-you on the screen."""
    taken = []
    with _kiosk() as (window, _number, _folder):
        person = window.session.lobby.people[0]
        for turn in range(_TIMES):
            window.go(CardsPage, Receiver(person))
            _rest(_DEBOUNCE_SECONDS)
            cards = window.page
            assert isinstance(cards, CardsPage)
            tile = cards.cards[FIVE[turn % len(FIVE)]]
            click = lambda tile=tile: QTest.mouseClick(tile, Qt.MouseButton.LeftButton)  # noqa: E731
            taken.append(_painted(window, _shows(window, ThanksPage), click))
        reference = _bare_switch(cards, window.page)
    ours = statistics.median(taken[2:])
    return [row("touched P to painted thank-you, card stored", ours * 1e3, reference * 1e3, aim=2, unit="ms")]


def scan_to_page() -> list[Row]:
    """A slip is scanned, by a scanner that plays keyboard: its last sign to the painted page of who served it."""
    taken = []
    with _kiosk() as (window, number, folder):
        text = codes.text(codes.NumberSlip(number), codes.key(folder))
        for _ in range(_TIMES):
            window.home()
            _rest(0.4)
            before = window.page
            key: Any
            for key in text[:-1]:
                QTest.keyClick(window.windowHandle(), key)
            key = text[-1]  # a whole code is read at once: no Enter is waited for
            last = lambda key=key: QTest.keyClick(window.windowHandle(), key)  # noqa: E731
            taken.append(_painted(window, _shows(window, CardsPage), last))
        reference = _bare_switch(before, window.page)
    ours = statistics.median(taken[2:])
    return [row("scanned slip to painted page, looked up", ours * 1e3, reference * 1e3, aim=2, unit="ms")]


def transition_frames() -> list[Row]:
    """From one frame of a slide to the next, and from the touch to its first: the 99th of a hundred."""
    rows, firsts = [], []
    with _kiosk() as (window, _number, _folder):
        for page, request in _sliding(window.session.lobby.people[0]):
            gaps = []
            for turn in range(_TIMES):
                for there in ((page, request), (AttractPage, None)):
                    first, more = _slide(window, *there)
                    gaps += more
                    firsts += [first] if turn else []  # the first time a page is built
            rows.append(_frames(f"first page ↔ {page.__name__}: frame, p99", gaps))
    rows.append(_frames("asked for a page to its first frame, p99", firsts))
    return rows


def _sliding(person: Person) -> tuple[tuple[type[AnyPage], Any], ...]:
    """Every page that comes with motion, with what it needs to be shown."""
    visits = tuple(Visit(person, f"number:{letter}", f"{letter}012") for letter in "AB")
    return (
        (WhoPage, None),
        (CardsPage, Receiver(person)),
        (TopicPage, NEW),
        (WordsPage, Draft("help")),
        (WritePage, WordsPage),
        (PhonePage, Draft("help")),
        (TakePage, ""),
        (SlipPage, Slip(TAKEN, SLIP)),
        (NumberPage, None),
        (WhichPage, visits),
        (ProgressPage, InquiryProgress("260302-3BFF-01", "open", MONDAY)),
    )


def _slide(window: KioskWindow, page: type[AnyPage], request: object) -> tuple[float, list[float]]:
    slide = window.findChild(Slide)
    assert slide
    watch = _Watch(slide, QEvent.Type.Paint)
    began = time.monotonic()
    window.go(page, request)
    _until(slide.isHidden)
    watch.end()
    return watch.at[0] - began, [after - before for before, after in zip(watch.at, watch.at[1:], strict=False)]


def _frames(name: str, seconds: list[float]) -> Row:
    return row(name, statistics.quantiles(seconds, n=100)[98] * 1e3, _FRAME_MS, aim=1, unit="ms")


ROWS = (touch_to_thank_you, scan_to_page, transition_frames)
