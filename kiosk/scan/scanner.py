"""Turns what a code scanner sends into parsed codes: one that acts as a keyboard, or one on a serial port."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shared.device import codes
from shared.device.codes import Code, Unreadable
from shared.qt.key_times import KeyTimes
from shared.qt.scanned_keys import ScannedKeys
from shared.qt.serial_port import SerialPort


class Scanner(QObject):
    """Listens from `listen` on. `key` is the site's, b"" until it is read."""

    scanned = Signal(object)
    """A `codes.Code`, or `codes.Unreadable`, which may do nothing but show a message."""

    def __init__(self, parent: QObject | None = None, times: KeyTimes | None = None) -> None:
        super().__init__(parent)
        self.key = b""
        self._keys = ScannedKeys(self, alone=True, whole=self._is_code, times=times)
        self._keys.scanned.connect(self.read)
        self._port: SerialPort | None = None

    def listen(self, window: QWidget) -> None:
        """Take what a scanner that acts as a keyboard sends to this window, which must have been shown."""
        self._keys.listen(window)

    def read(self, text: str) -> None:
        """Parse `text` as scanned and emit `scanned`."""
        self.scanned.emit(self._parsed(text))

    def _parsed(self, text: str) -> Code | Unreadable:
        return codes.parse(text, self.key) if self.key else codes.Unreadable(codes.Fault.NO_KEY)

    def _is_code(self, text: str) -> bool:
        return not isinstance(self._parsed(text), Unreadable)

    def set_port(self, port: str) -> None:
        """Read a scanner on this serial port too (`/dev/ttyACM0`, `COM3`; "" for none), instead of the one before."""
        self._close_port()
        if port:
            self._port = SerialPort(port, self)
            self._port.received.connect(self.read)
            self._port.start()

    def end_run(self) -> None:
        """Take the keys so far as a whole run, as when no other comes in time."""
        self._keys.end_run()

    def close(self) -> None:
        """Stop listening, to the keys and to the serial port."""
        self._keys.stop_listening()
        self._close_port()

    def _close_port(self) -> None:
        if self._port:
            self._port.stop()
            self._port = None
