"""Connects the scanner to the kiosk once the store is open, on the serial port this device is set to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kiosk.pages.page import Kiosk
    from kiosk.scan.scanner import Scanner
    from shared.device import codes
    from shared.journal.store import Store


class ScannerConnection(QObject):
    """Passes codes scanned into `window` on to `kiosk`. The key that checks our codes is read from the store."""

    def __init__(self, kiosk: "Kiosk", window: QWidget) -> None:
        super().__init__(window)
        self._kiosk, self._window = kiosk, window
        self.device: Scanner | None = None
        self._port = ""
        kiosk.session.opened.connect(self._connect)

    def set_port(self, port: str) -> None:
        """Read this serial port; "" for none."""
        if port != self._port and self.device is not None:
            self._port = port
            self.device.set_port(port)

    def handle(self, code: "codes.Code | codes.Unreadable") -> None:
        """Act on a code from the scanner."""
        from kiosk.scan import code_actions  # late, like the scanner: no part of the first frame

        code_actions.handle(self._kiosk, code)

    def close(self) -> None:
        """Stop reading the serial port."""
        if self.device is not None:
            self.device.close()

    def _connect(self) -> None:
        if self.device is None:
            from kiosk.scan.scanner import Scanner

            self.device = Scanner(self)
            self.device.scanned.connect(self.handle)
            self.device.listen(self._window)
        self._kiosk.session.read(self, _code_key, self._set_key)

    def _set_key(self, key: bytes) -> None:
        assert self.device is not None
        self.device.key = key


def _code_key(store: "Store") -> bytes:
    from kiosk.store import hall  # late, on the store thread

    return hall.code_key(store)
