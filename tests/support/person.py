"""Drives a window as a person does: reads its texts, taps by them, types, waits for what appears."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from tests.support import patience
from tests.support.seen import seen

_LOOK_MS = 10
_BETWEEN_KEYS_MS = 2
_POSE_MS = 250  # until what was just done has been read again
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
Field = QLineEdit | QPlainTextEdit | QTextEdit


class Person:
    """Uses one window. Every wait fails after `patience.MS` with the texts that the screen shows."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def tap(self, words: str) -> None:
        """Tap the button that says `words`, once it can be tapped."""
        button = self.waits(lambda: self._button(words), f"a button saying “{words}”")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def taps_last(self, words: str) -> None:
        """Tap `words` in the dialog and wait until it has closed."""
        dialog = self.waits(QApplication.activeModalWidget, "a dialog")
        Person(dialog).tap(words)
        self.waits(lambda: not _open(dialog), f"“{words}” to be done")

    def chooses(self, words: str) -> None:
        """Tap the line of a list in which `words` stand."""
        self.waits(lambda: self._tap_line(words), f"a line with “{words}”")

    def reads(self, words: str) -> str:
        """Wait until `words` stand somewhere on the screen; the whole text they stand in."""
        return self.waits(lambda: next((text for text in self.sees() if words in text), ""), f"the words “{words}”")

    def types(self, text: str, into: str = "") -> None:
        """Type into the field named `into` (its name or hint) instead of what stands there, or where the cursor is."""
        target = self._goes_to(into) if into else QApplication.focusWidget() or self.window
        if text.isascii():
            QTest.keyClicks(target, text, delay=_BETWEEN_KEYS_MS)  # nobody types two keys at once
        else:
            _compose(target, text)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the cursor is. What was just opened is to be seen before: its keys act from then on."""
        passes(_BETWEEN_KEYS_MS)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        passes(_BETWEEN_KEYS_MS)

    def sees(self) -> list[str]:
        """Every text on the screen."""
        shown = self._visible(QWidget)
        labels = [widget.text() for widget in shown if isinstance(widget, QLabel)]
        bars = [widget for widget in shown if isinstance(widget, QTabBar)]
        tabs = [bar.tabText(place) for bar in bars for place in range(bar.count())]
        pages = [widget.toPlainText() for widget in shown if isinstance(widget, QTextEdit) and widget.isReadOnly()]
        return labels + tabs + pages + [_name(button) for button in shown if isinstance(button, QAbstractButton)]

    def photographs(self, file: Path) -> None:
        """A picture of the window as it is now."""
        QTest.qWait(_POSE_MS)
        file.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(file))

    def waits(self, look: Callable[[], T | None], what: str) -> T:
        """Look until there is something; handles events meanwhile, so the screen lives."""
        return patience.until(
            look, lambda: f"{what}; the screen says: {' | '.join(self.sees())}", pause=lambda: passes(_LOOK_MS)
        )

    def _button(self, words: str) -> QAbstractButton | None:
        seen = [button for button in self._visible(QAbstractButton) if words in _name(button)]
        buttons = [button for button in seen if button.isEnabled() and not button.property("off")]
        return min(buttons, key=lambda button: len(_name(button)), default=None)  # the one that says little else

    def _goes_to(self, words: str) -> Field:
        self.waits(lambda: self.field(words), f"a field for “{words}”")
        field = self.field(words)
        assert field
        paper = field if isinstance(field, QLineEdit) else field.viewport()
        QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=QPoint(8, paper.height() // 2))
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        return field

    def _tap_line(self, words: str) -> bool:
        for view in self._visible(QAbstractItemView):
            for place in _cells(view.model()):
                if words in str(place.data() or ""):
                    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(place).center())
                    return True
        return False

    def field(self, words: str) -> Field | None:
        fields: list[Field] = [*self._visible(QLineEdit), *self._visible(QPlainTextEdit), *self._visible(QTextEdit)]
        return next((field for field in fields if words in field.accessibleName() + field.placeholderText()), None)

    def _visible(self, kind: type[W]) -> list[W]:
        tops = [self.window, *(top for top in QApplication.topLevelWidgets() if top.isVisible() and top.isModal())]
        return [widget for top in tops for widget in seen(top) if isinstance(widget, kind)]


def passes(ms: int) -> None:
    """Run the real event loop for so long, as `QTest.qWait` sleeps in steps."""
    loop, timer = QEventLoop(), QTimer(singleShot=True, interval=ms)
    timer.timeout.connect(loop.quit)
    timer.start()
    loop.exec()
    del timer  # first: a receiver that goes before its sender waits for Python's lock while it holds one of Qt's


def _compose(target: QWidget, text: str) -> None:
    """What an input method does with Chinese: the words come at once."""
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(target, composed)


def _cells(model: QAbstractItemModel | None) -> Iterator[QModelIndex]:
    if model is None:  # nothing has been shown yet
        return iter(())
    return (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))


def _open(dialog: QWidget) -> bool:
    return Shiboken.isValid(dialog) and dialog.isVisible()


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()
