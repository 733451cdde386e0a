"""Texts that translate themselves: labels, buttons and fields that know their Chinese and write it anew on a switch.

Their Chinese is marked `QT_TRANSLATE_NOOP("Counter", …)` where it is written; texts with figures in them use `tr()`.
"""

import re
from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShortcutEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from counter.kit import page_change
from shared.qt.buttons import TouchButton
from shared.qt.tips import plain
from shared.qt.widgets import set_property

_COMMA = QT_TRANSLATE_NOOP("Counter", "、")
_LONG_WORD = re.compile(r"[!-~]{20}(?=[!-~])")
_MAY_BREAK = "\u200b"


def say(source: object) -> str:
    """The text in the language of the screen."""
    return QCoreApplication.translate("Counter", str(source)) if source else ""


def listed(parts: Iterable[str]) -> str:
    """Several words in a row, with the comma of the language."""
    return say(_COMMA).join(parts)


Shortcut = str | QKeySequence.StandardKey
"""A key of our own, or one that every program of this system has for the same thing."""
LARGE = "Ctrl+="
NEW, FIND, PRINT = QKeySequence.StandardKey.New, QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Print
SAVE, UNDO = QKeySequence.StandardKey.Save, QKeySequence.StandardKey.Undo
HELP, WHY = QKeySequence.StandardKey.HelpContents, QKeySequence.StandardKey.WhatsThis


def keys(shortcut: Shortcut) -> str:
    """A shortcut as this system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def breakable(text: str) -> str:
    """Allow line breaks inside long addresses and numbers: Qt breaks no word, and the window would become wider."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


class Text(QLabel):
    """A fixed text in one of the type scale's styles."""

    def __init__(self, source: object = "", style: str = "", tone: str = "", wrap: bool = False) -> None:
        super().__init__()
        self._source, self._text = source, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setText(say(source))

    def setText(self, text: str) -> None:
        """Also what people typed, however long its words."""
        self._text = text
        shown = breakable(text) if self.wordWrap() else text
        self.setAccessibleName(text if shown != text else "")
        super().setText(shown)

    def text(self) -> str:
        """As it was set: what is copied from here holds no invisible signs."""
        return self._text

    def change(self, source: object) -> None:
        """Another text."""
        self._source = source
        self.setText(say(source))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._source:
            self.setText(say(self._source))
        super().changeEvent(event)


def as_typed(text: str) -> Text:
    """What people wrote: wrapped, its long words too, and never translated."""
    made = Text(wrap=True)
    made.setText(text)
    return made


@runtime_checkable
class Warns(Protocol):
    """A page or dialog, which shows its buttons' reasons."""

    def warn(self, text: str) -> None: ...


class Button(TouchButton):
    """A button that shows its shortcut. Unlike on a touch screen, a second click counts.

    A `Button` that cannot act now is not disabled but told why with `unless`.
    """

    def __init__(self, source: object, look: str = "", icon: str = "", shortcut: Shortcut = "") -> None:
        super().__init__(say(source), look, icon)  # with the text, or the icon is drawn twice
        self._source, self._keys, self._why = source, shortcut, ""
        self._write()

    def unless(self, *reasons: tuple[object, object]) -> None:
        """Acts unless the condition of a (condition, text) holds; the text of the first that holds is its `why`.

        With a reason it looks disabled, but the Tab key and its shortcut reach it; pressed, it emits nothing
        and its page says why. The reason is also its tooltip and its accessible description.
        """
        why = next((str(text) for holds, text in reasons if holds), "")
        if why == self._why:
            return
        self._why = why
        self.blockSignals(bool(why))
        set_property(self, "off", bool(why))
        self._draw_icon()
        self._explain()

    @property
    def words(self) -> str:
        """What it does, without its key."""
        return say(self._source)

    @property
    def keys(self) -> str:
        """Its key as this system writes it; empty where it has none."""
        return keys(self._keys) if self._keys else ""

    @property
    def why(self) -> str:
        """Why it cannot act now, in the language of the screen; empty when it can."""
        return say(self._why)

    def nextCheckState(self) -> None:
        super().nextCheckState()  # every press comes here: mouse, key, shortcut, screen reader
        if self._why:
            self._tell()

    def change(self, source: object) -> None:
        """Another text, the same shortcut."""
        self._source = source
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            if not page_change.too_soon(event.key()[0].key()):  # type: ignore[index]  # missing in the stubs of 6.9
                self.click()  # at once: Qt would show the press first and act a tenth of a second later
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not page_change.too_soon(event.key()):
            super().keyPressEvent(event)

    def _too_soon(self) -> bool:
        return False

    def _write(self) -> None:
        text = say(self._source)
        self.setText(f"{text}  {keys(self._keys)}" if self._keys else text)
        self.setAccessibleName(text)
        if self._keys:
            self.setShortcut(QKeySequence(self._keys))  # after setText, which takes it away
        if self._why:
            self._explain()

    def _explain(self) -> None:
        self.setToolTip(plain(self.why))
        self.setAccessibleDescription(self.why)

    def _tell(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Warns):
            above = above.parentWidget()
        if above is not None:
            above.warn(self.why)


class Check(QCheckBox):
    """A box to tick."""

    def __init__(self, source: object) -> None:
        super().__init__()
        self._source = source
        self.setText(say(source))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(say(self._source))
        super().changeEvent(event)


class TextField(QLineEdit):
    """One line to type, with a hint inside while empty."""

    def __init__(self, hint: object = "") -> None:
        super().__init__()
        self._hint = hint
        _hint(self, hint)

    def sizeHint(self) -> QSize:
        """Wide enough for its hint."""
        hint, words = super().sizeHint(), self.fontMetrics().horizontalAdvance(f"{self.placeholderText()}MM")
        return QSize(max(hint.width(), words), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and page_change.too_soon(event.key())):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if not self.isUndoAvailable() and _is_undo(event):
            return False  # nothing typed to take back: the key is free for what was done before
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            _hint(self, self._hint)
        super().changeEvent(event)


class SearchField(TextField):
    """Looks through its page: Ctrl+F comes to it, which its hint says."""

    def __init__(self, hint: object) -> None:
        super().__init__(hint)
        QShortcut(QKeySequence(FIND), self, lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason))


class TextArea(QPlainTextEdit):
    """Several lines to type; Tab goes on to the next field, because nobody types tabs here."""

    def __init__(self, hint: object = "", lines: int = 3) -> None:
        super().__init__()
        self._hint = hint
        self.setTabChangesFocus(True)
        self._lines = lines
        _hint(self, hint)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        if not self.document().isUndoAvailable() and _is_undo(event):
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            _hint(self, self._hint)
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        room = self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(room * (self._lines + 1.4)))


def _is_undo(event: QEvent) -> bool:
    """Before a shortcut acts, Qt asks the field with the cursor whether it wants the key for itself."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo)


def _hint(field: QLineEdit | QPlainTextEdit, source: object) -> None:
    field.setPlaceholderText(f"{say(source)}  {keys(FIND)}" if isinstance(field, SearchField) else say(source))
    if not field.property("named"):  # a label beside the field is the better name
        field.setAccessibleName(say(source))


def named(widget: QWidget, source: object) -> None:
    """What a screen reader says for a field whose label stands beside it."""
    widget.setAccessibleName(say(source))
    widget.setProperty("named", str(source))


def say_names(top: QWidget) -> None:
    """Translate the accessible names of everything `named` on `top`, after a change of language."""
    for widget in top.findChildren(QWidget):
        if source := widget.property("named"):
            widget.setAccessibleName(say(source))
