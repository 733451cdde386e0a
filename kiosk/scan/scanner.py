"""What a code scanner typed → one parsed code: a scanner that plays keyboard, or one on a serial port.

A keyboard scanner types faster than any hand. So every key waits `HOLD_MS` for its neighbour: a few keys alone are a
person's and are handed on, a run of them is a scan and reaches no page, whatever a printed code makes it press. Ctrl,
Alt and Meta never pass: nothing on the kiosk needs them, and a printed barcode can press them.
"""

import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from shared.device.codes import Code, Unreadable

HOLD_MS = 50
_FASTER_THAN_HANDS = 4  # keys in one run
_BUFFER = 256
_RETRY_SECONDS = 2.0
_BAUD = 9600
_BARRED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock
}  # fmt: skip


class Scanner(QObject):
    """Install it on the application: `app.installEventFilter(scanner)`. `key` comes when the data folder is open."""

    scanned = Signal(object)
    """A `codes.Code`, or `codes.Unreadable`, which must do nothing but say so kindly."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = b""
        self._keys = _Keys(self)
        self._keys.typed.connect(self.read)
        self._port: SerialPort | None = None

    def read(self, text: str) -> None:
        """Take a text as if it had been scanned."""
        self.scanned.emit(self._parsed(text))

    def _parsed(self, text: str) -> "Code | Unreadable":
        from shared.device import codes  # late: no part of the first frame

        return codes.parse(text, self.key) if self.key else codes.Unreadable(codes.Fault.NO_KEY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self._keys.swallows(watched, event)

    def listen(self, port: Path | None) -> None:
        """Read a scanner on a serial port too (`/dev/ttyACM0`, `COM3`), or none; one read before is let go."""
        self.close()
        if port is None:
            return
        self._port = SerialPort(port, self)
        self._port.line.connect(self.read)
        self._port.start()

    def close(self) -> None:
        """Stop reading the serial port."""
        if self._port:
            self._port.stop()
            self._port = None


class _Keys(QObject):
    """Sorts key presses into scans (`typed`) and what a person pressed, which goes where it would have gone."""

    typed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._text = ""
        self._count = 0
        self._handing_on = False
        self._wait = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._wait.timeout.connect(self._settle)

    def swallows(self, watched: QObject, event: QEvent) -> bool:
        """Whether nobody else may see this event."""
        if self._handing_on or not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no scanned letter is anybody's shortcut
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return not event.isAutoRepeat()  # its press is held, and handed on together with a release

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & _BARRED:
            return True
        if event.isAutoRepeat() and not self._count:
            return False
        if event.key() in _ENDS and self._is_scan():
            self._finish()
            return True
        self._hold(watched, event)
        return True

    def _hold(self, watched: QObject, event: QKeyEvent) -> None:
        self._count += 1
        if self._count <= _FASTER_THAN_HANDS:
            self._held.append((watched, event.clone()))
        if len(self._text) < _BUFFER and event.text().isprintable():
            self._text += event.text()
        self._wait.start()

    def _is_scan(self) -> bool:
        return self._count >= _FASTER_THAN_HANDS

    def _settle(self) -> None:
        """No further key came in time."""
        if self._is_scan():
            self._finish()  # a scanner that sends no Enter
            return
        held = self._held
        self._clear()
        self._handing_on = True
        try:
            for watched, press in held:
                _hand_on(watched, press)
        finally:
            self._handing_on = False

    def _finish(self) -> None:
        text = self._text
        self._clear()
        self.typed.emit(text)

    def _clear(self) -> None:
        self._wait.stop()
        self._held, self._text, self._count = [], "", 0


def _hand_on(watched: QObject, press: QKeyEvent) -> None:
    """Press and release, unless the page that was to get it has gone."""
    details = (press.key(), press.modifiers(), press.text())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if isValid(watched):
            QApplication.sendEvent(watched, QKeyEvent(kind, *details))


class SerialPort(QObject):
    """A scanner on a serial port, read by a thread of its own; one that is pulled out is looked for again."""

    line = Signal(str)

    def __init__(self, port: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = port
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop within a second; on Windows the thread may wait for one more character and dies with the process."""
        self._over.set()
        if sys.platform != "win32" and self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        while not self._over.is_set():
            with suppress(OSError, _PortError), _opened(self._path) as port:
                self._read(port)
            self._over.wait(_RETRY_SECONDS)

    def _read(self, port: IO[bytes]) -> None:
        """Emit each line; what is longer than any code is cut, not kept."""
        kept = bytearray()
        while not self._over.is_set():
            if not _ready(port):
                continue
            letter = port.read(1)
            if not letter:
                return  # pulled out
            if letter not in b"\r\n":
                kept += letter if len(kept) < _BUFFER else b""
            elif kept:
                self.line.emit(kept.decode("ascii", "replace"))
                kept.clear()


if sys.platform == "win32":
    _PortError = OSError

    def _opened(path: Path) -> IO[bytes]:
        """The port, with the settings that Windows keeps for it (`mode COM3:`)."""
        return open(rf"\\.\{path}", "rb", buffering=0)  # noqa: PTH123  # no path of the file system

    def _ready(port: IO[bytes]) -> bool:
        return True

else:
    import select
    import termios

    _PortError = termios.error  # for a file that is no port

    def _opened(path: Path) -> IO[bytes]:
        """The port without echo, line editing and keys that signal: a scanner is no terminal."""
        port = path.open("rb", buffering=0)
        speed, control = getattr(termios, f"B{_BAUD}"), [*termios.tcgetattr(port)[6]]
        control[termios.VMIN], control[termios.VTIME] = 1, 0
        eight_bits = termios.CS8 | termios.CREAD | termios.CLOCAL
        termios.tcsetattr(port, termios.TCSANOW, [0, 0, eight_bits, 0, speed, speed, control])
        return port

    def _ready(port: IO[bytes]) -> bool:
        """Whether there is something to read within a quarter of a second."""
        return bool(select.select([port], [], [], 0.25)[0])
