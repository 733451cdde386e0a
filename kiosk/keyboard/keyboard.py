"""A keyboard on the screen: layers of words, figures and letters, and under them what every sentence needs."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.keyboard import vocabulary
from kiosk.keyboard.sentence import Sentence
from shared.qt import theme
from shared.qt.buttons import KeyButton, TouchButton
from shared.qt.translation import Translated
from shared.qt.widgets import set_property

_KEYS = 30  # keys of a layer
_LETTERS_ACROSS = 36  # letters across the keyboard; where a key has room for less, it is in smaller print
_WORDS = ((vocabulary.THINGS, 4, 5), (vocabulary.DOINGS, 4, 5), (vocabulary.FIGURES + vocabulary.TIMES, 5, 5))
_TYPEWRITER_COLUMNS = 10


class _Layer(NamedTuple):
    """What the keys write, how many stand side by side, and how one of them follows what is already written."""

    keys: tuple[object, ...]
    columns: int
    joins: Callable[[str, str], str] = vocabulary.joined


class Keyboard(Translated):
    """Writes into `field`, where its cursor is. A key writes what stands on it, in the language of the screen.

    The keys are made once and relabelled for each layer: building widgets for months grows memory.
    """

    def __init__(self, field: Sentence) -> None:
        super().__init__()
        self._field, self._stands = field, True
        self._joins: Callable[[str, str], str] = vocabulary.joined
        self.layers = [TouchButton("", "layer") for _ in range(4)]
        self.keys = [self._key() for _ in range(_KEYS)]
        self.marks = [self._key() for _ in range(3)]
        self.space, self.erase = KeyButton(look="word"), KeyButton(look="word", icon="backspace")
        self.space.clicked.connect(lambda: field.write(lambda _before: " "))
        self.erase.clicked.connect(field.erase)
        self.erase.setAutoRepeat(True)
        self._grid = QGridLayout()
        self._choose_layers()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(_row((button, 1) for button in self.layers))
        box.addLayout(self._grid, 1)
        box.addLayout(_row([*((mark, 2) for mark in self.marks), (self.space, 3), (self.erase, 3)]))
        for layout in (box, self._grid):
            layout.setSpacing(theme.current().px("small"))
        self.retranslate()

    def start(self) -> None:
        """Begin with the first layer."""
        self.layers[0].setChecked(True)

    def retranslate(self) -> None:
        names = (self.tr("人和事"), self.tr("怎么了"), self.tr("数字时间"), self.tr("字母"))
        for button, name in zip(self.layers, names, strict=True):
            button.setText(name)
        for key, mark in zip(self.marks, (self.tr("，"), self.tr("。"), self.tr("？")), strict=True):
            key.setText(mark)
        self.space.setText(self.tr("空格"))
        self.erase.setAccessibleName(self.tr("删除"))
        self._show_layer()

    def lay_out(self, portrait: bool) -> None:
        self._stands = portrait
        self._show_layer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_layer()  # the layout of the letters depends on the width

    def _choose_layers(self) -> None:
        group = QButtonGroup(self)
        for button in self.layers:
            button.setCheckable(True)
            group.addButton(button)
        self.start()
        group.buttonToggled.connect(lambda _button, on: self._show_layer() if on else None)

    def _key(self) -> KeyButton:
        key = KeyButton(look="word")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.clicked.connect(self._write)  # a lambda that refers to its own key would leak it
        return key

    def _write(self) -> None:
        """Write what stands on the key that was touched."""
        key = self.sender()
        assert isinstance(key, KeyButton)
        self._field.write(lambda before: self._joins(before, key.text()))

    def _layer(self) -> _Layer:
        chosen = next(place for place, button in enumerate(self.layers) if button.isChecked())
        if chosen < len(_WORDS):
            words, standing, lying = _WORDS[chosen]
            return _Layer(tuple(map(vocabulary.shown, words)), standing if self._stands else lying)
        if self._has_room_for(_TYPEWRITER_COLUMNS):
            return _Layer(vocabulary.TYPEWRITER, _TYPEWRITER_COLUMNS, vocabulary.cased)
        return _Layer(vocabulary.ALPHABET, 7, vocabulary.cased)

    def _has_room_for(self, columns: int) -> bool:
        now = theme.current()
        return self.width() >= columns * now.px("touch") + (columns - 1) * now.px("small")

    def _show_layer(self) -> None:
        layer = self._layer()
        self._joins = layer.joins
        long = max(len(str(key)) for key in layer.keys) > _LETTERS_ACROSS // layer.columns
        for place, key in enumerate(self.keys):
            key.setVisible(place < len(layer.keys))
            if place < len(layer.keys):
                self._name(key, str(layer.keys[place]), long)
                self._grid.addWidget(key, place // layer.columns, place % layer.columns)
        for column in range(_KEYS):
            self._grid.setColumnStretch(column, int(column < layer.columns))

    def _name(self, key: KeyButton, text: str, long: bool) -> None:
        """All keys of a layer are in the print of its longest word: none looks less than its neighbours."""
        key.setText(text)
        if key.property("long") is not long:
            set_property(key, "long", long)


def _row(parts: Iterable[tuple[QWidget, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.current().px("small"))
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
