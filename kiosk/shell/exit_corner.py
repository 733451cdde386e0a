"""The corner of the screen that opens the staff page when it is held down."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from shared.qt import theme


class HoldArea(QWidget):
    """An invisible corner that calls `held` after it was held down for `seconds`."""

    def __init__(self, parent: QWidget, held: Callable[[], None], seconds: float = 3) -> None:
        super().__init__(parent)
        side = theme.current().px("vast") * 2
        self.setFixedSize(side, side)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._timer.start()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._timer.stop()
        event.accept()
