"""Turns what a code scanner sends into parsed codes: one that acts as a keyboard, or one on a serial port.

A scanner types faster than any person. So each key is held `HOLD_MS` for the next one: a few keys alone are a person's
and are delivered, a run of them is a scan and reaches no page, whatever keys a printed code contains. Ctrl, Alt and
Meta are never delivered: nothing on the kiosk needs them, and a printed barcode can contain them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kiosk.scan.serial_port import MAX_LENGTH, SerialPort

if TYPE_CHECKING:
    from shared.device.codes import Code, Unreadable

HOLD_MS = 50
_SCAN_KEYS = 4  # so many keys in one run are a scan
_BLOCKED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_END_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock
}  # fmt: skip


class Scanner(QObject):
    """Install it on the application: `app.installEventFilter(scanner)`. `key` is the site's, b"" until it is read."""

    scanned = Signal(object)
    """A `codes.Code`, or `codes.Unreadable`, which may do nothing but show a message."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = b""
        self._keys = _KeyRuns(self)
        self._keys.typed.connect(self.read)
        self._port: SerialPort | None = None

    def read(self, text: str) -> None:
        """Take a text as if it had been scanned."""
        self.scanned.emit(self._parsed(text))

    def _parsed(self, text: str) -> "Code | Unreadable":
        from shared.device import codes  # late: not needed for the first frame

        return codes.parse(text, self.key) if self.key else codes.Unreadable(codes.Fault.NO_KEY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self._keys.swallows(watched, event)

    def set_port(self, port: str) -> None:
        """Read a scanner on this serial port too (`/dev/ttyACM0`, `COM3`; "" for none), instead of the one before."""
        self.close()
        if port:
            self._port = SerialPort(port, self)
            self._port.received.connect(self.read)
            self._port.start()

    def end_run(self) -> None:
        """Take the keys so far as a whole run, as after `HOLD_MS` without another."""
        self._keys.end_run()

    def close(self) -> None:
        """Stop reading the serial port."""
        if self._port:
            self._port.stop()
            self._port = None


class _KeyRuns(QObject):
    """Sorts runs of key presses into scans (`typed`) and a person's keys, which go where they would have gone."""

    typed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._text = ""
        self._count = 0
        self._delivering = False
        self._wait = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._wait.timeout.connect(self.end_run)

    def swallows(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event must reach no widget."""
        if self._delivering or not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # a scanned letter must not trigger a shortcut
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return not event.isAutoRepeat()  # its press is held, and is delivered with a release of its own

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & _BLOCKED:
            return True
        if event.isAutoRepeat() and not self._count:
            return False
        if event.key() in _END_KEYS and self._is_scan():
            self._finish()
            return True
        self._hold(watched, event)
        return True

    def _hold(self, watched: QObject, event: QKeyEvent) -> None:
        self._count += 1
        if self._count <= _SCAN_KEYS:
            self._held.append((watched, event.clone()))
        if len(self._text) < MAX_LENGTH and event.text().isprintable():
            self._text += event.text()
        self._wait.start()

    def _is_scan(self) -> bool:
        return self._count >= _SCAN_KEYS

    def end_run(self) -> None:
        """No further key came in time: a scan without Enter, or a person's keys, which are delivered."""
        if self._is_scan():
            self._finish()
            return
        held = self._held
        self._clear()
        self._delivering = True
        try:
            for watched, press in held:
                _deliver(watched, press)
        finally:
            self._delivering = False

    def _finish(self) -> None:
        text = self._text
        self._clear()
        self.typed.emit(text)

    def _clear(self) -> None:
        self._wait.stop()
        self._held, self._text, self._count = [], "", 0


def _deliver(watched: QObject, press: QKeyEvent) -> None:
    """Send press and release, unless the widget that was to get them has been deleted."""
    details = (press.key(), press.modifiers(), press.text())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if isValid(watched):
            QApplication.sendEvent(watched, QKeyEvent(kind, *details))
