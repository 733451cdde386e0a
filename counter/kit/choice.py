"""A drop-down, chosen from or typed into: typed text is matched when the value is read, never guessed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from counter.kit.words import listed, say

_NOTHING = QT_TRANSLATE_NOOP("Counter", "请输入或选择一项。")
_UNKNOWN = QT_TRANSLATE_NOOP("Counter", "没有找到“{typed}”，请输入工号或姓名，或从列表中选择。")
_SEVERAL = QT_TRANSLATE_NOOP("Counter", "“{typed}”可以指 {these}，请写得更清楚。")
_NAMED = 3


class Choice(QComboBox):
    """A drop-down whose values keep their type: Qt's own item data would turn an enum into its text.

    Emits `submitted` for Ctrl+Enter in the list of suggestions, which Qt would swallow.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # many are filled after they are shown
        self._values: tuple[Any, ...] = ()

    def refill(self, options: Mapping[Any, str], otherwise: Any = None) -> None:
        """Replace the entries; the same value stays chosen; where that is gone, `otherwise` or the first."""
        chosen = self.currentData() if self.currentData() in options else otherwise
        before = dict(zip(self._values, map(self.itemText, range(self.count())), strict=True))
        self.blockSignals(True)
        if self.isEditable() or list(before.items()) != list(options.items()):  # Qt would lay out the page anew
            self.clear()
            self._values = tuple(options)
            self.addItems(list(options.values()))
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)
        self.blockSignals(False)

    def allow_typing(self, hint: object) -> None:
        """Make it editable with suggestions for any part of an entry; at first nothing is chosen."""
        line, offers = QLineEdit(), QCompleter(self.model(), self)
        line.setPlaceholderText(say(hint))
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(offers)
        popup = offers.popup()
        assert popup is not None
        popup.installEventFilter(self)
        self.setCurrentIndex(-1)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:
        """The value meant; None if unclear. From the text, as Qt updates its index only when the field is left."""
        places = self._matches()
        return self._values[places[0]] if len(places) == 1 else None

    def unclear(self) -> str:
        """Why the typed text matches no or several entries, as a sentence; "" if it is clear."""
        if not self.isEditable() or len(places := self._matches()) == 1:
            return ""
        typed, these = self.currentText().strip(), [self.itemText(place) for place in places]
        if not typed:
            return say(_NOTHING)
        if not these:
            return say(_UNKNOWN).format(typed=typed)
        more = ["…"] if len(these) > _NAMED else []
        return say(_SEVERAL).format(typed=typed, these=listed([*these[:_NAMED], *more]))

    def findData(self, data: Any, *_: Any) -> int:
        return self._values.index(data) if data in self._values else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and isinstance(event, QKeyEvent) and _is_submit(event):
            watched.hide()
            self.submitted.emit()
            return True
        return super().eventFilter(watched, event)

    def _matches(self) -> list[int]:
        """The indexes that match the text: the whole entry, else a word of it (a number, a name), else any part."""
        if not self.isEditable():
            return [self.currentIndex()] if self.currentIndex() >= 0 else []
        typed = self.currentText().strip().casefold()
        texts = [self.itemText(place).casefold() for place in range(self.count())]
        for fits in (typed.__eq__, lambda text: typed in text.split(), lambda text: typed in text):
            if typed and (found := [place for place, text in enumerate(texts) if fits(text)]):
                return found
        return []


def choice(options: Mapping[Any, str]) -> Choice:
    """Make a drop-down from value -> text."""
    box = Choice()
    box.refill(options)
    return box


def refill(box: Choice, options: Mapping[Any, str], otherwise: Any = None) -> None:
    """Other texts or values, the same one chosen; where that is gone, `otherwise` or the first."""
    box.refill(options, otherwise)


def _is_submit(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    pressed = enter and event.type() == QEvent.Type.KeyPress
    return pressed and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
