"""The field for a PIN at the sign-in; tells apart a PIN from a badge or a staff number typed into it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent

from counter.kit.words import TextField

PIN = QT_TRANSLATE_NOOP("Counter", "密码")


class PinField(TextField):
    """Hidden digits. Emits `other(letter)` for a letter: a badge or staff number begins; `other("")` for Esc."""

    other = Signal(str)

    def __init__(self) -> None:
        super().__init__(PIN)
        self.preselected = False
        """The person was chosen by a tile, not typed."""
        self.setEchoMode(TextField.EchoMode.Password)
        self.setValidator(QIntValidator(bottom=0))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.other.emit("")  # otherwise the next staff number typed counts as a wrong PIN of this person
        elif self.preselected and plain and event.text().isalpha():
            self.other.emit(event.text())
        else:
            super().keyPressEvent(event)
