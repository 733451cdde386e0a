"""After a service the card page of who gave it is offered for a while. No touch is recorded as unanswered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk.pages.attract import AttractPage
from kiosk.shell.idle import TOUCHES
from kiosk.store.lobby import State

if TYPE_CHECKING:
    from kiosk.pages.page import Kiosk
    from kiosk.store.lobby import Visit


class Rating(QObject):
    """Waits for a touch, once for each number: `touched` on the first one, `unanswered(visit)` when none came."""

    touched = Signal()
    unanswered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offered = ""
        self._visit: Visit | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.time_out)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def offer(self, kiosk: "Kiosk") -> bool:
        """Show the card page for a number that was just finished, where the first page is shown; whether it did."""
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
        """How long it waits, ms; 0 while it does not."""
        return self._timer.interval() if self._timer.isActive() else 0

    def end(self) -> None:
        """Somebody touched the screen, or another page is shown: the offer is over."""
        self._timer.stop()
        self._visit = None

    def time_out(self) -> None:
        """Nobody touched the screen in time."""
        visit = self._visit
        self.end()
        if visit is not None:
            self.unanswered.emit(visit)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._visit is not None and event.type() in TOUCHES:
            self.end()
            self.touched.emit()
        return False
