"""A pad for PINs, phone and staff numbers: ten large keys, a display, erase; letters on a second layer where asked for.

Works by touch and by keyboard.
"""

from collections.abc import Callable
from unicodedata import normalize

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.buttons import KeyButton
from shared.qt.widgets import label

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase")
_COLUMNS = 3
_LETTERS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ-", "", "", "123", "", "erase")
_LETTER_COLUMNS = 8  # as many rows as the digits have


_LAYERS = ("123", "ABC")


class PinPad(QWidget):
    """Collects up to `digits` digits, with `letters` also A to Z and the dash of staff numbers.

    `hidden` shows dots, else `grouped` says how they are shown.

    `changed(text)` comes after every key, `complete(text)` when all digits are there.
    """

    complete = Signal(str)
    changed = Signal(str)

    def __init__(
        self, digits: int, hidden: bool = True, *, letters: bool = False, grouped: Callable[[str], str] = str
    ) -> None:
        super().__init__()
        self._letters, self._grouped = letters, grouped
        self._digits, self._hidden, self._text = digits, hidden, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = label(style="display", wrap=False)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        box.addWidget(self._shown)
        self.keys: dict[str, KeyButton] = {}
        """By what they type; `erase` deletes, `ABC` and `123` change the layer."""
        self._layers = QStackedLayout()
        box.addLayout(self._layers)
        self._add_layer([key or "ABC" for key in _KEYS] if letters else list(_KEYS), _COLUMNS)
        if letters:
            self._add_layer(list(_LETTERS), _LETTER_COLUMNS)
        self._show()

    @property
    def text(self) -> str:
        return self._text

    def clear(self) -> None:
        self._layers.setCurrentIndex(0)
        self._set("")

    def fill(self, text: str) -> None:
        """Show these digits as if they had been typed before."""
        self._set(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = normalize("NFKC", event.text()).upper()
        if self._takes(typed):
            self._press(typed)
        elif event.key() == Qt.Key.Key_Backspace:
            self._press("erase")
        else:
            super().keyPressEvent(event)

    def _takes(self, typed: str) -> bool:
        return len(typed) == 1 and typed.isascii() and (typed.isdigit() or (self._letters and typed in _LETTERS))

    def _add_layer(self, keys: list[str], columns: int) -> None:
        layer = QWidget()
        grid = QGridLayout(layer)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.current().px("gap"))
        for place, key in enumerate(keys):
            if key:
                button = self._key(key)
                self.keys.setdefault(key, button)
                grid.addWidget(button, place // columns, place % columns)
        self._layers.addWidget(layer)

    def _key(self, key: str) -> KeyButton:
        button = KeyButton("" if key == "erase" else key, icon="backspace" if key == "erase" else "")
        button.setAccessibleName(self.tr("删除") if key == "erase" else key)
        button.clicked.connect(lambda: self._press(key))
        return button

    def _press(self, key: str) -> None:
        if key in _LAYERS:
            self._layers.setCurrentIndex(_LAYERS.index(key))
        elif key == "erase":
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
