"""Shows an event filter what is sent to the widget with the keyboard focus: keys, and the texts of an input method.

An event filter on the application is called for every event of every object: 8 of the 32 ms of CPU from a touched card
to the painted thanks page. Worse, PySide makes a Python object for whatever gets an event: the first one of a class of
Qt that has no Python class of its own made it load all classes derived from QObject, 60 to 110 ms in one call.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusFilter(QObject):
    """Keeps `watcher` installed as event filter on whatever has the focus, from `start` to `stop`."""

    def __init__(self, watcher: QObject) -> None:
        super().__init__(watcher)
        self._watcher, self._running = watcher, False
        self._window: QWindow | None = None
        self._watched: QObject | None = None

    def start(self, inside: QWidget) -> None:
        """Watch the window that `inside` is shown in, and then whichever window of ours becomes the active one.

        The first also while it is not active: without a window manager none is.
        """
        self.stop()
        self._running = True
        self._watch(inside.window().windowHandle())
        _app().focusWindowChanged.connect(self._watch)

    def stop(self) -> None:
        if self._running:
            self._running = False
            _app().focusWindowChanged.disconnect(self._watch)
        self._leave()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window is not self._window:
            self._leave()
            self._window = window
            window.focusObjectChanged.connect(self._follow)
            self._follow(window.focusObject())

    def _leave(self) -> None:
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


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app
