"""The lines of a workspace's navigation."""

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


def key_of(number: int) -> str:
    """The key of the page at this place; "" where there are no keys left."""
    return _KEYS[number] if number < len(_KEYS) else ""


class Entry(Button):
    """One line of the navigation: picture, name, and its key at the right."""

    def __init__(self, place: Place, shortcut: str) -> None:
        super().__init__(place.title, "nav", place.icon, shortcut)

    def _write(self) -> None:
        if not hasattr(self, "hint"):
            self.hint, self._note = Text(style="caption"), ""
            self._chip: Text | None = None  # made when there is a note: each label costs 0.2 ms at every sign-in
            self._inside = QHBoxLayout(self)
            self._inside.addStretch(1)
            self._inside.addWidget(self.hint)
        self.setText(say(self._source))
        self.setShortcut(QKeySequence(self._keys))
        self.setToolTip(plain(keys(self._keys)))
        self.hint.setText(str(self._keys).replace("Ctrl+", "^").replace("Shift+", "⇧"))
        self._name_it()
        if self.isVisible():
            self._make_room()

    def _name_it(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (say(self._source), self._note))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Beside a long name there is room for what waits, and not always for the key; the tooltip has it too."""
        bold = QFont(self.font())
        bold.setBold(True)  # as while its page is open
        name = self.iconSize().width() + QFontMetrics(bold).horizontalAdvance(self.text())
        free = self.width() - name - 3 * theme.current().px("gap") - self.fontMetrics().averageCharWidth()
        self.hint.setVisible(not self._note and self.hint.sizeHint().width() < free)

    def note(self, text: str) -> None:
        """What waits there, or the time a pause has left; empty for nothing."""
        if text == self._note:
            return
        self._note = text
        chip = self._made_chip()
        chip.setText(text)
        chip.setVisible(bool(text))
        self._make_room()
        self._name_it()

    def _made_chip(self) -> Text:
        if self._chip is None:
            self._chip = Text(tone="warn")
            self._chip.setProperty("look", "chip")
            self._inside.insertWidget(1, self._chip)
        return self._chip
