"""A code scanner on a serial port."""

import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from serial import Serial

MAX_LENGTH = 256  # characters; longer than any code
_BAUD = 9600  # what scanners are delivered with; USB ones ignore it
_TIMEOUT_SECONDS = 0.25
_RETRY_SECONDS = 2.0
_END_OF_LINE = b"\r\n"
log = logging.getLogger("warm_window.scanner")


def names() -> tuple[str, ...]:
    """The serial ports of this device; none where the system cannot list them. May be slow: store thread only."""
    try:
        from serial.tools.list_ports import comports  # late: only where somebody chooses a port

        return tuple(port.device for port in comports())
    except (OSError, ImportError, AttributeError) as error:  # AttributeError: a function that this Windows lacks
        log.warning("the serial ports cannot be listed: %s", error)
        return ()


class SerialPort(QObject):
    """Reads a port (`/dev/ttyACM0`, `COM3`) on a thread of its own; one that is unplugged is looked for again."""

    received = Signal(str)
    """One line, without its end."""
    opened = Signal(bool)
    """Whether the port could be opened, each time it was tried."""

    def __init__(self, port: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = port
        self._stopped = threading.Event()
        self.destroyed.connect(self._stopped.set)  # whoever made it may forget to stop it
        self._thread = threading.Thread(target=self._run, name="serial scanner", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop reading; returns within a second."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(1)

    def _run(self) -> None:
        from serial import Serial  # late, on this thread: only who has a serial scanner loads it

        while not self._stopped.is_set():
            with suppress(OSError), Serial(self._name, _BAUD, timeout=_TIMEOUT_SECONDS) as port:  # until it is there
                self._say_opened(True)
                self._read(port)
            self._say_opened(False)
            self._stopped.wait(_RETRY_SECONDS)

    def _say_opened(self, there: bool) -> None:
        with suppress(RuntimeError):  # deleted meanwhile: nobody listens
            if not self._stopped.is_set():
                self.opened.emit(there)

    def _read(self, port: "Serial") -> None:
        """Emit each line until the port fails or `stop`; what exceeds `MAX_LENGTH` is dropped."""
        line = bytearray()
        while not self._stopped.is_set():
            for byte in port.read(max(1, port.in_waiting)):
                if byte not in _END_OF_LINE:
                    line += bytes([byte]) if len(line) < MAX_LENGTH else b""
                elif line:
                    self.received.emit(line.decode("ascii", "replace"))
                    line.clear()
