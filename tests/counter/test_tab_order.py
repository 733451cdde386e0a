"""No page needs a mouse: the Tab key comes to everything on it, shows where it is, and is let go again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget

from shared import device_journal
from shared.demo import hall as demo
from tests.counter import listener
from tests.counter.conftest import CTRL, Counter
from tests.counter.walker import Round, called, goes_round, settles, usable
from tests.support.builders import at

KEY = Qt.Key
ROLES = ("1001", "2001", "9001")
KEYS = (KEY.Key_Tab, KEY.Key_Backtab)
ELSEWHERE = {
    ("queue", "F12"): "puts the window aside",
    ("desk", "Ctrl+O"): "asks the system's own dialog for a file",
    ("imports", "Ctrl+O"): "asks the system's own dialog for a file",
    ("column_desk", "Ctrl+Shift+P"): "asks the system's own dialog for a file",
    ("roster", "Ctrl+Shift+P"): "asks the system's own dialog for a file",
    ("template", "Ctrl+O"): "asks the system's own dialog for a file",
}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The demo hall, where every list has something in it; and its PINs."""
    folder = tmp_path_factory.mktemp("furnished")
    with device_journal.opened(folder, now=at("10:30"), hall=demo.HALL) as store:
        return folder, demo.fill(store, now=at("10:30"))


@pytest.fixture
def folder(furnished: tuple[Path, dict[str, str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(furnished[0], tmp_path / "data"))


@pytest.fixture
def pins(furnished: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return furnished[1]


def leaves(counter: Counter) -> Iterator[tuple[str, QWidget]]:
    """Every page of who is signed in, with each of its tabs."""
    assert counter.window.workspace
    for place in counter.window.workspace.places:
        page = counter.opens(place.key)
        settles(counter)
        bar = next((bar for bar in page.findChildren(QTabBar) if bar.isVisible()), None)
        for tab in range(bar.count() if bar else 1):
            if bar is not None:
                if not bar.isTabVisible(tab):
                    continue
                bar.setCurrentIndex(tab)
                settles(counter)
            yield place.key, page


def test_so_it_does_before_anybody_has_signed_in(counter: Counter, pins: dict[str, str]) -> None:
    counter.signs_in("1001", pins["1001"])
    counter.presses(KEY.Key_L, CTRL)
    counter.waits(counter.window.sign_in.pin.hasFocus, "the lock")
    settles(counter)
    found = [goes_round(counter, key) for key in KEYS]
    assert [each.problems(counter.window.sign_in) for each in found] == [[], []]
    assert any("1001" in called(widget) for widget in found[0].reached)  # the tile of who was here


def opening(place: str, page: QWidget) -> list[QAbstractButton]:
    """The buttons of a page that may ask something: not those that lead away from this program."""
    buttons = [widget for widget in usable(page) if isinstance(widget, QAbstractButton) and not widget.isCheckable()]
    return [button for button in buttons if (place, button.shortcut().toString()) not in ELSEWHERE]


def asks(counter: Counter, button: QAbstractButton) -> list[str] | None:
    """Press a button with the space bar; what is wrong with the dialog that comes, None if none does."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    counter.presses(KEY.Key_Space)
    settles(counter)
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    if QApplication.activeModalWidget() is None:
        return None
    dialog = counter.dialog()
    wrong = [each for key in KEYS for each in goes_round(counter, key).problems(dialog)]
    counter.presses(KEY.Key_Escape)
    counter.closes()
    now = counter.window.focusWidget()
    return wrong if now is button else [*wrong, f"then at {called(now) if now else 'nothing'}"]


@pytest.mark.parametrize("role", ROLES)
def test_the_tab_key_comes_to_everything_shows_where_it_is_and_a_screen_reader_can_say_it(
    counter: Counter, pins: dict[str, str], role: str
) -> None:
    """On each page and in each dialog, out of which Esc gives the cursor back."""
    counter.signs_in(role, pins[role])
    problems: list[tuple[str, str, str]] = []
    asked: dict[tuple[str, str], list[str]] = {}
    for where, page in leaves(counter):
        counter.window.setUpdatesEnabled(False)  # painted once; each dialog would have it painted twice more
        for key in KEYS:
            problems += [(where, key.name, each) for each in goes_round(counter, key).problems(counter.window)]
        problems += [(where, "heard", each) for each in listener.problems(page)]
        for button in opening(where, page):
            if button.isVisible() and button.isEnabled() and (wrong := asks(counter, button)) is not None:
                asked[where, called(button)] = wrong
        counter.window.setUpdatesEnabled(True)
    assert problems == []
    assert len(asked) > 1
    assert {what: wrong for what, wrong in asked.items() if wrong} == {}


def test_the_small_bar_too(counter: Counter, pins: dict[str, str]) -> None:
    counter.signs_in("1001", pins["1001"])
    bar = counter.opens("queue").bar
    counter.presses(KEY.Key_F12)
    counter.waits(bar.isVisible, "the bar")
    bar.activateWindow()
    counter.waits(bar.isActiveWindow, "the keyboard")
    settles(counter)
    assert [goes_round(counter, key).problems(bar) for key in KEYS] == [[], []]


def test_a_round_that_is_caught_or_leaves_something_out_is_a_problem(counter: Counter, pins: dict[str, str]) -> None:
    counter.signs_in("1001", pins["1001"])
    button = counter.opens("queue").to_bar
    settles(counter)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    [left_out] = goes_round(counter, KEY.Key_Tab).problems(counter.window)
    assert left_out == f"not reached: {called(button)}"
    assert Round([button]).problems(button) == [f"caught at {called(button)}"]
