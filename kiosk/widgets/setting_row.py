"""One setting of this device, changed by touch alone: its name, what it does, and the value between two keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from shared.qt import theme
from shared.qt.buttons import KeyButton
from shared.qt.widgets import centred, label

_NAME_SHARE, _VALUE_SHARE = 3, 2  # of the width


class SettingRow(QWidget):
    """Emits `stepped(by)`: 1 for the next value, -1 for the previous."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        now = theme.current()
        self.name, self.about = label(style="strong"), label(style="soft")
        self.value = centred(label(style="lead"))
        self.less, self.more = KeyButton("‹"), KeyButton("›")
        for key, by in ((self.less, -1), (self.more, 1)):
            key.setAutoRepeat(True)
            key.clicked.connect(lambda _checked=False, by=by: self.stepped.emit(by))
        words, control = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(now.px("tight"))
        words.addWidget(self.name)
        words.addWidget(self.about)
        control.setSpacing(now.px("small"))
        control.addWidget(self.less)
        control.addWidget(self.value, 1)
        control.addWidget(self.more)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(now.px("gap"))
        self._box.addLayout(words, _NAME_SHARE)
        self._box.addLayout(control, _VALUE_SHARE)

    def show_texts(self, name: str, about: str, value: str, less: str, more: str) -> None:
        """`less` and `more` are what a screen reader says of the keys."""
        self.name.setText(name)
        self.about.setText(about)
        self.value.setText(value)
        self.value.setAccessibleName(f"{name}：{value}")
        self.less.setAccessibleName(less)
        self.more.setAccessibleName(more)
        for part in (self.name, self.about, self.value):
            part.ensurePolished()

    def measure(self) -> None:
        """Lay out at once, because the page measures how many rows fit before Qt would."""
        self._box.activate()
        self.updateGeometry()
