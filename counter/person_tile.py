"""A tile of the sign-in for one of the last people who signed in at this PC."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout

from counter.kit.words import Button, Text
from shared.domain.names import lines as name_lines
from shared.qt import theme
from shared.qt.boxes import row
from shared.qt.widgets import Avatar


class PersonTile(Button):
    """Face, name and shortcut of a person."""

    def __init__(self, name: str, photo: bytes | None, number: str, shortcut: str) -> None:
        self._name = f"{name} {number}"
        super().__init__("", "tile", shortcut=shortcut)
        face = Avatar(name, photo, theme.current().px("logo"), number)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for text, style in (("\n".join(name_lines(name)), "strong"), (shortcut, "caption")):
            shown = Text(style=style)
            shown.setText(text)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(shown)
        box = row(face)
        box.addLayout(texts)
        box.addStretch(1)
        small = theme.current().px("small")
        box.setContentsMargins(small, small, small, small)
        self.setLayout(box)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint().expandedTo(super().sizeHint()) if inside else super().sizeHint()

    def _write(self) -> None:
        self.setShortcut(self._keys)
        self.setAccessibleName(self._name)
