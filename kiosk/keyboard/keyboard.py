"""The on-screen keyboard: layers of words, figures, letters and Pinyin, with punctuation, space and erase below."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.keyboard import vocabulary
from kiosk.keyboard.candidates import CandidateStrip
from kiosk.keyboard.composition import Composition
from kiosk.keyboard.pinyin import Candidate, WordTable
from kiosk.keyboard.sentence import Sentence
from shared.qt import reading_order, theme
from shared.qt.buttons import KeyButton, TouchButton
from shared.qt.translation import Translated
from shared.qt.widgets import set_property

_KEYS = 30  # keys of a layer
_ROW_CHARACTERS = 36  # characters across the keyboard; longer texts are in a smaller font
_WORDS = ((vocabulary.NOUNS, 4, 5), (vocabulary.VERBS, 4, 5), (vocabulary.DIGITS + vocabulary.TIMES, 5, 5))
_PINYIN = len(_WORDS) + 1  # the last layer
_TYPEWRITER_COLUMNS = 10


class _Layer(NamedTuple):
    """The texts of the keys, the number of columns, and how a text is joined to what is written."""

    keys: tuple[object, ...]
    columns: int
    joins: Callable[[str, str], str] = vocabulary.joined


class Keyboard(Translated):
    """Writes into `field` at its cursor; a key writes its own text. Emits `composed` when the Pinyin letters change.

    The keys are made once and relabelled for each layer: widgets made anew for months would grow memory.
    """

    composed = Signal()

    def __init__(self, field: Sentence) -> None:
        super().__init__()
        self._field, self._portrait = field, True
        self._joins: Callable[[str, str], str] = vocabulary.joined
        self.composition, self.candidates = Composition(), CandidateStrip()
        self.candidates.chosen.connect(self._write_candidate)
        self.layers = [TouchButton("", "layer") for _ in range(_PINYIN + 1)]
        self.keys = [self._key() for _ in range(_KEYS)]
        self.marks = [self._key() for _ in range(3)]
        self.space, self.erase = KeyButton(look="word"), KeyButton(look="word", icon="backspace")
        self.clear_key = KeyButton(look="word")
        self.clear_key.clicked.connect(self._clear_or_restore)
        self._cleared_text = ""
        field.textChanged.connect(self._update_clear_key)
        self.space.clicked.connect(self._on_space)
        self.erase.clicked.connect(self._on_erase)
        self.erase.setAutoRepeat(True)
        self._grid = QGridLayout()
        self._choose_layers()
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(_row((button, 1) for button in self.layers))
        box.addWidget(self.candidates)
        box.addLayout(self._grid, 1)
        box.addLayout(
            _row([*((mark, 2) for mark in self.marks), (self.space, 3), (self.clear_key, 3), (self.erase, 3)])
        )
        for layout in (box, self._grid):
            layout.setSpacing(theme.current().px("small"))
        self.retranslate()

    def start(self) -> None:
        """Show the first layer and clear what the last customer typed."""
        self._cleared_text = ""
        self.composition.reset()
        self.layers[0].setChecked(True)
        self._show_composition()

    def set_table(self, table: WordTable | None) -> None:
        """Set the Pinyin table; None while it is not loaded."""
        self.composition.set_table(table)
        self._show_composition()

    def show_pinyin_layer(self, available: bool) -> None:
        """Show the Pinyin layer if this installation has its table."""
        self.layers[_PINYIN].setVisible(available)

    def finish(self) -> None:
        """Write the first candidates of the letters left, as the space bar would; drop letters without candidates."""
        while self.composition.candidates:
            self._write_candidate(self.composition.candidates[0])
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
        self._update_clear_key()
        self._show_layer()

    def lay_out(self, portrait: bool) -> None:
        self._portrait = portrait
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
        """Write the text of the touched key; in the Pinyin layer add its letter."""
        key = self.sender()
        assert isinstance(key, KeyButton)
        if self._is_pinyin and key in self.keys:
            self.composition.type(key.text().lower())
            self._show_composition()
            return
        self.finish()
        self._field.write(lambda before: self._joins(before, key.text()))

    def _write_candidate(self, candidate: Candidate) -> None:
        text = self.composition.choose(candidate)
        self._field.write(lambda _before: text)
        self._show_composition()

    def _on_space(self) -> None:
        """Write the first candidate, as on any Pinyin keyboard, or a space."""
        if self.composition.candidates:
            self._write_candidate(self.composition.candidates[0])
        else:
            self._field.write(lambda _before: " ")

    def _on_erase(self) -> None:
        """Erase a Pinyin letter if there is one, else a character of the text."""
        if self.composition.typed:
            self.composition.erase()
            self._show_composition()
        else:
            self._field.erase()

    def _clear_or_restore(self) -> None:
        """Clear the text; the same key restores it until something else is written."""
        restored, self._cleared_text = self._cleared_text, "" if self._cleared_text else self._field.toPlainText()
        self.composition.clear()
        self._show_composition()
        self._field.replace(restored)

    def _update_clear_key(self) -> None:
        if self._field.toPlainText():
            self._cleared_text = ""
        self.clear_key.setText(self.tr("恢复") if self._cleared_text else self.tr("清空"))

    def _show_composition(self) -> None:
        self.candidates.show_candidates(self.composition.spelt, self.composition.candidates)
        self.composed.emit()

    def _change_layer(self) -> None:
        self.finish()
        self._show_layer()

    @property
    def _is_pinyin(self) -> bool:
        return self.layers[_PINYIN].isChecked()

    def _layer(self) -> _Layer:
        chosen = next(place for place, button in enumerate(self.layers) if button.isChecked())
        if chosen < len(_WORDS):
            words, portrait_columns, landscape_columns = _WORDS[chosen]
            return _Layer(
                tuple(map(vocabulary.shown, words)), portrait_columns if self._portrait else landscape_columns
            )
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
        long = max(len(str(key)) for key in layer.keys) > _ROW_CHARACTERS // layer.columns
        for place, key in enumerate(self.keys):
            key.setVisible(place < len(layer.keys))
            if place < len(layer.keys):
                self._label(key, str(layer.keys[place]), long)
                self._grid.addWidget(key, place // layer.columns, place % layer.columns)
        for column in range(_KEYS):
            self._grid.setColumnStretch(column, int(column < layer.columns))
        self.candidates.setVisible(self._is_pinyin)
        self._fit_candidates()
        reading_order.arrange_soon(self)

    def _fit_candidates(self) -> None:
        """Show two rows of candidates in portrait, if all keys keep their size."""
        if self._is_pinyin and self._portrait:
            for rows in (2, 1):
                self.candidates.set_rows(rows)
                self._box.invalidate()
                if self._box.minimumSize().height() <= self.height():
                    break

    def _label(self, key: KeyButton, text: str, long: bool) -> None:
        """Label a key; all keys of a layer use the font size of its longest text."""
        key.setText(text)
        if key.property("long") is not long:
            set_property(key, "long", long)


def _row(parts: Iterable[tuple[QWidget, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.current().px("small"))
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
