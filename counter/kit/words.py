"""Widgets that translate themselves: labels, buttons and fields keep their Chinese source and follow the language.

The source is marked `QT_TRANSLATE_NOOP("Counter", …)` where it is written; texts with figures in them use `tr()`.
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
    """Translate a source text of the context Counter into the language of the screen."""
    return QCoreApplication.translate("Counter", str(source)) if source else ""


def listed(parts: Iterable[str]) -> str:
    """Join words with the comma of the language."""
    return say(_COMMA).join(parts)


Shortcut = str | QKeySequence.StandardKey
"""A key sequence, or a standard key of the system."""
LARGE = "Ctrl+="
NEW, FIND, PRINT = QKeySequence.StandardKey.New, QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Print
SAVE, UNDO = QKeySequence.StandardKey.Save, QKeySequence.StandardKey.Undo
HELP, WHY = QKeySequence.StandardKey.HelpContents, QKeySequence.StandardKey.WhatsThis


def keys(shortcut: Shortcut) -> str:
    """A shortcut as text, as this system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def breakable(text: str) -> str:
    """Allow line breaks inside long addresses and numbers: Qt would widen the window instead of breaking a word."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


class Text(QLabel):
    """A label with a translated text, in a style of the type scale and a tone."""

    def __init__(self, source: object = "", style: str = "", tone: str = "", wrap: bool = False) -> None:
        super().__init__()
        self._source, self._text = source, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setText(say(source))

    def setText(self, text: str) -> None:
        """Show a text as it is, not translated; with `wrap` long words may break."""
        self._text = text
        shown = breakable(text) if self.wordWrap() else text
        self.setAccessibleName(text if shown != text else "")
        super().setText(shown)

    def text(self) -> str:
        """The text as it was set, without the invisible break marks."""
        return self._text

    def change(self, source: object) -> None:
        """Show another source text."""
        self._source = source
        self.setText(say(source))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._source:
            self.setText(say(self._source))
        super().changeEvent(event)


def as_typed(text: str) -> Text:
    """Make a wrapped label of text that a person wrote; it is not translated."""
    label = Text(wrap=True)
    label.setText(text)
    return label


@runtime_checkable
class Warns(Protocol):
    """A page or dialog that shows why one of its buttons cannot act."""

    def warn(self, text: str) -> None: ...


class Button(TouchButton):
    """A button that shows its shortcut. Unlike on a touch screen, a second click counts.

    A button that cannot act now is not disabled but given the reason by `unless`.
    """

    def __init__(self, source: object, look: str = "", icon: str = "", shortcut: Shortcut = "") -> None:
        super().__init__(say(source), look, icon)  # with its text: otherwise the icon is drawn twice
        self._source, self._keys, self._why = source, shortcut, ""
        self._write()

    def unless(self, *reasons: tuple[object, object]) -> None:
        """Block the button if one of the pairs (condition, text) holds; the first such text is the reason, `why`.

        Blocked it looks disabled, but Tab and its shortcut reach it; pressed, it emits nothing and its page shows
        the reason, which is also its tooltip and accessible description.
        """
        why = next((str(text) for condition, text in reasons if condition), "")
        if why == self._why:
            return
        self._why = why
        self.blockSignals(bool(why))
        set_property(self, "off", bool(why))
        self._draw_icon()
        self._explain()

    @property
    def words(self) -> str:
        """Its text without the shortcut."""
        return say(self._source)

    @property
    def keys(self) -> str:
        """Its shortcut as text; "" for none."""
        return keys(self._keys) if self._keys else ""

    @property
    def why(self) -> str:
        """Why it cannot act now, translated; "" if it can."""
        return say(self._why)

    def nextCheckState(self) -> None:
        super().nextCheckState()  # every press comes here: mouse, key, shortcut, screen reader
        if self._why:
            self._warn_why()

    def change(self, source: object) -> None:
        """Show another source text; the shortcut stays."""
        self._source = source
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            if not page_change.too_soon(event.key()[0].key()):  # type: ignore[index]  # missing in the stubs of 6.9
                self.click()  # at once: Qt would act 0.1 s later, after showing the press
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
            self.setShortcut(QKeySequence(self._keys))  # after setText, which removes it
        if self._why:
            self._explain()

    def _explain(self) -> None:
        self.setToolTip(plain(self.why))
        self.setAccessibleDescription(self.why)

    def _warn_why(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Warns):
            above = above.parentWidget()
        if above is not None:
            above.warn(self.why)


class Check(QCheckBox):
    """A check box with a translated text."""

    def __init__(self, source: object) -> None:
        super().__init__()
        self._source = source
        self.setText(say(source))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(say(self._source))
        super().changeEvent(event)


class TextField(QLineEdit):
    """A field of one line with a placeholder."""

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
            return False  # nothing to undo here: the shortcut goes to the undo button
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
    """A field of several lines; Tab goes on to the next field."""

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
            return False  # as in TextField
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
    """Whether Qt asks the focused field if it handles Ctrl+Z itself (ShortcutOverride)."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo)


def _hint(field: QLineEdit | QPlainTextEdit, source: object) -> None:
    field.setPlaceholderText(f"{say(source)}  {keys(FIND)}" if isinstance(field, SearchField) else say(source))
    if not field.property("named"):  # `named` by its label
        field.setAccessibleName(say(source))


def named(widget: QWidget, source: object) -> None:
    """Set the accessible name of a widget from a source text; `say_names` translates it again."""
    widget.setAccessibleName(say(source))
    widget.setProperty("named", str(source))


def say_names(top: QWidget) -> None:
    """Translate the accessible names set by `named` below `top` again, after a change of language."""
    for widget in top.findChildren(QWidget):
        if source := widget.property("named"):
            widget.setAccessibleName(say(source))
