"""One window's PC of the scripted day: its journal, its session with the hub, how long a call waited for an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from shared import device_journal
from shared.domain.actor import Actor
from shared.domain.policy import default
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.practice.line import actions
from shared.practice.line import hub as line_hub
from shared.practice.line.views import Number
from shared.practice.pauses import hub as pauses_hub
from shared.practice.pauses.facts import HubSays
from shared.sync.hub import Hub, HubOffline
from shared.sync.round import Round
from shared.sync.runner import CourierRunner
from tests.hub.site import Device
from tests.support.builders import HALL, ROSTER, at, line

MINUTE = 60_000
OPENING = at("08:30")
DAY_ROSTER = (*ROSTER, line("1005", "周宁", "1"))
HALL_ROSTER = tuple(person for person in DAY_ROSTER if person.role is not Role.OFFICE)
"""Whom a counter may set."""
_CALL_SECONDS = 1.0  # a courier's call may take twenty: of those the day has none to give
_BACK_OFF = 12 * MINUTE
T = TypeVar("T")


def actor(number: str) -> Actor:
    found = next(person for person in DAY_ROSTER if person.number == number)
    return Actor(number=number, name=found.name, role=found.role, post=found.post, hall=HALL)


def _send(session: Round) -> None:
    session.push()
    session.stamp()


@dataclass(frozen=True)
class Question:
    """What was asked of the hub while the line was `line`: real seconds until the answer, or until it was given up.

    `calls`: how often the screen's event loop went on meanwhile.
    """

    line: str
    seconds: float
    answered: bool
    calls: int


@dataclass(eq=False)
class Pc:
    """One window's PC: its journal, its session with the hub, who sits there."""

    device: Device
    staff: str
    heard_at: int = 0
    away: bool = False
    busy_until: int = 0
    hub: Hub | None = None
    line: str = "pass"
    asked: list[Question] = field(default_factory=list)
    quiet_until: int = 0

    def __post_init__(self) -> None:
        self.line_is("pass")

    @property
    def actor(self) -> Actor:
        return actor(self.staff)

    def line_is(self, mode: str) -> None:
        """The line changed: whether the hub answers is found out anew (the runner's 30 s are longer than a day)."""
        self.line, self.quiet_until = mode, 0
        self.runner = CourierRunner(self.device.folder, device_journal.open_now)

    def sync(self, now: int) -> bool:
        """One round, as the courier does it; whether the hub was reached."""
        if reached := self._reaches(lambda session: session.run(), now):
            self.heard_at = now
        return reached

    def tell(self, now: int) -> bool:
        """The part of a round that sends."""
        return self._reaches(_send, now)

    def _reaches(self, steps: Callable[[Round], object], now: int) -> bool:
        """Whether the hub could be reached; after a failure it is left alone for a while, as the courier does."""
        if now < self.quiet_until:
            return False
        try:
            self.hub = self.hub or self._connects()
            steps(self.device.round(self.hub, thorough=False))
        except HubOffline:
            self.leave()
            self.quiet_until = now + _BACK_OFF
            return False
        return True

    def _connects(self) -> Hub:
        enrolled = self.device.enrolled
        return Hub.connect(enrolled, enrolled.secret, {}, seconds=_CALL_SECONDS)

    def leave(self) -> None:
        """End the session with the hub."""
        if self.hub:
            self.hub.close()
        self.hub = None

    # ---- what it asks of the hub -------------------------------------------------------------------------------------

    def may_call(self, numbers: Sequence[Number]) -> str | None:
        return self._asks(lambda: line_hub.may_call(self.runner.ask, numbers))

    def ask_hub(self, pause: str, staff: str, now: int) -> HubSays | None:
        return self._asks(lambda: pauses_hub.may_begin(self.runner.ask, default(), pause, staff, now))

    def _asks(self, question: Callable[[], T | None]) -> T | None:
        begun, calls = monotonic(), self.calls()
        answer = question()
        self.asked.append(Question(self.line, monotonic() - begun, answer is not None, self.calls() - calls))
        return answer

    def calls(self) -> int:
        """How often the screen's event loop went on; here is none."""
        return 0

    # ---- what its person does; at window 1 by keyboard (`screen.py`) -----------------------------------------------

    def call_next(self, now: int) -> Number | Refusal:
        return actions.call_next(self.device.store, self.actor, arbiter=self.may_call, now=now)

    def take_back(self, number: Number, now: int) -> Refusal | None:
        return actions.take_back(self.device.store, self.actor, number.id, arbiter=self.may_call, now=now)

    def done(self, number: Number, service: str, now: int) -> None:
        assert actions.done(self.device.store, self.actor, number.id, service, now=now) is None

    def call_again(self, number: Number, now: int) -> None:
        assert actions.call_again(self.device.store, self.actor, number.id, now=now) is None

    def no_show(self, number: Number, now: int) -> None:
        assert actions.no_show(self.device.store, self.actor, number.id, now=now) is None

    def hold(self, number: Number, now: int) -> None:
        assert actions.hold(self.device.store, self.actor, number.id, now=now) is None
