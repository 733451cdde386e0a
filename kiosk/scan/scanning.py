"""The scanner at work on this kiosk: made once the store is open, on the port that is set, until staff leave."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kiosk.pages.page import Desk
    from kiosk.scan.scanner import Scanner


class Scanning(QObject):
    """What is scanned acts on `desk`. Without the store's key no code of ours could be told from a foreign one."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.scanner: Scanner | None = None
        self._port = ""
        desk.service.opened.connect(self._begin)

    def listen(self, port: str) -> None:
        """Read the serial port that this device is set to; "" is none."""
        if port != self._port and self.scanner is not None:
            self._port = port
            self.scanner.listen(Path(port) if port else None)

    def act(self, code: Any) -> None:
        """A code came from the scanner."""
        from kiosk.scan import scans  # late, like the scanner: no part of the first frame

        scans.act(self._desk, code)

    def end(self) -> None:
        if self.scanner is not None:
            self.scanner.close()

    def _begin(self) -> None:
        if self.scanner is None:
            from kiosk.scan.scanner import Scanner

            self.scanner = Scanner(self)
            self.scanner.scanned.connect(self.act)
            app = QApplication.instance()
            assert app is not None
            app.installEventFilter(self.scanner)
        self._desk.service.key(self._know)

    def _know(self, key: bytes) -> None:
        assert self.scanner is not None
        self.scanner.key = key
