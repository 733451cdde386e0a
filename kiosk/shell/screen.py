"""What the kiosk's window and the hall's sign have in common: a whole screen on the product's warm ground."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from shared.qt import theme


class Shell(QWidget):
    """A window for one screen, built for its size. `painted` comes once, after the first frame."""

    painted = Signal()
    told = Signal(object)  # news of the courier, from its own thread

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shell")
        theme.dress(self)
        self._shown_once = False
        self._built_for = QSize()
        self._inside: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a long text never makes the window grow

    def rebuild(self) -> None:
        """Build everything anew for the size the window has now; ends in `fill`."""
        raise NotImplementedError

    @property
    def is_filled(self) -> bool:
        """Whether there is anything inside yet."""
        return self._inside is not None

    def fill(self, inside: QWidget) -> None:
        """Put `inside` in the place of what filled the window before."""
        old, self._inside = self._inside, inside
        self._box.addWidget(inside)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            inside.show()
            old.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != self._built_for:
            self._built_for = event.size()
            self.rebuild()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        light = QLinearGradient(0, 0, 0, self.height())
        light.setColorAt(0, now.colour("ground"))
        light.setColorAt(1, now.colour("ground_low"))
        painter.fillRect(self.rect(), light)
        painter.end()
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self.painted.emit)
