"""Reads and keeps on the store thread what the person who works here set for themselves."""

from functools import partial

import msgspec
from PySide6.QtCore import QTimer

from counter.kit import personal
from counter.kit.personal import Personal
from counter.session import CounterSession

_SOON_MS = 500
"""Widths come one after another while a column is drawn: the last one is kept."""


class PersonalFile(QTimer):
    """The settings of one person after another; waits until they stay for a moment before it writes them."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(session, singleShot=True, interval=_SOON_MS)
        self._session, self._number = session, ""
        self.timeout.connect(self._write)
        self.destroyed.connect(personal.forget)

    def begin(self, number: str) -> None:
        """Whoever has this number works here now. Read before any of their pages reads."""
        if number == self._number:
            return
        self.keep()
        personal.forget()
        self._number = number
        self._session.read(self, lambda store: personal.read(store.folder, number), partial(self._use, number))

    def keep(self) -> None:
        """Write at once what still waits to be written."""
        if self.isActive():
            self.stop()
            self._write()

    def _use(self, number: str, theirs: Personal) -> None:
        if number == self._number:
            personal.use(theirs, self.start)

    def _write(self) -> None:
        number, written = self._number, msgspec.json.encode(personal.current())
        self._session.background.run(lambda store: personal.write(store.folder, number, written))
