"""A numeric pad for PINs and phone numbers: ten large keys, a display, erase. Works by touch and by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.buttons import KeyButton
from shared.qt.widgets import label

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase")
_COLUMNS = 3


class PinPad(QWidget):
    """Collects up to `digits` digits; `hidden` shows dots, else `grouped` says how they are shown.

    `changed(text)` comes after every key, `complete(text)` when all digits are there.
    """

    complete = Signal(str)
    changed = Signal(str)

    def __init__(self, digits: int, hidden: bool = True, grouped: Callable[[str], str] = str) -> None:
        super().__init__()
        self._grouped = grouped
        self._digits, self._hidden, self._text = digits, hidden, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = label(style="display", wrap=False)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        box.addWidget(self._shown)
        box.addLayout(self._keys())
        self._show()

    @property
    def text(self) -> str:
        return self._text

    def clear(self) -> None:
        self._set("")

    def fill(self, text: str) -> None:
        """Stand as it stood with these digits; nobody types them now."""
        self._set(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isdigit():
            self._press(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._press("erase")
        else:
            super().keyPressEvent(event)

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("gap"))
        self.keys = {key: self._key(key) for key in _KEYS if key}
        for place, key in enumerate(_KEYS):
            if key:
                grid.addWidget(self.keys[key], place // _COLUMNS, place % _COLUMNS)
        return grid

    def _key(self, key: str) -> KeyButton:
        button = KeyButton("" if key == "erase" else key, icon="backspace" if key == "erase" else "")
        button.setAccessibleName(self.tr("删除") if key == "erase" else key)
        button.clicked.connect(lambda: self._press(key))
        return button

    def _press(self, key: str) -> None:
        if key == "erase":
            self._set(self._text[:-1])
        elif len(self._text) < self._digits:
            self._set(self._text + key)
            if len(self._text) == self._digits:
                self.complete.emit(self._text)

    def _set(self, text: str) -> None:
        self._text = text
        self._show()
        self.changed.emit(text)

    def _show(self) -> None:
        if self._hidden:
            self._shown.setText(" ".join("●" if i < len(self._text) else "○" for i in range(self._digits)))
        else:
            self._shown.setText(self._grouped(self._text) or "—")
