"""Tells a code scanner that acts as a keyboard from a person who types.

Our own codes are recognised by how they begin, at any speed: plain keys, with CapsLock on, after an AIM identifier,
full-width, or composed by an input method. What could become one is held back until it is decided: a code is emitted
by `scanned` and reaches no widget, anything else is delivered to its widget. The Enter that ends a scan
never reaches a widget either, because it would press whatever has the focus.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from shared.device import codes
from shared.qt.focus_filter import FocusFilter
from shared.qt.key_times import KeyTimes

HOLD_MS = 50
"""Keys that follow each other faster are not typed by a person."""
SLOW_MS = 2000
"""The longest time between two keys of one scan: slow scanners were seen at 60 to 300 ms, wireless ones stall."""
MAX_LENGTH = 256  # characters; longer than any code
_SCAN_KEYS = 4  # so many keys in one run are a scan
_BLOCKED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_END_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock
}  # fmt: skip
_TYPED = (QKeyEvent, QInputMethodEvent)


class ScannedKeys(QObject):
    """Listens to the widget that has the focus, from `listen` to `stop_listening`.

    `alone`: nothing but a scanner is expected at the keys (a kiosk). Then every fast run is a scan, whoever made the
    code, and combinations with Ctrl, Alt and Meta, which a printed barcode can contain, reach nothing.
    `whole(text)` says that a text is a complete code, so that a scanner that sends no Enter need not be waited for.
    `times` measures the time between keys.
    """

    scanned = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        alone: bool,
        whole: Callable[[str], bool] = lambda text: False,
        times: KeyTimes | None = None,
    ) -> None:
        super().__init__(parent)
        self._alone, self._whole = alone, whole
        self._held: list[tuple[QObject, QKeyEvent | QInputMethodEvent]] = []
        self._text = self._composed = ""
        self._count = self._steady = 0
        self._delivering = self._ended = False
        self._pressed: set[int] = set()
        self._times = times or KeyTimes(self)
        self._times.over.connect(self.end_run)
        self._focus = FocusFilter(self)

    def listen(self, inside: QWidget) -> None:
        """Take what is scanned into the window that `inside` is shown in."""
        self._focus.start(inside)

    def stop_listening(self) -> None:
        """Let all keys pass."""
        self._focus.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event must reach no widget."""
        if not isinstance(event, _TYPED) or self._delivering:
            return False
        if isinstance(event, QInputMethodEvent):
            return self._compose(watched, event)
        if event.key() in _MODIFIERS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._overrides(event)
        if event.type() == QEvent.Type.KeyPress:
            taken = self._press(watched, event)
            self._pressed = self._pressed | {event.key()} if taken else self._pressed - {event.key()}
            return taken
        if self._alone:
            return not event.isAutoRepeat()  # its press is held, and is delivered with a release of its own
        return event.key() in self._pressed

    def _overrides(self, event: QKeyEvent) -> bool:
        """A scanned letter must not trigger a shortcut."""
        taken = self._alone or self._ends(event) or self._goes_on(event.text())
        if taken:
            event.accept()
        return taken

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & _BLOCKED:
            return self._alone or codes.begins(self._text)
        if event.isAutoRepeat() and not self._held:
            return False
        if self._ends(event):
            self._end()
            return True
        return self._take(watched, event, event.text())

    def _ends(self, event: QKeyEvent) -> bool:
        """Whether this key is the Enter of a scan: one in progress, just finished, or too slow to be recognised."""
        after = self._ended and self._times.elapsed() <= SLOW_MS  # carriage return and line feed are two keys
        if event.key() == Qt.Key.Key_Tab:  # some scanners end with it; in the middle it is a part of a scan
            return after
        slow = self._alone and self._steady >= _SCAN_KEYS and self._times.elapsed() <= SLOW_MS
        return event.key() in _END_KEYS and (after or slow or self._is_scan())

    def _end(self) -> None:
        if self._is_scan():
            self._finish()
        self._times.restart()
        self._ended, self._steady = True, 0

    def _compose(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """What an input method makes of a scanner's keys: a composition that grows, then the whole text at once."""
        committed, composed, before = event.commitString(), event.preeditString(), self._composed
        self._held = [(to, each) for to, each in self._held if isinstance(each, QKeyEvent) or each.commitString()]
        self._composed = ""  # each composition replaces the one before
        if committed and self._goes_on(committed):
            return self._take(watched, QInputMethodEvent(event), committed)
        if composed and not committed and codes.could_begin(self._text + composed):
            self._composed = composed
            self._hold(watched, QInputMethodEvent(event))
            return True
        if before and not composed and not committed:  # it is cleared first; what it commits comes next
            return True
        self.end_run()
        return False

    def _take(self, watched: QObject, event: QKeyEvent | QInputMethodEvent, text: str) -> bool:
        """Hold what may be part of a scan; False for what is certainly a person's."""
        gap, self._ended = self._times.restart(), False
        self._steady = self._steady + 1 if text.strip() and gap <= SLOW_MS else int(bool(text.strip()))
        if not self._goes_on(text):
            if not self._alone:
                self.end_run()
                return False
            if gap > HOLD_MS and not codes.begins(self._text):
                self.end_run()
        self._count += 1
        if len(self._text) < MAX_LENGTH and text.isprintable():
            self._text += text
        self._hold(watched, event)
        if codes.ends(self._text) and self._whole(self._text):
            self._finish()
        return True

    def _goes_on(self, text: str) -> bool:
        """Whether what is held, and this, is or may become one of our codes."""
        together = self._text + text
        return codes.begins(self._text) or (bool(text) and (codes.could_begin(together) or codes.ends(text)))

    def _hold(self, watched: QObject, event: QKeyEvent | QInputMethodEvent) -> None:
        if len(self._held) < 2 * _SCAN_KEYS:  # a person's keys are few; those of a scan are not delivered
            self._held.append((watched, event.clone() if isinstance(event, QKeyEvent) else event))
        self._times.wait(SLOW_MS if codes.could_begin(self._text + self._composed) else HOLD_MS)

    def _is_scan(self) -> bool:
        text = self._text + self._composed
        return codes.begins(text) or codes.ends(text) or (self._alone and self._count >= _SCAN_KEYS)

    def end_run(self) -> None:
        """No further key came in time: a scan without Enter, or a person's keys, which are delivered."""
        if self._is_scan():
            self._finish()
            return
        held = self._held
        self._clear()
        self._delivering = True
        try:
            for watched, event in held:
                _deliver(watched, event)
        finally:
            self._delivering = False

    def _finish(self) -> None:
        text = self._text + self._composed
        if self._composed:
            QGuiApplication.inputMethod().reset()  # else it commits the same text later
        self._clear()
        self._times.restart()
        self._ended, self._steady = True, 0
        self.scanned.emit(text)

    def _clear(self) -> None:
        self._times.stop()
        self._held, self._text, self._composed, self._count = [], "", "", 0


def _deliver(watched: QObject, event: QKeyEvent | QInputMethodEvent) -> None:
    """Send a key's press and release, or what was composed, unless the widget that was to get it has been deleted."""
    if isinstance(event, QInputMethodEvent):
        if isValid(watched):
            QApplication.sendEvent(watched, event)
        return
    details = (event.key(), event.modifiers(), event.text())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if isValid(watched):
            QApplication.sendEvent(watched, QKeyEvent(kind, *details))
