"""A keyboard on the screen: layers of words, figures, Pinyin and letters, under them what every sentence needs."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.keyboard import vocabulary
from kiosk.keyboard.candidates import CandidateStrip
from kiosk.keyboard.composition import Composition
from kiosk.keyboard.pinyin import Candidate, Table
from kiosk.keyboard.sentence import Sentence
from shared.qt import reading_order, theme
from shared.qt.buttons import KeyButton, TouchButton
from shared.qt.translation import Translated
from shared.qt.widgets import set_property

_KEYS = 30  # keys of a layer
_LETTERS_ACROSS = 36  # letters across the keyboard; where a key has room for less, it is in smaller print
_WORDS = ((vocabulary.THINGS, 4, 5), (vocabulary.DOINGS, 4, 5), (vocabulary.FIGURES + vocabulary.TIMES, 5, 5))
_PINYIN = len(_WORDS) + 1  # the last layer
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
        self.composition, self.candidates = Composition(), CandidateStrip()
        self.candidates.chosen.connect(self._take)
        self.layers = [TouchButton("", "layer") for _ in range(_PINYIN + 1)]
        self.keys = [self._key() for _ in range(_KEYS)]
        self.marks = [self._key() for _ in range(3)]
        self.space, self.erase = KeyButton(look="word"), KeyButton(look="word", icon="backspace")
        self.wipe = KeyButton(look="word")
        self.wipe.clicked.connect(self._wipe)
        self._wiped = ""
        field.textChanged.connect(self._name_wipe)
        self.space.clicked.connect(self._space)
        self.erase.clicked.connect(self._erase)
        self.erase.setAutoRepeat(True)
        self._grid = QGridLayout()
        self._choose_layers()
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(_row((button, 1) for button in self.layers))
        box.addWidget(self.candidates)
        box.addLayout(self._grid, 1)
        box.addLayout(_row([*((mark, 2) for mark in self.marks), (self.space, 3), (self.wipe, 3), (self.erase, 3)]))
        for layout in (box, self._grid):
            layout.setSpacing(theme.current().px("small"))
        self.retranslate()

    def start(self) -> None:
        """Begin with the first layer, and nothing of whoever wrote before."""
        self._wiped = ""
        self.composition.forget()
        self.layers[0].setChecked(True)
        self._show_composition()

    def set_table(self, table: Table | None) -> None:
        """The words of Pinyin; None for as long as they are not read, or needed no more."""
        self.composition.set_table(table)
        self._show_composition()

    def offer_pinyin(self, there: bool) -> None:
        """Whether this installation has the words at all."""
        self.layers[_PINYIN].setVisible(there)

    def finish(self) -> None:
        """Write what the letters most likely mean, as the space bar would; drop letters that mean nothing."""
        while self.composition.candidates:
            self._take(self.composition.candidates[0])
        self.composition.clear()
        self._show_composition()

    def retranslate(self) -> None:
        names = (self.tr("人和事"), self.tr("怎么了"), self.tr("数字时间"), self.tr("字母"), self.tr("拼音"))
        for button, name in zip(self.layers, names, strict=True):
            button.setText(name)
        for key, mark in zip(self.marks, (self.tr("，"), self.tr("。"), self.tr("？")), strict=True):
            key.setText(mark)
        self.space.setText(self.tr("空格"))
        self.erase.setAccessibleName(self.tr("删除"))
        self._name_wipe()
        self._show_layer()

    def lay_out(self, portrait: bool) -> None:
        self._stands = portrait
        self.candidates.lay_out(portrait)
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
        group.buttonToggled.connect(lambda _button, on: self._change_layer() if on else None)

    def _key(self) -> KeyButton:
        key = KeyButton(look="word")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.clicked.connect(self._write)  # a lambda that refers to its own key would leak it
        return key

    def _write(self) -> None:
        """Write what stands on the key that was touched."""
        key = self.sender()
        assert isinstance(key, KeyButton)
        if self._is_pinyin and key in self.keys:
            self.composition.type(key.text().lower())
            self._show_composition()
            return
        self.finish()
        self._field.write(lambda before: self._joins(before, key.text()))

    def _take(self, candidate: Candidate) -> None:
        text = self.composition.choose(candidate)
        self._field.write(lambda _before: text)
        self._show_composition()

    def _space(self) -> None:
        """Of Pinyin it takes the first candidate, as on any Chinese keyboard."""
        if self.composition.candidates:
            self._take(self.composition.candidates[0])
        else:
            self._field.write(lambda _before: " ")

    def _erase(self) -> None:
        """First the letters of Pinyin, then what was written."""
        if self.composition.typed:
            self.composition.erase()
            self._show_composition()
        else:
            self._field.erase()

    def _wipe(self) -> None:
        """Take everything back at once; the same key brings it again, until something else is written."""
        restored, self._wiped = self._wiped, "" if self._wiped else self._field.toPlainText()
        self.composition.clear()
        self._show_composition()
        self._field.replace(restored)

    def _name_wipe(self) -> None:
        if self._field.toPlainText():
            self._wiped = ""
        self.wipe.setText(self.tr("恢复") if self._wiped else self.tr("清空"))

    def _show_composition(self) -> None:
        self.candidates.show_candidates(self.composition.spelt, self.composition.candidates)

    def _change_layer(self) -> None:
        self.finish()
        self._show_layer()

    @property
    def _is_pinyin(self) -> bool:
        return self.layers[_PINYIN].isChecked()

    def _layer(self) -> _Layer:
        chosen = next(place for place, button in enumerate(self.layers) if button.isChecked())
        if chosen < len(_WORDS):
            words, standing, lying = _WORDS[chosen]
            return _Layer(tuple(map(vocabulary.shown, words)), standing if self._stands else lying)
        if self._has_room_for(_TYPEWRITER_COLUMNS):
            typewriter = vocabulary.PINYIN if self._is_pinyin else vocabulary.TYPEWRITER
            return _Layer(typewriter, _TYPEWRITER_COLUMNS, vocabulary.cased)
        return _Layer(vocabulary.PINYIN_ALPHABET if self._is_pinyin else vocabulary.ALPHABET, 7, vocabulary.cased)

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
        self.candidates.setVisible(self._is_pinyin)
        self._fit_candidates()
        reading_order.arrange_soon(self)

    def _fit_candidates(self) -> None:
        """Two rows of them on a standing screen, if that leaves every key its size."""
        if self._is_pinyin and self._stands:
            for rows in (2, 1):
                self.candidates.set_rows(rows)
                self._box.invalidate()
                if self._box.minimumSize().height() <= self.height():
                    break

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
