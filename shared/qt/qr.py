"""A QR code on the screen: black on white in every theme, whole pixels per module, so that any phone reads it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.qt import theme


class QrCode(QWidget):
    """`show_text(text, name)` draws it; "" draws nothing and takes no room."""

    def __init__(self) -> None:
        super().__init__()
        side = theme.current().px("symbol") * 2
        self.setMinimumSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._text = ""
        self._modules: Sequence[Sequence[bool]] = ()
        self.hide()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def show_text(self, text: str, name: str = "") -> None:
        """`name` says what the code is, for screen readers."""
        from shared.device import qr  # late: no part of the first frame

        if text != self._text:
            self._text, self._modules = text, qr.matrix(text) if text else ()
        self.setAccessibleName(name)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        module = min(self.width(), self.height()) // len(self._modules)
        side = module * len(self._modules)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter = QPainter(self)
        painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, Qt.GlobalColor.black)
        painter.end()
