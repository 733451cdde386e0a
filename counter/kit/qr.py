"""A QR code on a page: black on white in any theme, whole pixels for each module, so that every phone reads it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.qt import theme

Modules = tuple[tuple[bool, ...], ...]


class Qr(QWidget):
    """Shows the modules of `shared.codes.qr_matrix`; none: takes no room."""

    def __init__(self) -> None:
        super().__init__()
        side = theme.current().px("nav")
        self.setFixedSize(QSize(side, side))
        self._modules: Modules = ()
        self.hide()

    def show_modules(self, modules: Modules, name: str) -> None:
        """`name` is what it stands for, for screen readers."""
        self._modules = modules
        self.setAccessibleName(name)
        self.setVisible(bool(modules))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        module = min(self.width(), self.height()) // len(self._modules)
        side = module * len(self._modules)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter = QPainter(self)
        painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
        for y, line in enumerate(self._modules):
            for x, dark in enumerate(line):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, Qt.GlobalColor.black)
        painter.end()
