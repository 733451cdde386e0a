"""Notices that the screen is touched, wherever: on the native window, which gets all input before its widgets."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

_TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress}


class Touches(QObject):
    """Emits `touched` for each touch, click or key in the window given to `watch`."""

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        """Kept: otherwise PySide would make a new Python object of it for each event."""

    def watch(self, window: QWindow | None) -> None:
        """Watch this native window; it exists once its widget is shown."""
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched.emit()
        return False
