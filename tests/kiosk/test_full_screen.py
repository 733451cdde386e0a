"""A sign or kiosk stays on its screen when screens come and go: a television is switched on after the PC."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.shell.full_screen import FullScreen


def test_a_window_that_the_system_moved_returns_to_its_screen_when_there_is_another_one(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    FullScreen(window, 3)
    whole = qapp.screens()[-1].geometry()
    for comes_or_goes in (qapp.screenAdded, qapp.screenRemoved):
        window.setGeometry(QRect(10, 10, 300, 200))
        comes_or_goes.emit(qapp.screens()[0])
        assert window.geometry() == whole
    window.hide()
    qapp.screenAdded.emit(qapp.screens()[0])
    assert not window.isVisible()
