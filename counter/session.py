"""The session that every page of the counter works with: store thread, clocks, who is signed in, change signals.

Times are epoch ms, lengths on the monotonic clock ms.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from counter.store_type import Store
from counter.waiting import WaitingCount
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.clock import steady_clock, wall_clock
from shared.domain.policy import Policy, default
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.people.views import Hall, PersonToday
from shared.practice.line.views import Number
from shared.practice.pauses.facts import HubSays
from shared.qt.background import Background
from shared.qt.session import Session
from shared.reference import views as reference

if TYPE_CHECKING:
    from shared.sync.question import Ask

T = TypeVar("T")
_CLOCK_MS = 60_000


class Clock(msgspec.Struct, frozen=True):
    """`now`: time of day, epoch ms; `steady`: monotonic clock, ms, for durations, because nobody can set it.

    `poll_ms`: how often the journal is polled for changes by another process.
    """

    now: Callable[[], int] = wall_clock
    steady: Callable[[], int] = steady_clock
    poll_ms: int = 1000


class HallSnapshot(msgspec.Struct, frozen=True):
    """What all pages share: policy in force, hall and people; read after every change and at midnight."""

    policy: Policy = msgspec.field(default_factory=default)
    hall: Hall | None = None
    people: Mapping[str, PersonToday] = msgspec.field(default_factory=dict)
    clock_correction: int = 0
    hall_names: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The halls' names by their codes."""

    def name(self, number: str) -> str:
        """The name that belongs to a staff number; the number where nobody has it."""
        person = self.people.get(number)
        return person.name if person else number

    def hall_name(self, code: str) -> str:
        """The name of the hall with this code; the code of one that is not known here."""
        return self.hall_names.get(code, code)

    def full_name(self, number: str) -> str:
        """王芳（1001）."""
        person = self.people.get(number)
        return f"{person.name} {number}" if person else number

    def agrees_with(self, actor: Actor) -> bool:
        """Whether this person is still what they signed in as."""
        person = self.people.get(actor.number)
        return person is not None and (person.role, person.hall) == (actor.role, actor.hall)


class CounterSession(Session[Store]):
    """The session of one counter PC. Emits `changed` after the journal changed, in this process or another one."""

    changed = Signal()
    minute = Signal()
    bar_shown = Signal(bool)
    """Whether only the small bar is shown: the person works in another program, whose input this one does not see."""
    rights_changed = Signal()
    """The signed-in person left the roster, or has another role or hall: the screen locks."""
    display_set = Signal()
    """The settings of the customer's display were changed."""
    display_tried = Signal(int, str)
    """Asks for a trial: (display number, kind of question) as a customer would see it, for a few seconds."""
    locked = Signal()
    """The screen was locked: top-level windows such as the small bar lock too."""

    def __init__(
        self, background: Background[Store], clock: Clock | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(background, parent)
        self.clock = clock or Clock()
        self.actor: Actor | None = None
        self.here = HallSnapshot()
        self.first_page = ""
        """The key of the page to open after sign-in; "" for the first of the navigation."""
        self.loaded = False
        """Whether the journal has been read once."""
        self.pause_arbiter: Callable[[str, str, int], HubSays | None] | None = None
        """Asks the hub whether it grants a pause; None on a PC that belongs to none."""
        self.call_arbiter: Callable[[Sequence[Number]], str | None] | None = None
        """Asks the hub which number may be called; None on a PC that belongs to none."""
        self.ask_hub: Ask | None = None
        """Puts a question to the hub, on the store thread; None on a PC that belongs to none."""
        self.pause_starts: dict[str, int] = {}
        """The pauses begun at this PC: id -> the steady clock at their start."""
        self.recent_folders: list[Path] = []
        """The folders that files were saved to since start, the latest first."""
        self.waiting_count = WaitingCount(self.now)
        """The sources for the number of waiting customers; asked on the store thread."""
        self._seen: tuple[int, date] | None = None
        self._version_timer = QTimer(self, interval=self.clock.poll_ms)
        self._version_timer.timeout.connect(self._read_version)
        self._minute_timer = QTimer(self, interval=_CLOCK_MS)
        self._minute_timer.timeout.connect(self.minute)
        background.ready.connect(self._begin)
        self.acted.connect(self.refresh)

    def now(self) -> int:
        """The time, epoch ms: this PC's clock plus the correction that the hub measured."""
        return self.clock.now() + self.here.clock_correction

    def measured(self, pause: str) -> int | None:
        """How long a pause has run on the steady clock, ms; None if it did not begin at this PC."""
        begun = self.pause_starts.get(pause)
        return None if begun is None else self.clock.steady() - begun

    def act(
        self,
        owner: QObject,
        work: Callable[[Store], T | Refusal],
        done: Callable[[T], None],
        refused: Callable[[str], None],
    ) -> None:
        """Do `work(store)`, which records something, then `done(result)`; a refusal goes to `refused` as a sentence.

        Afterwards every page reads again. An exception is shown as a sentence and logged.
        """

        def returned(answer: T | Refusal) -> None:
            if isinstance(answer, Refusal):
                refused(wording.refusal(answer))
                self.acted.emit()  # a refused pause is recorded too
            else:
                done(answer)

        def failed(error: Exception) -> None:
            if getattr(error, "is_refusal", False):
                refused(str(getattr(error, "said", error)))
                return
            refused(str(getattr(error, "said", "")) or self.tr("出了意外，这一步没有完成。"))
            self.fail(error)

        self.record(owner, work, returned, failed)

    def refresh(self) -> None:
        """Read the snapshot again, then emit `changed` so that every page reads again."""
        clock = self.clock.now()
        self.background.run(lambda store: _read(store, clock), self._apply)

    def _begin(self) -> None:
        self.refresh()
        self._version_timer.start()
        self._minute_timer.start()

    def _read_version(self) -> None:
        self.background.run(_version, self._compare)

    def _compare(self, version: int) -> None:
        """Refresh when the journal changed, or the day: duty ends at midnight without anything being recorded."""
        seen = version, day_of(self.now())
        if seen != self._seen:
            self._seen = seen
            self.refresh()

    def _apply(self, here: HallSnapshot) -> None:
        self.here, self.loaded = here, True
        if self.actor and not here.agrees_with(self.actor):
            self.rights_changed.emit()
        self.changed.emit()


def _version(store: Store) -> int:
    return int(store.data_version())


def _read(store: Store, clock: int) -> HallSnapshot:
    correction = store.clock_correction
    everyone = {person.number: person for person in people.everyone_today(store, now=clock + correction)}
    return HallSnapshot(reference.policy(store), people.hall(store), everyone, correction, people.hall_names(store))
