"""The real kiosk on a real store in a temporary folder, at 10:00 on the ordinary Monday, by the test's own clock."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from build_spec import pinyin_table
from kiosk.pages.page import AnyPage
from kiosk.pages.summary import SummaryPage
from kiosk.shell.window import KioskWindow
from kiosk.store.session import KioskSession
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.qt import buttons, fonts, theme
from shared.qt.pin_pad import PinPad
from shared.qt.translation import Translation
from shared.registry import PROJECTIONS
from tests.kiosk.walk import answered
from tests.support.builders import at, empty_store, staffed_store
from tests.support.plain import guessing

STANDING, LYING = (1080, 1920), (1920, 1080)


class Lobby:
    """A person before the kiosk: sees the page, touches buttons. `now` is the kiosk's clock."""

    def __init__(self, qtbot: Any, folder: Path, prepared: Path) -> None:
        self.qtbot, self.folder, self.prepared, self.now = qtbot, folder, prepared, at("10:00")
        self.window: KioskWindow = None  # type: ignore[assignment]
        self.translation: Translation = None  # type: ignore[assignment]

    def open(
        self,
        opener: Callable[[Path], Store] | None = None,
        size: tuple[int, int] = STANDING,
        *,
        locked: bool = False,
        motion: bool = False,
        sound: bool = False,
        refresh_ms: int = 10_000,
    ) -> KioskWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        open_folder = opener or self._open_copy
        session = KioskSession(
            self.folder, lambda: open_folder(self.folder), self.clock, steady=self.clock, refresh_ms=refresh_ms
        )
        self.translation = Translation(app, "kiosk")
        self.window = KioskWindow(session, self.translation, motion=motion, sound=sound, locked=locked)
        self.window.resize(*size)
        self.window.painted.connect(session.start)
        self.window.show()
        self.qtbot.waitUntil(lambda: session.lobby is not None or session.error is not None)
        return self.window

    def clock(self) -> int:
        return self.now

    def _open_copy(self, folder: Path) -> Store:
        shutil.copytree(self.prepared, folder, dirs_exist_ok=True)
        return open_store(folder, PROJECTIONS)

    @property
    def page(self) -> Any:
        return self.window.page

    def touch(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(self.window.updatesEnabled)  # nobody touches another look before it is seen

    def keys(self, pad: PinPad, digits: str) -> None:
        """Touch the keys of a pad one after the other. (A real keyboard as fast as a test would be a scanner.)"""
        for digit in digits:
            self.touch(pad.keys[digit])

    def sees(self, page: type[AnyPage]) -> None:
        self.qtbot.waitUntil(lambda: isinstance(self.page, page))

    def hand_in(self) -> None:
        """Read the summary and send it."""
        self.sees(SummaryPage)
        self.touch(self.page.send)

    def answered(self) -> None:
        """Everything asked of the store so far has been answered, and shown."""
        answered(self.window)

    def ask(self, question: Callable[[Store], Any]) -> Any:
        """What another process would read in the same journal."""
        store = empty_store(self.folder)
        try:
            return question(store)
        finally:
            store.close()

    def close(self) -> None:
        if not self.window:
            return
        self.window.session.close()
        self.window.end_program()
        self.window.deleteLater()
        self.window = None  # type: ignore[assignment]
        self.qtbot.waitUntil(lambda: not _kiosks())  # one left open would take a later test's quick keys for a scan
        self.translation.uninstall()


def _kiosks() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, KioskWindow)]


@pytest.fixture(scope="session", autouse=True)
def pinyin_words() -> None:
    """Set-up makes the words of Pinyin; here where it has not run."""
    assert pinyin_table.main([]) == 0


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ordinary hall, built once, copied by each lobby that is opened without another."""
    folder = tmp_path_factory.mktemp("hall")
    staffed_store(folder).close()
    return folder


@pytest.fixture
def lobby(qtbot: Any, tmp_path: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lobby]:
    monkeypatch.setattr(QApplication, "quit", lambda: None)  # the window quits the app; the test session goes on
    monkeypatch.setattr(buttons.Debounce, "milliseconds", 0)  # tests are faster than hands
    monkeypatch.setattr(buttons, "set_debounce", lambda _seconds: None)  # not the policy's; one test looks at it
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setFont(fonts.application_font())
    visitor = Lobby(qtbot, tmp_path / "data", prepared)
    yield visitor
    assert guessing(_kiosks()) == []
    visitor.close()
    theme.apply(theme.Theme())  # once the window is gone: restyling one takes as long as the shortest tests
