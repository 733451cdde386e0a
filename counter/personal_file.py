"""Reads and keeps on the store thread what the person who works here set for themselves."""

from functools import partial

import msgspec
from PySide6.QtCore import QTimer, Signal

from counter.kit import personal
from counter.kit.handbook import page_help
from counter.kit.personal import Personal
from counter.session import CounterSession
from counter.store_type import Store
from shared.people import views as people

_SOON_MS = 500
"""Widths come one after another while a column is drawn: the last one is kept."""


class PersonalFile(QTimer):
    """The settings of one person after another; waits until they stay for a moment before it writes them."""

    known = Signal()
    """The settings of whoever signed in are in force."""

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
        self._session.read(self, lambda store: _read(store, number), partial(self._use, number))

    def keep(self) -> None:
        """Write at once what still waits to be written."""
        if self.isActive():
            self.stop()
            self._write()

    def _use(self, number: str, theirs: Personal) -> None:
        if number == self._number:
            personal.use(theirs, self.start)
            self.known.emit()

    def _write(self) -> None:
        number, written = self._number, msgspec.json.encode(personal.current())
        self._session.background.run(lambda store: personal.write(store.folder, number, written))


def _read(store: Store, number: str) -> Personal:
    """The handbook's hints too, which are due with the first page."""
    page_help()
    personal.keep_only(store.folder, {person.number for person in people.everyone(store)})
    return personal.read(store.folder, number)
