"""The supervisor's notice of pauses that have run over."""

from PySide6.QtCore import QObject, QTimer

from counter.kit.notice import Notice
from counter.kit.words import listed
from counter.session import CounterSession
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause

_REFRESH_MS = 5000


class Overruns(QObject):
    """Names the staff whose pause is longer than the policy allows, as long as it lasts, in a notice of its own."""

    def __init__(self, session: CounterSession, hall: str, notice: Notice) -> None:
        super().__init__(notice)
        self.session, self._hall, self._notice = session, hall, notice
        session.changed.connect(self.refresh)
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()

    def refresh(self) -> None:
        """Read who has been away too long."""
        hall, now = self._hall, self.session.now()
        self.session.read(self, lambda store: pauses.overruns(store, hall, now), self._notify)

    def _notify(self, found: tuple[Pause, ...]) -> None:
        names = listed(self.session.here.name(pause.staff) for pause in found if pause.running)
        if names:
            self._notice.say(lambda: self.tr("{names} 的暂停已超时，请关心一下。").format(names=names), "warn", 0)
        else:
            self._notice.hide()
