"""A dialog of a few fields: Enter submits, Esc cancels; a refusal is shown inside and keeps what was typed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from counter.kit.choice import Choice
from counter.kit.date_field import DateField
from counter.kit.folder_field import FolderField
from counter.kit.notice import Notice
from counter.kit.number_field import NumberField
from counter.kit.scroll import reachable
from counter.kit.words import Button, Check, Text, TextArea, TextField, named, say
from shared.qt import theme
from shared.qt.boxes import row

_CANCEL = QT_TRANSLATE_NOOP("Counter", "取消")
_DISCARD = QT_TRANSLATE_NOOP("Counter", "放弃，不保存")
_UNSAVED = QT_TRANSLATE_NOOP("Counter", "写的内容还没有保存。放弃请再按一次 Esc，继续填写请接着打字。")
_ACROSS = 6
_NEXT_CALL_MS = 5
"""A dialog is shown in a later event: building and showing the largest took 19 ms together, more than a frame."""
Submit = Callable[["Dialog", Mapping[str, Any]], None]


class Dialog(QDialog):
    """`add` fields, then `ask(submit)`: `submit(dialog, values)` acts and calls `accept()` or `refused(text)`."""

    def __init__(self, page: QWidget, title: object, intro: str = "", ok: object = "", look: str = "primary") -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(title))
        self.setMinimumWidth(theme.current().px("form"))
        self.fields: dict[str, QWidget] = {}
        self._submit: Submit | None = None
        self.notice = Notice()
        self._content = QWidget()  # no parent until `_open`: with one, Qt would style at every `add`
        self.destroyed.connect(self._content.deleteLater)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().px("small"))
        self._ok = Button(ok, look, shortcut="Ctrl+Return")
        self._ok.clicked.connect(self._on_ok)
        self._cancel = Button(_CANCEL, "quiet", shortcut="Esc")
        self._cancel.clicked.connect(self.reject)
        self._texts_at_start: dict[str, str] = {}
        self._texts_warned_of: dict[str, str] | None = None
        self._build(title, intro)

    def _build(self, title: object, intro: str) -> None:
        self._shell = QVBoxLayout(self)
        edge = theme.current().px("hair")
        self._shell.setContentsMargins(edge, edge, edge, edge)
        box = QVBoxLayout(self._content)
        pad = theme.current().px("room")
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(theme.current().px("gap"))
        box.addWidget(Text(title, "title"))
        if intro:
            said = Text(style="soft", wrap=True)
            said.setText(intro)
            box.addWidget(said)
        box.addLayout(self._grid)
        box.addWidget(self.notice)
        box.addLayout(row(None, self._cancel, self._ok))

    def add(self, name: str, label: object, field: QWidget) -> "Dialog":
        """Add a field in a row of its own, its label above it."""
        self.side_by_side((name, label, field))
        return self

    def side_by_side(self, *fields: tuple[str, object, QWidget]) -> None:
        """Add fields in one row; each is (name in `values`, label or "", widget)."""
        place = self._grid.rowCount()
        for across, (name, label, field) in enumerate(fields):
            span = _ACROSS // len(fields)
            if label:
                self._grid.addWidget(Text(label, "caption"), place, across * span, 1, span)
                named(field, label)
            self._grid.addWidget(field, place + 1, across * span, 1, span)
            self.fields[name] = field
            if isinstance(field, TextField):
                field.returnPressed.connect(self._on_ok)
            elif isinstance(field, Choice):
                field.submitted.connect(self._on_ok)
            elif isinstance(field, NumberField):
                field.lineEdit().returnPressed.connect(self._on_ok)

    def read_only(self) -> "Dialog":
        """Hide the cancel button: the dialog only shows something."""
        self._cancel.hide()
        return self

    def note(self, text: QWidget) -> None:
        """Add a widget that is not a field, over the whole width."""
        self._grid.addWidget(text, self._grid.rowCount(), 0, 1, _ACROSS)

    def ask(self, submit: Submit) -> "Dialog":
        """Show the dialog, the cursor in its first field."""
        self._submit = submit
        QTimer.singleShot(_NEXT_CALL_MS, self, self._open)
        return self

    def _open(self) -> None:
        if not self._page.isVisible():  # the screen was locked meanwhile
            self.deleteLater()
            return
        self._shell.addWidget(self._content)
        self.open()
        self._fit_to_content()
        self._texts_at_start = self._texts()
        if first := next((field for field in self.fields.values() if field.isEnabled()), None):
            first.setFocus()

    def reject(self) -> None:
        """Close without submitting; with unsaved text the first call only warns."""
        written = self._texts()
        if written in (self._texts_at_start, self._texts_warned_of):
            super().reject()
            return
        self._texts_warned_of = written
        self._cancel.change(_DISCARD)
        self.notice.say(lambda: say(_UNSAVED), "warn", 0)
        self._fit_to_content()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a border: without a window manager the dialog has no frame."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(theme.current().colour("edge"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def done(self, result: int) -> None:
        """Give the focus back to the window: without a window manager nothing else does."""
        super().done(result)
        if QApplication.activeWindow() in (None, self) and self._page.isVisible():
            self._page.window().activateWindow()

    def _texts(self) -> dict[str, str]:
        """The texts of the text fields by name, stripped."""
        fields = self.fields.items()
        return {name: field.text().strip() for name, field in fields if isinstance(field, TextField | TextArea)}

    def refused(self, text: str) -> None:
        """Show a refusal and enable submitting again."""
        self._ok.setEnabled(True)
        self.notice.say(text, "warn", 0)
        self._fit_to_content()

    def warn(self, text: str) -> None:
        """Show why a button of this dialog cannot act (see `Button.unless`)."""
        self.refused(text)

    def _fit_to_content(self) -> None:
        """Resize to the contents: Qt would squeeze the fields of a dialog that has a width of its own."""
        if self._needed_height() > self._available_height() and self._shell.indexOf(self._content) >= 0:
            self._scroll()
        wide = min(self._page.screen().availableGeometry().width(), self._content.minimumSizeHint().width())
        self.resize(max(self.width(), wide), min(self._available_height(), max(self.height(), self._needed_height())))

    def _scroll(self) -> None:
        """Put the contents into a scroll area: they are higher than the screen."""
        cursor, area = self.focusWidget(), reachable(self._content)
        self._shell.addWidget(area)
        if cursor is not None:
            cursor.setFocus()
        QTimer.singleShot(_NEXT_CALL_MS, area, lambda: area.ensureWidgetVisible(self.notice))

    def _needed_height(self) -> int:
        """The height of the contents, px."""
        box = self._content.layout()
        if box is None:
            return 0
        box.activate()
        return box.totalHeightForWidth(max(self.width(), self.minimumWidth()))

    def _available_height(self) -> int:
        """The height of the screen minus a window frame, px."""
        return self._page.screen().availableGeometry().height() - theme.current().px("vast")

    def _on_ok(self) -> None:
        if self._submit and self._ok.isEnabled() and not self._has_unclear_choice():
            self._ok.setEnabled(False)
            self._submit(self, self.values())

    def values(self) -> dict[str, Any]:
        """The values of the fields by name: text, entry of a drop-down, date, number, folder or bool."""
        return {name: _value(field) for name, field in self.fields.items()}

    def _has_unclear_choice(self) -> bool:
        """Whether a drop-down's text does not name exactly one entry; then says so and moves the cursor there."""
        unclear = ((field, field.unclear()) for field in self.fields.values() if isinstance(field, Choice))
        field, why = next(((field, why) for field, why in unclear if why), (None, ""))
        if field is not None:
            self.refused(why)
            field.setFocus()
        return field is not None


def _value(field: QWidget) -> Any:
    if isinstance(field, TextField | TextArea):
        return field.text().strip()
    if isinstance(field, QComboBox):
        return field.currentData()
    if isinstance(field, DateField):
        return field.day
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, FolderField):
        return field.folder
    assert isinstance(field, Check)
    return field.isChecked()
