"""The field a customer's own sentence is written in: by the keys on the screen, or by a keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class Sentence(QPlainTextEdit):
    """Holds at most `limit` characters in one paragraph. What does not fit whole is not written at all.

    Nothing is pasted or dropped into it, and no input method opens a window of its own over the locked screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.limit = 0
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
        """How many characters more it takes."""
        return max(0, self.limit - len(self.toPlainText()))

    def write(self, text: Callable[[str], str]) -> None:
        """Put a text where the cursor is; `text` is told what stands before it."""
        cursor = self.textCursor()
        chosen = len(cursor.selectedText())
        added = text(self.toPlainText()[: cursor.selectionStart()])
        if len(added) <= self.left + chosen:
            cursor.insertText(added)
            self.setTextCursor(cursor)

    def erase(self) -> None:
        self.textCursor().deletePreviousChar()
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()  # one paragraph; Escape is the window's
        elif event.text().isprintable() and event.text():
            self.write(lambda _before: event.text())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Paste nothing: the clipboard may hold another customer's text."""
