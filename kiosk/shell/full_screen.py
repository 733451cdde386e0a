"""Keeps a full-screen window on its screen, also when screens come and go while it runs."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class FullScreen(QObject):
    """Lives as long as its window, and shows it at once.

    A television that is switched on after the PC, or in the evening off, is a screen that comes or goes.
    """

    def __init__(self, window: QWidget, number: int) -> None:
        """`number`: the screen to cover, from 0; the last one while there are fewer."""
        super().__init__(window)
        self._window, self._number = window, number
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._return)
        app.screenRemoved.connect(self._return)
        self.cover()

    def _return(self, *_: object) -> None:
        if self._window.isVisible():
            self.cover()

    def cover(self) -> None:
        """Show the window over the whole of its screen."""
        screens, window = QGuiApplication.screens(), self._window
        if not screens:  # the only one was switched off: it comes back
            return
        place = screens[min(self._number, len(screens) - 1)]
        window.setScreen(place)  # two X screens both begin at 0, 0
        window.setGeometry(place.geometry())  # without a window manager showFullScreen does not resize it
        window.showFullScreen()
