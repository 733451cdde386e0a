"""A counter on a real store of its own, at half past ten of the ordinary Monday, and a person in front of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.__main__ import build
from counter.kit import page_change, personal
from counter.kit.handbook import page_help
from counter.kit.personal import Personal
from counter.navigation_entry import Entry
from counter.session import Clock
from counter.window import Window
from shared.device_journal import run_daily_duties
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people import actions as people
from shared.practice.line import actions as line
from shared.practice.line import views
from shared.practice.line.views import State
from shared.registry import PROJECTIONS
from tests.support.builders import MORNING, PIN, at, staffed_store
from tests.support.person import Person
from tests.support.plain import guessing

_LOOK_MS = 50  # what another process did is seen at once: no test waits a second for each look
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass
class Times:
    """Two clocks that only the test moves."""

    start: int = field(default_factory=lambda: at("10:30"))
    passed: int = 0

    def clock(self) -> Clock:
        return Clock(now=lambda: self.start + self.passed, steady=lambda: self.passed, poll_ms=_LOOK_MS)


class Counter(Person):
    """The counter's window, the times it believes in, and a second look at its journal."""

    def __init__(self, window: Window, folder: Path, times: Times, store: Store) -> None:
        super().__init__(window)
        self.window: Window = window
        self.folder, self.times, self.store = folder, times, store

    def signs_in(self, number: str, pin: str = PIN) -> None:
        """By keyboard, wherever the counter is."""
        if self.window.sign_in.isHidden():
            self.presses(Qt.Key.Key_L, CTRL)
        self.waits(lambda: self.window.session.here.people, "the roster")
        sign_in = self.window.sign_in
        self.waits(lambda: sign_in.number.hasFocus() or sign_in.pin.hasFocus(), "the cursor")
        if sign_in.number.text() != number:
            self.types_number(number)
        self.waits(sign_in.pin.hasFocus, "the cursor in the PIN")
        self.types(pin)
        self.waits(lambda: self.window.session.actor and self.window.session.actor.number == number, "being signed in")
        self.waits(lambda: (w := self.window.workspace) and w.isVisible() and w.pages, "their pages")
        page_change.reset()  # they look at it first

    def signs_in_at(self, number: str, key: str) -> Any:
        """Sign in, to this page instead of the first one of the role, as demonstrations do; the page."""
        self.window.session.first_page = key
        self.signs_in(number)
        self.window.session.first_page = ""
        assert self.window.workspace is not None
        if self.window.workspace.shown != key:  # they were here before
            return self.opens(key)
        return self._filled(self.window.workspace.pages[key])

    def types_number(self, number: str) -> None:
        """Somebody else than whoever was here last."""
        if self.window.sign_in.other.isVisible():
            self.presses(Qt.Key.Key_Escape)
        self.waits(self.window.sign_in.number.hasFocus, "the cursor in the number")
        self.types(number)
        self.presses(Qt.Key.Key_Return)

    def reads(self, words: str) -> str:
        """Who has read the page has seen that it changed."""
        text = super().reads(words)
        page_change.reset()
        return text

    def english(self) -> None:
        """Change to the other language, by its key."""
        self.presses(Qt.Key.Key_E, CTRL)
        self.reads("Lock")

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, once a dialog that was opened has the keyboard. No window manager gives it back when that closes."""
        asked = QApplication.activeModalWidget()
        if QApplication.activeWindow() is None:
            (asked or self.window).activateWindow()
            self.waits(QApplication.activeWindow, "the keyboard")
        if asked is not None and self.window.isActiveWindow():
            self.waits(asked.isActiveWindow, "the keyboard in the dialog")
        super().presses(key, modifier)

    def closes(self) -> None:
        """Wait until the dialog is gone and the window has the keyboard again."""
        self.waits(lambda: QApplication.activeModalWidget() is None, "the dialog to close")
        self.window.activateWindow()
        self.waits(self.window.isActiveWindow, "the keyboard")

    def opens(self, key: str) -> Any:
        """A page by its key, as it is after its first reading."""
        assert self.window.workspace is not None
        return self._filled(self.window.workspace.open(key))

    def _filled(self, page: Any) -> Any:
        self.waits(lambda: page.filled, f"the page {page.place.key}")
        page_change.reset()
        return page

    def presses_key_of(self, key: str) -> None:
        """The key beside a page's entry in the navigation."""
        work = self.window.workspace
        assert work is not None
        entries = {place.key: entry for place, entry in zip(work.places, work.findChildren(Entry), strict=True)}
        QTest.keySequence(self.window, entries[key].shortcut())

    def dialog(self) -> Any:
        """The dialog that is open and has the keyboard."""
        tops = QApplication.topLevelWidgets
        return self.waits(lambda: next((t for t in tops() if t.isModal() and t.isActiveWindow()), None), "a dialog")

    def until(self, look: Callable[[Store], object]) -> Any:
        """Wait until the journal says so."""
        return self.waits(lambda: look(self.store), "the journal to say so")


def knows_the_pages(folder: Path, number: str) -> None:
    """They have read every page's hint: its words are not to be taken for what a page says."""
    personal.write(folder, number, msgspec.json.encode(Personal(hints_read=set(page_help()))))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A staffed hall whose people can sign in; built once, copied for each test."""
    folder = tmp_path_factory.mktemp("hall")
    store = staffed_store(folder)
    for number in ("1001", "1002", "2001", "9001"):
        assert people.set_pin(store, number, PIN, now=MORNING) is None
        knows_the_pages(folder, number)
    run_daily_duties(store, now=MORNING)  # a program was open this morning: the day's backup is there
    store.close()
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "data"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Another process's look at the same journal."""
    store = open_store(folder, PROJECTIONS)
    yield store
    store.close()


@pytest.fixture
def taken(store: Store) -> list[str]:
    """Four customers with a number: gas, a consultation, one who named nothing, gas."""
    services = ("gas_payment", "consultation", "", "gas_payment")
    return [line.take(store, each, now=at("10:20") + n * 1000).id for n, each in enumerate(services)]


def state(store: Store, number: str) -> State:
    """How a number of the line stands."""
    return views.number(store, number).state


@pytest.fixture
def counter(qtbot: QtBot, folder: Path, store: Store) -> Iterator[Counter]:
    with standing(qtbot, folder, store) as there:
        yield there


@contextmanager
def standing(qtbot: QtBot, folder: Path, store: Store) -> Iterator[Counter]:
    """The counter on `folder`, for the length of a `with`."""
    times = Times()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = build(app, folder, clock=times.clock())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    page_change.reset()  # another test's page
    yield Counter(window, folder, times, store)
    assert guessing([window]) == []
    window.translation.uninstall()  # the next test reads Chinese
    window.close()
    window.deleteLater()
    qtbot.wait(1)
