"""The text field of a customer's own sentence, filled by the keys on the screen or by a keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


class Sentence(QPlainTextEdit):
    """Holds at most `limit` characters in one paragraph. A text that does not fit whole is not inserted.

    Pasting and dropping are off; input methods are off because they open windows over the locked screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.limit = 0
        self._words: list[str] = []
        self.setProperty("look", "sentence")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the undo stack would grow for months
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @property
    def text(self) -> str:
        return self.toPlainText().strip()

    @property
    def left(self) -> int:
        """How many more characters fit."""
        return max(0, self.limit - len(self.toPlainText()))

    def write(self, text: Callable[[str], str]) -> None:
        """Insert a text at the cursor; `text` gets the text before the cursor and returns what to insert."""
        cursor = self.textCursor()
        chosen = len(cursor.selectedText())
        added = text(self.toPlainText()[: cursor.selectionStart()])
        if len(added) <= self.left + chosen:
            cursor.insertText(added)
            self.setTextCursor(cursor)
            self._words.append(added)

    def replace(self, text: str) -> None:
        """Replace the whole text, with the cursor at its end."""
        self._words = []
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def erase(self) -> None:
        """Delete the last inserted word, else one character."""
        cursor = self.textCursor()
        word = self._words.pop() if self._words and not cursor.hasSelection() else ""
        if word and self.toPlainText()[: cursor.position()].endswith(word):
            cursor.setPosition(cursor.position() - len(word), QTextCursor.MoveMode.KeepAnchor)
        else:
            self._words = []  # the cursor was moved or a keyboard used: the words before it are unknown
        cursor.deletePreviousChar()
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()  # Enter would begin a second paragraph; the window handles Escape
        elif event.text().isprintable() and event.text():
            self.write(lambda _before: event.text())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Paste nothing: the clipboard may hold another customer's text."""
