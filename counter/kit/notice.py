"""A sentence on a page or a dialog that says what just happened."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.kit.words import Button, Text
from shared.qt import theme
from shared.qt.spoken import announce
from shared.qt.widgets import set_property

_SHOWN_SECONDS = 8


class Notice(QFrame):
    """Shows one sentence for some seconds, or until the next one; hidden otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._text = Text(wrap=True)
        self._worded: Callable[[], str] | None = None
        box = QHBoxLayout(self)
        gap, small = theme.current().px("gap"), theme.current().px("small")
        box.setContentsMargins(gap, small, gap, small)
        box.addWidget(self._text, 1)
        self.row = box
        self._buttons: tuple[Button, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str | Callable[[], str], tone: str = "good", seconds: float = _SHOWN_SECONDS) -> None:
        """Show `text` in a `tone` (good, warn, bad or "") for `seconds`; 0: until the next one.

        A sentence that stays for long is given as a function, called again when the language changes.
        """
        self._worded = None if isinstance(text, str) else text
        self._set_text(text if isinstance(text, str) else text())
        set_property(self, "tone", tone)
        self.show()
        announce(self, self._text.text(), tone)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = ()
        self._timer.stop()
        if seconds:
            self._timer.start(round(seconds * 1000))

    def suggest(self, *buttons: Button) -> None:
        """Put buttons for the next step beside the sentence just shown; they go with it."""
        self._buttons = buttons
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.row.addWidget(button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._worded is not None:
            self._set_text(self._worded())

    def _set_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
