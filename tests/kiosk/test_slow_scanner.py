"""Our own codes from scanners that are slow, half-configured or behind a Chinese input method, on a real window.

Seen in a hall: a scanner at 60 ms a key was taken for a person, and its Enter pressed the tile that had the focus: a
card for the wrong colleague.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.scan.scanner import Scanner
from shared.device import codes
from shared.device.codes import Badge
from tests.kiosk.turned_times import TurnedTimes

KEY = b"k" * 32
BADGE = Badge("1001")
TEXT = codes.text(BADGE, KEY)
FULL_WIDTH = "".join(chr(ord(letter) + 0xFEE0) for letter in TEXT)


class Page(QWidget):
    """A field, a tile that has the focus, and what was pressed. Keys come by `times`."""

    def __init__(self, times: TurnedTimes) -> None:
        super().__init__()
        self.times = times
        self.field, self.tile = QLineEdit(), QPushButton("王芳")
        self.pressed = 0
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.tile)
        self.tile.setAutoDefault(True)  # Enter presses it
        self.tile.clicked.connect(self._press)
        self.field.returnPressed.connect(self._press)

    def _press(self) -> None:
        self.pressed += 1

    def types(self, text: str, pace_ms: int = 0) -> None:
        for letter in text:
            self.times.passes(pace_ms)
            key: Any = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(letter, letter)
            QTest.keyClick(self.windowHandle(), key)

    def composes(self, composed: str = "", committed: str = "") -> None:
        """What an input method sends to whatever has the focus."""
        event = QInputMethodEvent(composed, [])
        event.setCommitString(committed)
        focus = QApplication.focusWidget()
        assert focus
        QApplication.sendEvent(focus, event)


@pytest.fixture
def times() -> TurnedTimes:
    return TurnedTimes()


@pytest.fixture
def page(qtbot: QtBot, times: TurnedTimes) -> Page:
    made = Page(times)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.tile.setFocus()
    return made


@pytest.fixture
def heard(page: Page, times: TurnedTimes) -> Iterator[list[object]]:
    scanner, found = Scanner(times=times), list[object]()
    scanner.key = KEY
    scanner.scanned.connect(found.append)
    scanner.listen(page)
    yield found
    scanner.close()


def nothing_else(page: Page) -> bool:
    page.times.passes(100)
    return (page.pressed, page.field.text()) == (0, "")


@pytest.mark.parametrize("pace_ms", [0, 49, 51, 120, 300])
def test_a_slow_scanner_s_enter_pressed_the_tile_that_had_the_focus(
    page: Page, heard: list[object], pace_ms: int
) -> None:
    page.types(TEXT + "\r", pace_ms)
    assert nothing_else(page)
    assert heard == [BADGE]


@pytest.mark.parametrize(
    "typed",
    [
        TEXT.lower(),
        TEXT.swapcase(),
        FULL_WIDTH,
        FULL_WIDTH.lower(),
        "]Q1" + TEXT,
        "]q1" + TEXT.lower(),
        "】C0" + TEXT,
        "\N{FULLWIDTH RIGHT SQUARE BRACKET}Q3" + FULL_WIDTH,
    ],
    ids=["CapsLock", "Shift turned", "full-width", "both", "AIM", "AIM, CapsLock", "AIM, Chinese", "AIM, full-width"],
)
@pytest.mark.parametrize("pace_ms", [0, 60])
def test_a_scan_in_other_letters_was_taken_as_typed(page: Page, heard: list[object], typed: str, pace_ms: int) -> None:
    for letter in typed:
        page.times.passes(pace_ms)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows ASCII alone
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(page.windowHandle(), event)
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]


@pytest.mark.parametrize("end", ["\r", "\t", "\r\r", ""])
def test_what_ends_a_scan_never_presses_anything(page: Page, heard: list[object], end: str) -> None:
    page.types(TEXT + end, 60)
    assert nothing_else(page)
    assert page.tile.hasFocus()
    assert heard == [BADGE]


@pytest.mark.parametrize("steps", [1, 2, 5, len(TEXT)])
def test_a_code_composed_by_an_input_method_is_a_scan(page: Page, heard: list[object], steps: int) -> None:
    """Capitals make an input method compose them as they are; Enter commits the whole."""
    page.field.setFocus()
    size = -(-len(TEXT) // steps)
    for end in range(size, len(TEXT) + size, size):
        page.composes(TEXT[:end].lower())
        page.times.passes(60)
    page.composes("")
    page.composes(committed=TEXT.lower())
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]


def test_a_code_that_an_input_method_commits_letter_by_letter_is_a_scan(page: Page, heard: list[object]) -> None:
    page.field.setFocus()
    for letter in FULL_WIDTH:
        page.composes(committed=letter)
        page.times.passes(60)
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]


def test_an_enter_during_the_composition_ends_the_scan(page: Page, heard: list[object]) -> None:
    page.field.setFocus()
    page.composes(TEXT)
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]


@pytest.mark.parametrize(
    ("composed", "committed"),
    [(("w", "wo"), "我"), (("w", "ww", "wwww"), "哇哇"), (("w",), "w"), (("ni", "nihao"), "你好"), ((), "窗口")],
)
def test_words_of_a_person_reach_the_field(
    page: Page, heard: list[object], composed: tuple[str, ...], committed: str
) -> None:
    page.field.setFocus()
    for each in composed:
        page.composes(each)
        page.times.passes(60)
    page.composes(committed=committed)
    page.times.passes(2200)  # a `w` alone is held for as long as a slow scanner might take
    assert page.field.text() == committed
    assert heard == []


@pytest.mark.parametrize("word", ["WARM", "WW2", "W", "]A", "WIDE WW"])
def test_what_a_hand_types_arrives_in_order(page: Page, heard: list[object], word: str) -> None:
    page.field.setFocus()
    page.types(word, 80)
    page.times.passes(2200)
    assert page.field.text() == word
    assert heard == []


def test_a_slow_scan_of_a_foreign_code_presses_nothing(page: Page, heard: list[object]) -> None:
    page.types("6901234567892\r", 70)
    assert nothing_else(page)
    page.types("\r", 2200)
    page.times.passes(100)
    assert page.pressed == 1  # a person's Enter, later


WORDED = codes.worded("暖窗排队号 A005，请到自助屏扫码", TEXT)
NO_CHINESE = "".join(letter for letter in WORDED if letter.isascii())


@pytest.mark.parametrize("typed", [WORDED, NO_CHINESE], ids=["whole", "no Chinese"])
@pytest.mark.parametrize("pace_ms", [0, 60])
def test_a_slip_with_words_for_phones_is_read_at_any_pace(
    page: Page, heard: list[object], typed: str, pace_ms: int
) -> None:
    """What a slow scanner types before the code is taken for a hand's: on the kiosk it presses nothing."""
    for letter in typed:
        page.times.passes(pace_ms)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(page.windowHandle(), event)
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]


def test_a_slip_with_words_for_phones_is_read_where_an_input_method_commits_it_whole(
    page: Page, heard: list[object]
) -> None:
    page.field.setFocus()
    page.composes(committed=WORDED)
    page.types("\r")
    assert nothing_else(page)
    assert heard == [BADGE]
