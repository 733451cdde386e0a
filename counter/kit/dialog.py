"""A question with a few fields: Enter does it, Esc leaves it; a refusal is shown inside, and nothing typed is lost."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from counter.kit.choice import Choice
from counter.kit.date_field import DateField
from counter.kit.folder_field import FolderField
from counter.kit.number_field import NumberField
from counter.kit.page import Notice, reachable
from counter.kit.words import Button, Check, Text, TextArea, TextField, named, say
from shared.qt import theme
from shared.qt.boxes import row

_LEAVE = QT_TRANSLATE_NOOP("Counter", "取消")
_DISCARD = QT_TRANSLATE_NOOP("Counter", "放弃，不保存")
_UNSAVED = QT_TRANSLATE_NOOP("Counter", "写的内容还没有保存。放弃请再按一次 Esc，继续填写请接着打字。")
_ACROSS = 6
_NEXT_CALL_MS = 5
"""A dialog is shown in a call of its own: building and showing the largest together took 19 ms, more than a frame."""
Submit = Callable[["Dialog", Mapping[str, Any]], None]


class Dialog(QDialog):
    """Asks for `fields` (name -> label and widget); `submit(dialog, values)` does it and calls `dialog.accept()`."""

    def __init__(self, page: QWidget, title: object, intro: str = "", ok: object = "", look: str = "primary") -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(title))
        self.setMinimumWidth(theme.current().px("form"))
        self.fields: dict[str, QWidget] = {}
        self._submit: Submit | None = None
        self.notice = Notice()
        self._inside = QWidget()  # no parent until `ask`: with one, Qt applies the stylesheet at every `add`
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().px("small"))
        self._ok = Button(ok, look, shortcut="Ctrl+Return")
        self._ok.clicked.connect(self._do)
        self._leave = Button(_LEAVE, "quiet", shortcut="Esc")
        self._leave.clicked.connect(self.reject)
        self._begun: dict[str, str] = {}
        self._warned: dict[str, str] | None = None
        self._build(title, intro)

    def _build(self, title: object, intro: str) -> None:
        self._shell = QVBoxLayout(self)
        edge = theme.current().px("hair")
        self._shell.setContentsMargins(edge, edge, edge, edge)
        box = QVBoxLayout(self._inside)
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
        box.addLayout(row(None, self._leave, self._ok))

    def add(self, name: str, label: object, field: QWidget) -> "Dialog":
        """One more field, its label above it."""
        self.side_by_side((name, label, field))
        return self

    def side_by_side(self, *fields: tuple[str, object, QWidget]) -> None:
        """Fields in one row: name, label, widget of each."""
        place = self._grid.rowCount()
        for across, (name, label, field) in enumerate(fields):
            span = _ACROSS // len(fields)
            if label:
                self._grid.addWidget(Text(label, "caption"), place, across * span, 1, span)
                named(field, label)
            self._grid.addWidget(field, place + 1, across * span, 1, span)
            self.fields[name] = field
            if isinstance(field, TextField):
                field.returnPressed.connect(self._do)
            elif isinstance(field, Choice):
                field.submitted.connect(self._do)
            elif isinstance(field, NumberField):
                field.lineEdit().returnPressed.connect(self._do)

    def only_read(self) -> "Dialog":
        """There is nothing to leave undone: one button, and Esc."""
        self._leave.hide()
        return self

    def note(self, text: QWidget) -> None:
        """Something to read between the fields."""
        self._grid.addWidget(text, self._grid.rowCount(), 0, 1, _ACROSS)

    def ask(self, submit: Submit) -> "Dialog":
        """Show it; the first field has the cursor."""
        self._submit = submit
        QTimer.singleShot(_NEXT_CALL_MS, self, self._open)
        return self

    def _open(self) -> None:
        if not self._page.isVisible():  # locked meanwhile
            self.deleteLater()
            return
        self._shell.addWidget(self._inside)
        self.open()
        self._grow()
        self._begun = self._written()
        if first := next((field for field in self.fields.values() if field.isEnabled()), None):
            first.setFocus()

    def reject(self) -> None:
        """Leave it; what somebody wrote is asked for once before it is lost."""
        written = self._written()
        if written in (self._begun, self._warned):
            super().reject()
            return
        self._warned = written
        self._leave.change(_DISCARD)
        self.notice.say(lambda: say(_UNSAVED), "warn", 0)
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an edge: without a window manager nothing else tells it from the page below."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(theme.current().colour("edge"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def done(self, result: int) -> None:
        """Without a window manager nobody gives the keyboard back to the window."""
        super().done(result)
        if QApplication.activeWindow() in (None, self) and self._page.isVisible():
            self._page.window().activateWindow()

    def _written(self) -> dict[str, str]:
        """What stands in the fields for words; a blank is none."""
        fields = self.fields.items()
        return {name: field.text().strip() for name, field in fields if isinstance(field, TextField | TextArea)}

    def refused(self, text: str) -> None:
        """Say why not, and let the person change it."""
        self._ok.setEnabled(True)
        self.notice.say(text, "warn", 0)
        self._grow()

    def warn(self, text: str) -> None:
        """A button of it cannot act."""
        self.refused(text)

    def _grow(self) -> None:
        """Room for all of it: Qt lets a dialog with a width of its own squeeze its fields."""
        if self._needs() > self._room() and self._shell.indexOf(self._inside) >= 0:
            self._scroll()
        wide = min(self._page.screen().availableGeometry().width(), self._inside.minimumSizeHint().width())
        self.resize(max(self.width(), wide), min(self._room(), max(self.height(), self._needs())))

    def _scroll(self) -> None:
        """More than the screen is high: what is asked for scrolls."""
        cursor, area = self.focusWidget(), reachable(self._inside)
        self._shell.addWidget(area)
        if cursor is not None:
            cursor.setFocus()
        QTimer.singleShot(_NEXT_CALL_MS, area, lambda: area.ensureWidgetVisible(self.notice))

    def _needs(self) -> int:
        """The height of all of it."""
        box = self._inside.layout()
        if box is None:
            return 0
        box.activate()
        return box.totalHeightForWidth(max(self.width(), self.minimumWidth()))

    def _room(self) -> int:
        """The height of the screen, less a window's frame."""
        return self._page.screen().availableGeometry().height() - theme.current().px("vast")

    def _do(self) -> None:
        if self._submit and self._ok.isEnabled() and not self._asks_again():
            self._ok.setEnabled(False)
            self._submit(self, self.values())

    def values(self) -> dict[str, Any]:
        """What the fields say."""
        return {name: _value(field) for name, field in self.fields.items()}

    def _asks_again(self) -> bool:
        """Text typed into a drop-down must name exactly one of its entries, else the person is asked again."""
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
