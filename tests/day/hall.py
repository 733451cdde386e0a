"""A hall of three windows on three PCs and one hub, going minute by minute; its customers are where they really are.

The PC of window 1 also gives out the numbers. A window asks the hub before it calls, tells it after, and hears of the
others once a minute, so that several call from what is no longer true and only the hub keeps them apart.
"""

from dataclasses import dataclass, field

from shared.domain.refusal import Refusal
from shared.people import actions as people
from shared.practice.line import actions, views
from shared.practice.line.facts import SERVICES
from shared.practice.line.views import Number
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.facts import Count, Source
from tests.day.pc import MINUTE, OPENING, Pc
from tests.faults.proxy import Proxy
from tests.support.builders import HALL

_SERVING = 4 * MINUTE
_STAYS_AWAY, _STEPS_ASIDE = 17, 13  # every so many-th customer


@dataclass
class Hall:
    """The hall at `now`. `at_window` says where a customer really stands or stood last, whatever the journals say."""

    pcs: tuple[Pc, ...]
    now: int = OPENING
    taken: list[str] = field(default_factory=list)
    at_window: dict[str, Pc] = field(default_factory=dict)
    strayed: set[str] = field(default_factory=set)
    returning: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    ends: list[tuple[int, Pc, str, int]] = field(default_factory=list)

    def minute(self, arrivals: int) -> None:
        """What happens in one minute."""
        for _ in range(arrivals):
            self.somebody_comes()
        if arrivals:
            self.pcs[0].tell(self.now)
        for end in [each for each in self.ends if each[0] <= self.now]:
            self.ends.remove(end)
            self.comes_back(*end[1:])
        for pc in self.pcs:
            self.works(pc)
        for pc in self.pcs:
            pc.sync(self.now)
        self.now += MINUTE

    # ---- the connection to the hub -----------------------------------------------------------------------------------

    def line_is(self, proxy: Proxy, mode: str) -> None:
        """Another state of the connection; one that stalls ends no connection: there only comes nothing more."""
        proxy.mode = mode
        if mode != "stall":
            proxy.hang_up()
        for pc in self.pcs:
            pc.line_is(mode)
        self.everybody_hears(mode == "pass")

    def everybody_hears(self, up: bool) -> None:
        """Twice, so that the last one's news reaches the first."""
        for pc in (*self.pcs, *self.pcs):
            assert pc.sync(self.now) is up

    # ---- customers ---------------------------------------------------------------------------------------------------

    def somebody_comes(self) -> None:
        place = len(self.taken)
        service = "" if place % 5 == 4 else list(SERVICES)[place % 9]
        taken = actions.take(self.pcs[0].device.store, service, now=self.now)
        assert not isinstance(taken, Refusal)
        self.taken.append(taken.id)

    # ---- at a window -------------------------------------------------------------------------------------------------

    def works(self, pc: Pc) -> None:
        """Finish with the customer at the window, or call one."""
        if pc.away or self.now < pc.busy_until:
            return
        somebody_waits = any(map(self._waits, self.taken))
        if (pc.busy_until or somebody_waits) and (serving := views.serving(pc.device.store, pc.staff, self.now)):
            self.finishes(pc, serving)
        elif somebody_waits:
            self.calls(pc)

    def _waits(self, number: str) -> bool:
        """Whether this customer stands in the hall and nobody serves them."""
        return number not in self.at_window and (number not in self.strayed or self._is_back(number))

    def _is_back(self, number: str) -> bool:
        return self.returning.get(number, self.now + 1) <= self.now

    def finishes(self, pc: Pc, number: Number) -> None:
        pc.busy_until = 0
        given = list(SERVICES)[self.taken.index(number.id) % 9]
        pc.done(number, given, self.now)

    def calls(self, pc: Pc) -> None:
        """Someone who came back, else the next; the customer's answer comes at once."""
        store = pc.device.store
        if back := next((n for n in views.set_aside(store, HALL, self.now) if self._stands_at(pc, n)), None):
            called: Number | Refusal = pc.take_back(back, self.now) or back
        else:
            called = pc.call_next(self.now)
        pc.tell(self.now)
        if isinstance(called, Number):
            self.returning.pop(called.id, None)
            self._answers(pc, called)

    def _stands_at(self, pc: Pc, number: Number) -> bool:
        """A number set aside whose customer is ready, or who stands here although another window missed them."""
        return self._is_back(number.id) or self.at_window.get(number.id) is pc

    def _answers(self, pc: Pc, number: Number) -> None:
        """They come, are at another window already, step aside, or do not come (some of these later)."""
        place = self.taken.index(number.id)
        if self.at_window.setdefault(number.id, pc) is not pc:
            pc.no_show(number, self.now)
        elif number.id not in self.strayed and place % _STAYS_AWAY == _STAYS_AWAY - 1:
            pc.call_again(number, self.now)
            self._strays(number, back_in=10 if place % 2 else None)
            pc.no_show(number, self.now)
        elif number.id not in self.strayed and place % _STEPS_ASIDE == _STEPS_ASIDE - 1:
            self._strays(number, back_in=6)
            pc.hold(number, self.now)
        else:
            pc.busy_until = self.now + _SERVING

    def _strays(self, number: Number, back_in: int | None) -> None:
        self.strayed.add(number.id)
        del self.at_window[number.id]
        if back_in:
            self.returning[number.id] = self.now + back_in * MINUTE

    # ---- pauses ------------------------------------------------------------------------------------------------------

    def pause(self, window: int, minutes: float = 5) -> None:
        """Somebody asks for a pause; what came of it is kept in `asked`."""
        pc = self.pcs[window - 1]
        if serving := views.serving(pc.device.store, pc.staff, self.now):
            self.finishes(pc, serving)  # the customer at the window comes first
        pc.sync(self.now)
        counted = views.waiting(pc.device.store, HALL, self.now, heard_at=pc.heard_at)
        known = Count(waiting=counted.count, source=Source.LINE, counted_at=counted.counted_at) if counted else None
        answer = self._asks(pc, known)
        if isinstance(answer, Refusal) and answer.code == "count_needed":
            here = len(views.in_line(self.pcs[0].device.store, HALL, self.now))  # what is to be seen in the hall
            answer = self._asks(pc, Count(waiting=here, source=Source.ATTESTED, counted_at=self.now))
        if isinstance(answer, Refusal):
            self.asked.append(answer.code)
        else:
            self.asked.append("granted")
            pc.away, length = True, int(minutes * MINUTE)
            self.ends.append((self.now + length, pc, answer.pause, length))
        pc.sync(self.now)

    def _asks(self, pc: Pc, count: Count | None) -> pauses.Started | Refusal:
        return pauses.request(pc.device.store, pc.actor, waiting=count, arbiter=pc.ask_hub, now=self.now)

    def comes_back(self, pc: Pc, pause: str, length: int) -> None:
        pc.away = False
        assert not isinstance(pauses.end(pc.device.store, pc.actor, pause, length, now=self.now), Refusal)
        pc.sync(self.now)

    def duty(self, window: int, on: bool) -> None:
        pc = self.pcs[window - 1]
        assert people.set_duty(pc.device.store, pc.actor, pc.staff, on, now=self.now) is None
        pc.sync(self.now)
