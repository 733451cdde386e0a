"""Who listens to the keyboard hears the keys of the window in front, and nothing else that goes on in the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shared.qt.focus_filter import FocusFilter


class Listening(QObject):
    """Keeps the keys it hears, and what the events were sent to."""

    def __init__(self) -> None:
        super().__init__()
        self.keys, self.heard = "", set[QObject]()
        self.focus = FocusFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard.add(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys += event.text()
        return False


class Two(QWidget):
    """A window with two fields."""

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        self.fields = QLineEdit(), QLineEdit()
        for field in self.fields:
            box.addWidget(field)


@pytest.fixture
def listening() -> Iterator[Listening]:
    made = Listening()
    yield made
    made.focus.stop()


def shown(qtbot: QtBot) -> Two:
    made = Two()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_hears_the_keys_of_each_field_whether_the_window_is_active_or_not(
    qtbot: QtBot, listening: Listening
) -> None:
    window = shown(qtbot)
    listening.focus.start(window)
    for field, letter in zip(window.fields, "ab", strict=True):
        field.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(letter.upper())))
    assert listening.keys == "ab"
    listening.focus.stop()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_C)
    assert (listening.keys, window.fields[1].text()) == ("ab", "bc")


def test_a_dialog_in_front_is_heard_too(qtbot: QtBot, listening: Listening) -> None:
    window, dialog = shown(qtbot), shown(qtbot)
    listening.focus.start(window)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_D)
    assert listening.keys == "d"
    dialog.deleteLater()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_E)
    assert listening.keys == "de"


def test_each_event_of_a_page_being_built_was_heard(qtbot: QtBot, listening: Listening) -> None:
    window = shown(qtbot)
    window.fields[0].setFocus()
    listening.focus.start(window)
    page = Two()
    box = window.layout()
    assert box
    box.addWidget(page)
    page.show()
    page.grab()
    assert listening.heard <= {window.fields[0]}
