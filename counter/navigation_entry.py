"""One entry of the workspace's navigation, and the shortcuts of the entries."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
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

    _note = ""
    _chip: Text | None = None
    """Made with the first note: each label costs 0.2 ms at every sign-in."""

    def __init__(self, place: Place, shortcut: str) -> None:
        super().__init__(place.title, "nav", place.icon, shortcut)

    def _write(self) -> None:
        self.setText(say(self._source))
        self.setShortcut(QKeySequence(self._keys))
        self.setToolTip(plain(keys(self._keys)))
        self._update_accessible_name()

    def _update_accessible_name(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (say(self._source), self._note))))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if place := self.key_hint_place():
            painter = QPainter(self)
            painter.setFont(self._key_hint_font())
            painter.setPen(theme.current().colour("ink_soft"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._key_hint())
            painter.end()

    def key_hint_place(self) -> QRect:
        """Where the shortcut is painted; empty where name or note leave no room for it. The tooltip always has it."""
        bold = QFont(self.font())
        bold.setBold(True)  # the entry of the open page is bold
        gap = theme.current().px("gap")
        hint = QFontMetrics(self._key_hint_font()).horizontalAdvance(self._key_hint())
        name = self.iconSize().width() + QFontMetrics(bold).horizontalAdvance(self.text())
        free = self.width() - name - 3 * gap - self.fontMetrics().averageCharWidth()
        return QRect(self.width() - gap - hint, 0, hint, self.height()) if not self._note and hint < free else QRect()

    def _key_hint(self) -> str:
        return str(self._keys).replace("Ctrl+", "^").replace("Shift+", "⇧")

    def _key_hint_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("caption"))
        return font

    def note(self, text: str) -> None:
        """Show a count of waiting items or the time left of a pause; "" for nothing."""
        if text == self._note:
            return
        self._note = text
        chip = self._chip_label()
        chip.setText(text)
        chip.setVisible(bool(text))
        self.update()
        self._update_accessible_name()

    def _chip_label(self) -> Text:
        if self._chip is None:
            self._chip = Text(tone="warn")
            self._chip.setProperty("look", "chip")
            box = QHBoxLayout(self)
            box.setContentsMargins(0, 0, theme.current().px("gap"), 0)
            box.addStretch(1)
            box.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)  # squeezed, it loses its round corners
        return self._chip
