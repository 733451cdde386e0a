"""Says the calls of this window, or of the whole hall, where this PC is set to speak."""

from PySide6.QtCore import QObject

from counter.session import CounterSession
from counter.store_type import Store
from shared.device import config
from shared.practice.line import views as line
from shared.voice.announcer import Announcer, Call, NewCalls

_LAST = 12


class SpokenCalls(QObject):
    """Looks at the hall's calls after every change; `announcer` says the new ones."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__(session)
        self._session, self._new = session, NewCalls()
        self.announcer = Announcer(
            lambda work, done: session.read(self, work, done), session.now, ("window", "hall"), self
        )
        session.changed.connect(self._look)

    def _look(self) -> None:
        hall, actor, now = self._session.here.hall, self._session.actor, self._session.now()
        mine = actor.number if actor else ""
        if hall is None:
            return

        def read(store: Store) -> dict[Call, bool] | None:
            speaks = config.load(store.folder).voice.speaks
            if speaks not in ("window", "hall"):
                return None
            calls = line.sign(store, hall.code, now, _LAST)
            return {Call(n.label, n.window, n.called_at or 0): speaks == "hall" or n.staff == mine for n in calls}

        self._session.read(self, read, self._say)

    def _say(self, calls: dict[Call, bool] | None) -> None:
        """`calls`: whether each is said here; None where nobody is to speak: what is called now is not said later."""
        if calls is None:
            self._new = NewCalls()
        else:
            self.announcer.say(call for call in self._new.of(calls) if calls[call])
