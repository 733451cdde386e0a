"""The base of the pages on which customers type digits: the pad, its purpose, the buttons below."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.pages.page import Heading, Kiosk, Page
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.pin_pad import PinPad
from shared.qt.widgets import Symbol, centred, label

R = TypeVar("R")


class DigitsPage(Page[R, str]):
    """At most `digits` digits. `send` is enabled once there is one; `others` are placed between the pad and `send`.

    A symbol and `words` tell the purpose: above the pad on a portrait screen, beside it on a landscape one.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        digits: int,
        symbol: Symbol,
        send: TouchButton,
        *others: TouchButton,
        grouped: Callable[[str], str] = str,
    ) -> None:
        super().__init__(kiosk)
        self.heading = Heading(kiosk)
        self.words = centred(label(style="lead"))
        self.pad, self.send, self._others = PinPad(digits, hidden=False, grouped=grouped), send.tall(), others
        self.setFocusProxy(self.pad)
        self.pad.changed.connect(lambda text: self.send.setEnabled(bool(text)))
        self._purpose = self._purpose_box(symbol)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().px("gap"))
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.send))

    def _purpose_box(self, symbol: Symbol) -> QWidget:
        box_widget = QWidget()
        box = QVBoxLayout(box_widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("tight"))
        box.addStretch(1)
        box.addWidget(symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.words)
        box.addStretch(1)
        return box_widget

    def show_for(self, request: R) -> None:
        self.pad.clear()
        self.setEnabled(True)
        self.retranslate()

    def keep(self) -> str:
        return self.pad.text

    def restore(self, request: R, kept: str) -> None:
        self.show_for(request)
        self.pad.fill(kept)

    def lay_out(self, portrait: bool) -> None:
        below = self._others if portrait else (*self._others, self.send)
        self._grid.addWidget(self._purpose, 0, 0)
        if portrait:
            self._grid.addWidget(self.pad, 1, 0)
        else:
            self._grid.addWidget(self.pad, 0, 1, 1 + len(below), 1)
        for row, button in enumerate(below, start=2 if portrait else 1):
            self._grid.addWidget(button, row, 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)
