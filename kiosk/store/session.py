"""The kiosk's only way to the store: asks on the store thread, keeps the last `Lobby`, answers on the GUI thread."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.store.lobby import Lobby, State
from shared.qt.background import Background

if TYPE_CHECKING:
    from kiosk.store.lobby import Asks, Preset, Progress, Visit, Visits
    from shared.device.codes import PaperCard
    from shared.domain.refusal import Refusal
    from shared.people.views import Person
    from shared.practice.cards.actions import Awarded
    from shared.practice.inquiries.actions import Opened
    from shared.practice.line.actions import Taken

T = TypeVar("T")
_REFRESH_MS = 10_000
_RETRY_MS = 60_000


def _work() -> ModuleType:
    from kiosk.store import work  # on the store thread: it brings peewee and the practices

    return work


class Service(QObject):
    """Emits `changed` whenever the lobby is another, or the store cannot be used (`error`); then tries again."""

    changed = Signal()
    opened = Signal()
    acted = Signal()
    """Something was recorded that the courier may carry."""

    def __init__(
        self, folder: Path, opener: Callable[[], Any], clock: Callable[[], int], always_open: bool = False
    ) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self.lobby: Lobby | None = None
        self.error: Exception | None = None
        self._always_open = always_open
        self._rest_until = 0
        self._background: Background[Any] = Background(opener, self)
        self._background.ready.connect(self.refresh)
        self._background.ready.connect(self.opened)
        self._background.broken.connect(self._fail)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._turn = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self.refresh)
        self._retry = QTimer(self, interval=_RETRY_MS, singleShot=True)
        self._retry.timeout.connect(self._background.start)

    @property
    def state(self) -> State:
        """Whether customers can use the kiosk now."""
        if self.error:
            return State.BROKEN
        return self.lobby.state if self.lobby else State.STARTING

    def now(self) -> int:
        """The hall's time: this PC's clock, put right where the hub found it off by minutes."""
        return self._clock() + (self.lobby.clock_correction if self.lobby else 0)

    def start(self) -> None:
        """Open the store; call it after the first frame."""
        self._background.start()

    def refresh(self) -> None:
        """Look at the hall again."""
        self._timer.start()
        always, clock = self._always_open, self._clock()
        self._background.run(lambda store: _work().lobby(store, always, clock=clock), self._keep, self._fail)

    def tend(self, work: Callable[[Any], None]) -> None:
        """What the store needs now and then, between two customers."""
        self._background.run(work, failed=self._fail)

    def rest(self) -> None:
        """After a burst of cards: let the kiosk rest for the policy's time."""
        if self.lobby:
            self._rest_until = self.now() + self.lobby.times.burst_rest_seconds * 1000
            self._keep(self.lobby)

    def award(self, staff: str, p: str, number: str, done: "Callable[[Awarded | Refusal], None]") -> None:
        """Store one card; `done` comes when it is on the disk. With a served `number` the card is verified."""
        now = self.now()
        self._act(lambda store: _work().award(store, staff, p, number, now=now), done)

    def award_paper(self, card: "PaperCard", staff: str, done: "Callable[[Awarded | Refusal], None]") -> None:
        """Store a printed card that was scanned."""
        now = self.now()
        self._act(lambda store: _work().award_paper(store, card, staff, now=now), done)

    def take(self, service: str, done: "Callable[[tuple[Taken, str] | Refusal], None]") -> None:
        """A number of the line."""
        now = self.now()
        self._act(lambda store: _work().take(store, service, now=now), done)

    def print_slip(self, taken: "Taken", done: Callable[[str], None]) -> None:
        """The slip of a number, where a printer is set: `done` with its id, or "" where the screen has to do."""
        self._background.run(lambda store: _work().print_slip(store, taken), done, self._fail)

    def leave_unanswered(self, visit: "Visit") -> None:
        """Nobody touched the card page offered after a service."""
        now = self.now()
        self._act(
            lambda store: _work().leave_unanswered(store, visit.person.number, visit.number, now=now), lambda _: None
        )

    def visit(self, text: str, done: "Callable[[Visit | None], None]") -> None:
        """Whom a served number that was scanned was served by."""
        now = self.now()
        self._background.run(lambda store: _work().visit(store, text, now=now), done, self._fail)

    def visits(self, figures: str, done: "Callable[[Visits], None]") -> None:
        """Whom a served number that was typed may have been served by."""
        now = self.now()
        self._background.run(lambda store: _work().visits(store, figures, now=now), done, self._fail)

    def person(self, number: str, done: "Callable[[Person | None], None]") -> None:
        self._background.run(lambda store: _work().person(store, number), done, self._fail)

    def progress(self, ticket: str, done: "Callable[[Progress | None], None]") -> None:
        """How far an inquiry is."""
        now = self.now()
        self._background.run(lambda store: _work().progress(store, ticket, now=now), done, self._fail)

    def slip_of_inquiry(self, ticket: str, done: Callable[[str], None]) -> None:
        """The text of an inquiry's QR code."""
        self._background.run(lambda store: _work().slip_of_inquiry(store, ticket), done, self._fail)

    def preset(self, done: "Callable[[Preset], None]") -> None:
        """How this device is set."""
        self._background.run(lambda store: _work().preset(store), done, self._fail)

    def key(self, done: Callable[[bytes], None]) -> None:
        """The key of this site's codes."""
        self._background.run(lambda store: _work().key(store), done, self._fail)

    def add_sentence(self, card: str, sentence: str, done: "Callable[[Refusal | None], None]") -> None:
        now = self.now()
        self._act(lambda store: _work().add_sentence(store, card, sentence, now=now), done)

    def open_inquiry(
        self, topic: str, text: str, phone: str, person: str, done: "Callable[[Opened | Refusal], None]"
    ) -> None:
        now = self.now()
        self._act(lambda store: _work().open_inquiry(store, topic, text, phone, person, now=now), done)

    def exit_asks(self, done: "Callable[[Asks], None]") -> None:
        """What the staff exit asks for, whether the store can be read or not."""
        folder = self._folder
        if self.error:
            self._background.aside(lambda: _work().exit_asks_beside(folder), done)
        else:
            self._background.run(lambda store: _work().exit_asks(store), done, self._fail)

    def sign_in(self, number: str, pin: str, done: "Callable[[Refusal | None], None]") -> None:
        """Open the staff exit."""
        now, folder = self.now(), self._folder

        def at_the_door(_error: Exception | None = None) -> None:
            self._background.aside(lambda: _work().open_door(folder, number, pin, now=now), done)

        if self.error:
            at_the_door()
        else:  # a disk that is full lets nobody sign in, but out
            self._background.run(lambda store: _work().sign_in(store, number, pin, now=now), done, at_the_door)

    def _act(self, work: Callable[[Any], T], done: Callable[[T], None]) -> None:
        """Record something; the courier hears of it after the customer was answered."""
        self._background.run(work, done, self._fail)
        self._background.run(lambda _store: None, lambda _: self.acted.emit(), self._fail)

    def close(self) -> None:
        for timer in (self._timer, self._turn, self._retry):
            timer.stop()
        self._background.close()

    def _keep(self, lobby: Lobby) -> None:
        resting = lobby.state is State.OPEN and self.now() < self._rest_until
        lobby = replace(lobby, state=State.RESTING) if resting else lobby
        self._wait_for_turn(lobby)
        if lobby != self.lobby or self.error:
            self.lobby, self.error = lobby, None
            self.changed.emit()

    def _wait_for_turn(self, lobby: Lobby) -> None:
        """Look again the moment the hall opens, closes, or its rest is over: bright within a second, not ten."""
        now = self._clock() + lobby.clock_correction
        ahead = [moment - now for moment in (lobby.turns_at, self._rest_until) if moment is not None and moment > now]
        if ahead:
            self._turn.start(min(ahead))
        else:
            self._turn.stop()

    def _fail(self, error: Exception) -> None:
        first, self.error = self.error is None, error
        self._timer.stop()
        self._retry.start()
        if first:
            self.changed.emit()
