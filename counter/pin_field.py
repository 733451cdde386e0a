"""The field for a PIN at the sign-in, which knows a badge or another number when it is typed there."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent

from counter.kit.words import TextField

PIN = QT_TRANSLATE_NOOP("Counter", "密码")


class PinField(TextField):
    """Digits, hidden. Emits `other(letter)` for a letter: that is a badge or somebody's number; `other("")` for Esc."""

    other = Signal(str)

    def __init__(self) -> None:
        super().__init__(PIN)
        self.preselected = False
        """Whose PIN it is was chosen, not typed."""
        self.setEchoMode(TextField.EchoMode.Password)
        self.setValidator(QIntValidator(bottom=0))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.other.emit("")  # else the next number would be typed here, and count as this person's wrong PIN
        elif self.preselected and plain and event.text().isalpha():
            self.other.emit(event.text())
        else:
            super().keyPressEvent(event)
