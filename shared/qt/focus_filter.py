"""Shows an event filter what is sent to the widget with the keyboard focus: keys, and the texts of an input method.

An event filter on the application is called for every event of every object: 8 of the 32 ms of CPU from a touched card
to the painted thanks page. Worse, PySide makes a Python object for whatever gets an event: the first one of a class of
Qt that has no Python class of its own made it load all classes derived from QObject, 60 to 110 ms in one call.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusFilter(QObject):
    """Keeps `watcher` installed as event filter on whatever has the focus in a window, from `start` to `stop`."""

    def __init__(self, watcher: QObject) -> None:
        super().__init__(watcher)
        self._watcher = watcher
        self._window: QWindow | None = None
        self._watched: QObject | None = None

    def start(self, inside: QWidget) -> None:
        """Watch the window that `inside` is shown in. Also while it is not active: without a window manager none is."""
        self.stop()
        self._window = inside.window().windowHandle()
        if self._window is not None:
            self._window.focusObjectChanged.connect(self._follow)
            self._follow(self._window.focusObject())

    def stop(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.focusObjectChanged.disconnect(self._follow)
        self._window = None
        self._follow(None)

    def _follow(self, focused: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self._watcher)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self._watcher)
