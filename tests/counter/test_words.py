"""Texts of the counter: long words may break on the screen, but what is read or copied is what was said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.words import Button, Text, as_typed

PATH = "/var/lib/warm-window/exports/2026-03-02/" + "log" * 30 + ".pdf"


@pytest.mark.parametrize("text", ["已导出", PATH, f"已导出到 {PATH}"])
def test_a_path_holds_no_invisible_signs(qtbot, text):
    shown = Text(wrap=True)
    qtbot.addWidget(shown)
    shown.setText(text)
    typed = as_typed(text)
    qtbot.addWidget(typed)
    for label in (shown, typed):
        assert label.text() == text
        assert label.accessibleName() in ("", text)
        assert label.minimumSizeHint().width() < 700  # it may break all the same


class Warned(QWidget):
    """A page that remembers what its buttons said."""

    def __init__(self):
        super().__init__()
        self.said = []

    def warn(self, text):
        self.said.append(text)


def test_a_button_that_cannot_act_says_why_however_it_is_pressed(qtbot):
    page, clicked = Warned(), []
    qtbot.addWidget(page)
    button = Button("公示", "primary", "check", "Ctrl+Return")
    button.clicked.connect(lambda: clicked.append(True))
    QVBoxLayout(page).addWidget(button)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def press_each_way():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QAccessible.queryAccessibleInterface(button).actionInterface().doAction(
            QAccessibleActionInterface.pressAction()
        )

    button.unless((False, "没有记录"), (True, "已公示"))
    press_each_way()
    qtbot.waitUntil(lambda: len(page.said) == 5)  # a screen reader's press takes a moment
    assert (set(page.said), clicked) == ({"已公示"}, [])
    assert (button.toolTip(), button.accessibleDescription(), button.why) == ("已公示",) * 3
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    page.said.clear()
    button.unless((False, "没有记录"), (False, "已公示"))
    press_each_way()
    qtbot.waitUntil(lambda: len(clicked) == 5)
    assert page.said == []
    assert (button.toolTip(), button.accessibleDescription(), button.why) == ("", "", "")
