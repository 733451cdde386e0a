"""Offers the card page of the clerk for a while after a service; without a touch it is recorded as unanswered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.pages.attract import AttractPage
from kiosk.store.lobby import State

if TYPE_CHECKING:
    from kiosk.pages.page import Kiosk
    from kiosk.store.lobby import Visit


class Rating(QObject):
    """Offers it once per number. Emits `touched` on the first touch, `unanswered(visit)` if none came in time."""

    touched = Signal()
    unanswered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offered = ""
        self._visit: Visit | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.time_out)

    def offer(self, kiosk: "Kiosk") -> bool:
        """Show the card page for a number just finished if the first page is shown; returns whether it did."""
        lobby, open_now = kiosk.session.lobby, kiosk.session.state is State.OPEN
        visit = lobby.just_served if lobby and open_now and isinstance(kiosk.page, AttractPage) else None
        if lobby is None or visit is None or visit.number == self._offered:
            return False
        from kiosk.pages.cards import CardsPage, Receiver  # late: no part of the first frame

        kiosk.go(CardsPage, Receiver(visit.person, visit))
        self._visit, self._offered = visit, visit.number
        self._timer.start(lobby.rating_seconds * 1000)
        return True

    @property
    def waits(self) -> int:
        """The waiting time in ms; 0 while stopped."""
        return self._timer.interval() if self._timer.isActive() else 0

    def end(self) -> None:
        """End the offer: the screen was touched, or another page is shown."""
        self._timer.stop()
        self._visit = None

    def time_out(self) -> None:
        """End the offer and report it as unanswered."""
        visit = self._visit
        self.end()
        if visit is not None:
            self.unanswered.emit(visit)

    def touch(self) -> None:
        """The screen was touched: end the offer, if there is one."""
        if self._visit is not None:
            self.end()
            self.touched.emit()
