"""Reads and writes, on the store thread, the personal settings of whoever is signed in."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QTimer

from counter.kit import personal
from counter.kit.handbook import page_help
from counter.kit.personal import Personal
from counter.session import CounterSession
from counter.store_type import Store
from shared.people import views as people

_WRITE_DELAY_MS = 500
"""Resizing a column changes its width many times: only the last one is written."""


class PersonalFile(QTimer):
    """Loads a person's settings at sign-in and writes them shortly after their last change."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(session, singleShot=True, interval=_WRITE_DELAY_MS)
        self._session, self._number = session, ""
        self.timeout.connect(self._write)
        self.destroyed.connect(personal.forget)

    def load(self, number: str, then: Callable[[], None]) -> None:
        """Load the settings of the person with this staff number, then call `then`; at once if they are loaded."""
        if number == self._number:
            then()
            return
        self.flush()
        personal.forget()
        self._number = number
        self._session.read(self, lambda store: _read(store, number), partial(self._apply, number, then))

    def flush(self) -> None:
        """Write a pending change now."""
        if self.isActive():
            self.stop()
            self._write()

    def _apply(self, number: str, then: Callable[[], None], theirs: Personal) -> None:
        if number == self._number:
            personal.use(theirs, self.start)
            then()

    def _write(self) -> None:
        number, written = self._number, msgspec.json.encode(personal.current())
        self._session.background.run(lambda store: personal.write(store.folder, number, written))


def _read(store: Store, number: str) -> Personal:
    """Also loads the handbook's hints, needed with the first page, and deletes the files of people who left."""
    page_help()
    personal.delete_others(store.folder, {person.number for person in people.everyone(store)})
    return personal.read(store.folder, number)
