"""Loads the pages of a role, a module at a time, while its person types number and PIN."""

import gc
import sys
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from counter import navigation
from counter.session import CounterSession
from shared.domain.roles import Role

_TURN_SECONDS = 0.003
"""After that long no other step is begun; each is 3 ms of CPU, the longest 20."""
_NEXT_TURN_MS = 1
"""Input and painting come in between. With 0 two turns followed each other at once."""
_GIL_SECONDS = 0.001


class PageLoader(QObject):
    """Loads each role's pages once."""

    def __init__(self, session: CounterSession, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._loaded: set[Role] = set()
        self._waiting: dict[Role, list[Callable[[], None]]] = {}
        """By role that is being loaded: what to do afterwards."""

    def load(self, role: Role, then: Callable[[], None] | None = None) -> None:
        """Load the pages of `role` unless they are loaded, then call `then`: at once, or in a later event."""
        if role not in self._loaded and role not in self._waiting:
            self._waiting[role] = []
            self.session.read(self, lambda _store: _load_practices(role), lambda _: self._go_on(self._steps(role)))
        if then and role in self._loaded:
            then()
        elif then:
            self._waiting[role].append(then)

    def _steps(self, role: Role) -> Iterator[None]:
        yield from navigation.loading(role)
        gc.freeze()
        self._loaded.add(role)
        for then in self._waiting.pop(role):
            then()

    def _go_on(self, steps: Iterator[None]) -> None:
        until = time.monotonic() + _TURN_SECONDS
        for _ in steps:
            if time.monotonic() > until:
                QTimer.singleShot(_NEXT_TURN_MS, self, lambda: self._go_on(steps))
                break


def _load_practices(role: Role) -> None:
    sys.setswitchinterval(_GIL_SECONDS)  # by default a key would wait up to 5 ms for the GIL, again and again
    navigation.load_practices(role)
    gc.freeze()  # exempt from garbage collection: a full one takes 2 ms on the GUI thread, not 70
