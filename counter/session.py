"""What every page of the counter works with: the store thread, the clocks, who is signed in, and news of changes.

Times are epoch ms, lengths on the monotonic clock ms.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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


@dataclass(frozen=True)
class Clock:
    """`now`: time of day, epoch ms; `steady`: monotonic clock, ms, for durations, because nobody can set it.

    `look_ms`: how often the journal is asked whether another process changed it.
    """

    now: Callable[[], int] = wall_clock
    steady: Callable[[], int] = steady_clock
    look_ms: int = 1000


@dataclass(frozen=True)
class HallSnapshot:
    """What all pages know of their hall: documents in force and people, read after every change and at midnight."""

    policy: Policy = field(default_factory=default)
    hall: Hall | None = None
    people: Mapping[str, PersonToday] = field(default_factory=dict)
    clock_correction: int = 0

    def name(self, number: str) -> str:
        """The name that belongs to a staff number; the number where nobody has it."""
        person = self.people.get(number)
        return person.name if person else number

    def full_name(self, number: str) -> str:
        """王芳（1001）."""
        person = self.people.get(number)
        return f"{person.name} {number}" if person else number

    def agrees_with(self, actor: Actor) -> bool:
        """Whether this person is still what they signed in as."""
        person = self.people.get(actor.number)
        return person is not None and (person.role, person.hall) == (actor.role, actor.hall)


class CounterSession(Session[Store]):
    """One counter PC at work. `changed` comes when the journal changed, by this process or another one."""

    changed = Signal()
    minute = Signal()
    bar_shown = Signal(bool)
    """Only the small bar is shown: the person works in another program, whose keys and clicks do not reach this one."""
    rights_changed = Signal()
    """Whoever is signed in has left, or has another role or hall by now: the screen locks."""
    display_set = Signal()
    """The customer's display was set up anew."""
    display_tried = Signal(int, str)
    """Show on the display with this number, for a while, what a customer sees who is asked in this way."""
    left = Signal()
    """The screen was locked: windows of their own (the small bar) lock too."""

    def __init__(
        self, background: Background[Store], clock: Clock | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(background, parent)
        self.clock = clock or Clock()
        self.actor: Actor | None = None
        self.here = HallSnapshot()
        self.first_page = ""
        """The page that somebody who signs in begins with, "" for the first of the navigation."""
        self.opened = False
        """Whether the journal has been read once."""
        self.pause_arbiter: Callable[[str, str, int], HubSays | None] | None = None
        """Asks the hub whether it grants a pause; None on a PC that belongs to none."""
        self.call_arbiter: Callable[[Sequence[Number]], str | None] | None = None
        """Asks the hub which number may be called; None on a PC that belongs to none."""
        self.ask_hub: Ask | None = None
        """Puts a question to the hub, on the store thread; None on a PC that belongs to none."""
        self.timed: dict[str, int] = {}
        """The pauses begun at this PC: id -> the steady clock at their start."""
        self.folders: list[Path] = []
        """Where files of this PC were saved to, the last one first."""
        self.waiting_count = WaitingCount(self.now)
        """Who knows how many customers wait; asked on the store thread."""
        self._seen: tuple[int, date] | None = None
        self._look = QTimer(self, interval=self.clock.look_ms)
        self._look.timeout.connect(self._ask_version)
        self._minutes = QTimer(self, interval=_CLOCK_MS)
        self._minutes.timeout.connect(self.minute)
        background.ready.connect(self._begin)
        self.acted.connect(self.look_again)

    def now(self) -> int:
        """The hall's time: this PC's clock, put right where the hub found it off by minutes."""
        return self.clock.now() + self.here.clock_correction

    def measured(self, pause: str) -> int | None:
        """How long a pause has run on the steady clock, ms; None if it did not begin at this PC."""
        begun = self.timed.get(pause)
        return None if begun is None else self.clock.steady() - begun

    def act(
        self,
        owner: QObject,
        work: Callable[[Store], T | Refusal],
        done: Callable[[T], None],
        refused: Callable[[str], None],
    ) -> None:
        """Do `work(store)`, which records something, then `done(result)`; a refusal goes to `refused` as a sentence.

        Afterwards every page reads again.
        """

        def returned(answer: T | Refusal) -> None:
            if isinstance(answer, Refusal):
                refused(wording.refusal(answer))
                self.acted.emit()  # a refused pause is recorded too
            else:
                done(answer)

        def broke(error: Exception) -> None:
            if getattr(error, "is_refusal", False):
                refused(str(getattr(error, "said", error)))
                return
            refused(self.tr("出了意外，这一步没有完成。"))
            self.fail(error)

        self.record(owner, work, returned, broke)

    def look_again(self) -> None:
        """Read afresh what all pages know, then let them read theirs."""
        clock = self.clock.now()
        self.background.run(lambda store: _read(store, clock), self._know)

    def _begin(self) -> None:
        self.look_again()
        self._look.start()
        self._minutes.start()

    def _ask_version(self) -> None:
        self.background.run(_version, self._compare)

    def _compare(self, version: int) -> None:
        """At midnight nothing was recorded, but nobody is on duty any more."""
        seen = version, day_of(self.now())
        if seen != self._seen:
            self._seen = seen
            self.look_again()

    def _know(self, here: HallSnapshot) -> None:
        self.here, self.opened = here, True
        if self.actor and not here.agrees_with(self.actor):
            self.rights_changed.emit()
        self.changed.emit()


def _version(store: Store) -> int:
    return int(store.data_version())


def _read(store: Store, clock: int) -> HallSnapshot:
    correction = store.clock_correction
    everyone = {person.number: person for person in people.everyone_today(store, now=clock + correction)}
    return HallSnapshot(reference.policy(store), people.hall(store), everyone, correction)
