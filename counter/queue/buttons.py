"""The buttons of the queue for page and bar, with the same texts and shortcuts."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.kit.words import UNDO, Button, keys, say
from counter.queue.control import QueueControl
from shared.practice.line import words
from shared.practice.line.facts import SERVICES
from shared.qt import theme
from shared.qt.tips import plain

_SECOND_MS = 1000
_CALL = QT_TRANSLATE_NOOP("Counter", "叫下一位")
_AGAIN = QT_TRANSLATE_NOOP("Counter", "重叫")
_DONE = QT_TRANSLATE_NOOP("Counter", "办结")
_HOLD = QT_TRANSLATE_NOOP("Counter", "挂起")
_NO_SHOW = QT_TRANSLATE_NOOP("Counter", "过号")
_TAKE_BACK = QT_TRANSLATE_NOOP("Counter", "召回")
_UNDO = QT_TRANSLATE_NOOP("Counter", "撤回")
_UNDO_WHAT = QT_TRANSLATE_NOOP("Counter", "撤回{what}")


class BarButton(Button):
    """A narrow button of the bar; `about`: a longer text for tooltip and accessible name."""

    about = ""

    def _write(self) -> None:
        text, key = say(self._source), keys(self._keys)
        self.setText(f"{text} {key.replace('Ctrl+', '^')}")
        self.setAccessibleName(self.about or text)
        self.setToolTip(plain(f"{self.about or text}  {key}"))
        self.setShortcut(self._keys)


class QueueButtons:
    """Enables the steps that are possible now. The owner connects `take_back`, as it knows the number meant."""

    def __init__(self, control: QueueControl, *, small: bool = False) -> None:
        self._control = control
        button = BarButton if small else Button
        plain, first = ("bar", "bar") if small else ("", "primary")
        self.call = button(_CALL, first, shortcut="F2")
        self.again = button(_AGAIN, plain, shortcut="F3")
        self.done = button(_DONE, first, shortcut="F4")
        self.hold = button(_HOLD, plain, shortcut="F6")
        self.no_show = button(_NO_SHOW, plain, shortcut="F7")
        self.take_back = button(_TAKE_BACK, plain, shortcut="F8")
        self.undo = button(_UNDO, plain or "quiet", shortcut=UNDO)
        self.instead: QWidget | None = None
        """The widget that `undo` replaces in the narrow bar while a customer is at the window."""
        self.urgent = False
        """Whether `instead` shows why a step was refused and must stay visible."""
        self._seconds = QTimer(control, interval=_SECOND_MS)
        self._seconds.timeout.connect(self._show_undo)
        self._connect()

    def _connect(self) -> None:
        control = self._control
        for button, do in (
            (self.call, control.call_next),
            (self.again, control.call_again),
            (self.done, control.done),
            (self.hold, control.hold),
            (self.no_show, control.no_show),
            (self.undo, control.undo),
        ):
            button.clicked.connect(do)
        control.shown.connect(self.show)
        self.show()

    def show(self) -> None:
        """Enable what possible be done now."""
        serving = self._control.state.serving is not None
        self.call.setEnabled(not serving)
        for button in (self.again, self.done, self.hold, self.no_show):
            button.setEnabled(serving)
        self.take_back.setEnabled(not serving and bool(self._control.state.aside))
        self._show_undo()

    def _show_undo(self) -> None:
        """Show the undo button as long as undoing is possible."""
        possible = self._control.undoable is not None
        narrow = self.instead is not None and self._control.state.serving is not None
        self._name_undo(self._control.undo_words if possible else "")
        self.undo.setVisible(possible and not (narrow and self.urgent))
        if self.instead is not None:
            self.instead.setVisible(self.undo.isHidden() or not narrow)
        if possible != self._seconds.isActive():
            (self._seconds.start if possible else self._seconds.stop)()

    def _name_undo(self, what: str) -> None:
        """Name the step it takes back: in the button's text; in the bar only in the tooltip."""
        text = say(_UNDO_WHAT).format(what=what) if what else say(_UNDO)
        if isinstance(self.undo, BarButton):
            self.undo.about = text
            self.undo.change(_UNDO)
        else:
            self.undo.change(text)


class ServiceButton(Button):
    """One of the nine services, chosen with its digit."""

    def __init__(self, code: str, digit: str) -> None:
        self.code, self._digit = code, digit
        super().__init__("", "p", shortcut=digit)
        self.setCheckable(True)
        policy = QSizePolicy.Policy.Ignored  # the text is elided to the width, so the width must not depend on it
        self.setSizePolicy(policy, self.sizePolicy().verticalPolicy())
        self.setMinimumWidth(theme.current().px("narrowest"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """Elided where three do not fit side by side; the tooltip has the whole name."""
        name = words.service(self.code)
        room = self.width() - 2 * (theme.current().px("gap") + theme.current().px("hair"))
        self.setText(self.fontMetrics().elidedText(f"{self._digit}  {name}", Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(name)
        self.setToolTip(plain(name))
        self.setShortcut(self._digit)


def service_name(code: str) -> str:
    """The name of a service; — for none."""
    return words.service(code) if code else "—"


DIGITS = {str(place): code for place, code in enumerate(SERVICES, start=1)}
"""The digit of each service, in the order of the hall's list."""
