"""Announces the calls of this window or of the whole hall by voice, if this PC is set to."""

from PySide6.QtCore import QObject

from counter.session import CounterSession
from counter.store_type import Store
from shared.device import config
from shared.practice.line import views as line
from shared.voice.announcer import Announcer, NewCalls
from shared.voice.recording import Call

_CALLS = 12


class SpokenCalls(QObject):
    """Reads the hall's calls after every change; `announcer` speaks the new ones."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(session)
        self._session, self._new_calls = session, NewCalls()
        self.announcer = Announcer(
            lambda work, done: session.read(self, work, done), session.now, ("window", "hall"), self
        )
        session.changed.connect(self._read)

    def _read(self) -> None:
        hall, actor, now = self._session.here.hall, self._session.actor, self._session.now()
        mine = actor.number if actor else ""
        if hall is None:
            return

        def read(store: Store) -> dict[Call, bool] | None:
            speaks = config.load(store.folder).voice.speaks
            if speaks not in ("window", "hall"):
                return None
            calls = line.sign(store, hall.code, now, _CALLS)
            return {Call(n.label, n.window, n.called_at or 0): speaks == "hall" or n.staff == mine for n in calls}

        self._session.read(self, read, self._announce)

    def _announce(self, calls: dict[Call, bool] | None) -> None:
        """`calls`: call -> whether it is spoken here; None: speaking is off, and calls made meanwhile are dropped."""
        if calls is None:
            self._new_calls = NewCalls()
        else:
            self.announcer.say(call for call in self._new_calls.of(calls) if calls[call])
