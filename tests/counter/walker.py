"""Somebody who has no mouse: goes round a window or a dialog with the Tab key, and looks where they are."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from counter.office.year_grid import YearGrid
from shared.qt.elided import Elided
from tests.support import patience
from tests.support.person import Person, passes
from tests.support.seen import seen

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QTabBar)
"""These have the keyboard for their parts: a header, the line inside a drop-down, the arrows beside tabs."""
_USED = (*_WHOLE, QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, YearGrid)
_MOST, _PARTS, _READINGS = 200, 5, 3
_NEXT_CALL_MS = 6  # longer than the timers that leave a moment between two calls


@dataclass
class Round:
    """What the key came to, in its order; whether it came back to where it began; what did not show it."""

    reached: list[QWidget] = field(default_factory=list)
    closed: bool = False
    unseen: list[QWidget] = field(default_factory=list)

    def problems(self, top: QWidget) -> list[str]:
        """What on `top` is not for somebody with this key alone."""
        where = called(self.reached[-1]) if self.reached else "anything"
        return [
            *([] if self.closed else [f"caught at {where}"]),
            *(f"not reached: {called(w)}" for w in usable(top) if w not in self.reached and not _by_neighbour(w, self)),
            *(f"no use: {called(w)}" for w in self.reached if not isinstance(w, (*_USED, QScrollArea))),
            *(f"not to be seen: {called(w)}" for w in self.unseen),
            *(f"without a name: {called(w)}" for w in self.reached if isinstance(w, _USED) and not _name(w)),
        ]


def goes_round(counter: Person, key: Qt.Key) -> Round:
    """Once round. What has the cursor must look otherwise than when it is left, which no direction changes."""
    found, looks = Round(), key == Qt.Key.Key_Tab
    counter.presses(key)
    here = QApplication.focusWidget()
    while here is not None and len(found.reached) < _MOST and not found.closed:
        found.reached.append(here)
        there = here.grab().toImage() if looks else None
        following = _leaves(key, here)
        if looks and following is not None and here.grab().toImage() == there:
            found.unseen.append(here)
        found.closed = following is found.reached[0]
        here = following
    return found


def _leaves(key: Qt.Key, here: QWidget) -> QWidget | None:
    """What comes after `here`; a date has three parts, and the key goes through them. The cursor moves at once."""
    for _ in range(_PARTS):
        QTest.keyClick(here, key)
        if (following := QApplication.focusWidget()) is not here:
            return following
    return None


def cut(top: QWidget) -> list[str]:
    """The labels on `top` that have no room for their words."""
    labels = (each for each in seen(top) if isinstance(each, QLabel))
    whole = (each for each in labels if not (each.wordWrap() or isinstance(each, Elided)))
    return [each.text() for each in whole if each.width() < each.minimumSizeHint().width()]


def usable(top: QWidget) -> list[QWidget]:
    """What a mouse could use on `top` now."""
    shown = [widget for widget in seen(top) if isinstance(widget, _USED)]
    return [widget for widget in shown if widget.isEnabled() and not _is_part(widget, top)]


def _is_part(widget: QWidget, top: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not top:
        if isinstance(above, _WHOLE):
            return True
        above = above.parentWidget()
    return False


def _by_neighbour(widget: QWidget, found: Round) -> bool:
    """Of buttons that exclude each other the Tab key comes to one; the others have keys of their own, or the arrows."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or not isinstance(widget, QAbstractButton):
        return False
    reached = next((button for button in group.buttons() if button in found.reached), None)
    return reached is not None and (not widget.shortcut().isEmpty() or _by_arrows(reached, widget))


def _by_arrows(begin: QAbstractButton, wanted: QAbstractButton) -> bool:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        here: QWidget | None = begin
        begin.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(_PARTS):
            if here is wanted:
                return True
            if here is not None:
                QTest.keyClick(here, key)
            here = QApplication.focusWidget()
    return False


def settles(person: Person) -> None:
    """Until the journal has answered everything that was asked, and what was asked because of that, and it is shown."""
    window: Any = person.window
    for _ in range(_READINGS):
        answers: list[bool] = []
        loop, timer = QEventLoop(), QTimer(singleShot=True, interval=patience.MS)
        timer.timeout.connect(loop.quit)
        timer.start()
        window.session.read(window, lambda _: True, answers.append)
        window.session.read(window, lambda _: True, lambda _, loop=loop: loop.quit())
        loop.exec()
        del timer  # before the loop, see `passes`
        assert answers, "the journal gave no answer"
        passes(_NEXT_CALL_MS)


def called(widget: QWidget) -> str:
    """What a person would call it."""
    return f"{type(widget).__name__} “{_name(widget)}”"


def _name(widget: QWidget) -> str:
    """What a screen reader says."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
