"""One entry of the workspace's navigation, and the shortcuts of the entries."""

from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from counter.kit.place import Place
from counter.kit.words import Button, Text, keys, say
from shared.qt import theme
from shared.qt.tips import plain

_KEYS = (
    *(f"Ctrl+{(place + 1) % 10}" for place in range(10)),
    *(f"Ctrl+Shift+{(place + 1) % 10}" for place in range(10)),
    *(f"Ctrl+F{place}" for place in range(1, 13)),
    *(f"Ctrl+Shift+F{place}" for place in range(1, 13)),
)


def shortcut_of(number: int) -> str:
    """The shortcut of the entry at this place, from 0; "" beyond the last one."""
    return _KEYS[number] if number < len(_KEYS) else ""


class Entry(Button):
    """A button with icon, name and, at the right, its shortcut or a note."""

    def __init__(self, place: Place, shortcut: str) -> None:
        super().__init__(place.title, "nav", place.icon, shortcut)

    def _write(self) -> None:
        if not hasattr(self, "hint"):
            self.hint, self._note = Text(style="caption"), ""
            self._chip: Text | None = None  # made with the first note: each label costs 0.2 ms at every sign-in
            self._inside = QHBoxLayout(self)
            self._inside.addStretch(1)
            self._inside.addWidget(self.hint)
        self.setText(say(self._source))
        self.setShortcut(QKeySequence(self._keys))
        self.setToolTip(plain(keys(self._keys)))
        self.hint.setText(str(self._keys).replace("Ctrl+", "^").replace("Shift+", "⇧"))
        self._update_accessible_name()
        if self.isVisible():
            self._update_key_hint()

    def _update_accessible_name(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (say(self._source), self._note))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_key_hint()

    def _update_key_hint(self) -> None:
        """Show the shortcut where name and note leave room for it; the tooltip always has it."""
        bold = QFont(self.font())
        bold.setBold(True)  # the entry of the open page is bold
        name = self.iconSize().width() + QFontMetrics(bold).horizontalAdvance(self.text())
        free = self.width() - name - 3 * theme.current().px("gap") - self.fontMetrics().averageCharWidth()
        self.hint.setVisible(not self._note and self.hint.sizeHint().width() < free)

    def note(self, text: str) -> None:
        """Show a count of waiting items or the time left of a pause; "" for nothing."""
        if text == self._note:
            return
        self._note = text
        chip = self._chip_label()
        chip.setText(text)
        chip.setVisible(bool(text))
        self._update_key_hint()
        self._update_accessible_name()

    def _chip_label(self) -> Text:
        if self._chip is None:
            self._chip = Text(tone="warn")
            self._chip.setProperty("look", "chip")
            self._inside.insertWidget(1, self._chip)
        return self._chip
