"""What one window does with the queue, and its state as last read. The page and the small bar share it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.kit.paused import PausedWatch
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.line import actions, statistics, views, waits, words
from shared.practice.line.views import Number, State
from shared.practice.line.waits import ServiceLine

Step = Callable[..., Refusal | None]
WayBack = tuple[Callable[[], str], Callable[[Number], None]]
"""What is taken back, in the words of the language spoken when it is read, and how."""


@dataclass(frozen=True)
class LastStep:
    """How to undo the last step: its number, from when to when (epoch ms), whether the number is at the window.

    `what` names it: A001 的办结.
    """

    number: Number
    what: Callable[[], str]
    since: int
    until: int
    at_window: bool
    back: Callable[[], None]


@dataclass(frozen=True)
class QueueState:
    """The queue at a moment: whom this window serves, who waits, who stands aside; `before` is whom it served before.

    `services` are those called to this window (none: all), `served` how many this person served today; `lines` the
    whole hall's waits by service.
    """

    serving: Number | None = None
    before: Number | None = None
    waiting: tuple[Number, ...] = ()
    aside: tuple[Number, ...] = ()
    services: tuple[str, ...] = ()
    served: int = 0
    now: int = 0
    lines: tuple[ServiceLine, ...] = ()


class QueueControl(QObject):
    """Emits `shown` when `state` is new, `said(text, tone)` when there is something to say."""

    shown = Signal()
    said = Signal(str, str)

    def __init__(self, session: CounterSession, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.actor = session, actor
        self.state = QueueState()
        self.given = ""
        """The service this number will be finished with."""
        self.paused = PausedWatch(session, actor, self)
        self._busy = False
        self._last: LastStep | None = None

    @property
    def undoable(self) -> Number | None:
        """The number of the last step, as long as that can be undone: it is where the step left it, and just now."""
        last, serving = self._last, self.state.serving
        if last is None or not last.since <= self.session.now() < last.until:  # `since`: the clock may be set back
            return None
        still = serving is not None and serving.id == last.number.id if last.at_window else serving is None
        return last.number if still else None

    @property
    def undo_words(self) -> str:
        """What `undo` would take back, in words; empty when nothing."""
        return self._last.what() if self._last and self.undoable else ""

    def query(self) -> Callable[[Store], QueueState]:
        """What to read of the store."""
        actor, now, before = self.actor, self.session.now(), self.state.serving

        def read(store: Store) -> QueueState:
            person, today = people.person_today(store, actor.number, now), day_of(now)
            return QueueState(
                serving=views.serving(store, actor.number, now),
                before=views.number(store, before.id) if before else None,
                waiting=views.in_line(store, actor.hall, now),
                aside=views.set_aside(store, actor.hall, now),
                services=views.services(store, actor.hall, person.window) if person and person.window else (),
                served=sum(
                    work.total for work in statistics.workload(store, today, today) if work.staff == actor.number
                ),
                now=now,
                lines=waits.lines(store, actor.hall, now),
            )

        return read

    def refresh(self) -> None:
        """Look again, though no page is open."""
        self.session.read(self, self.query(), self.show_state)

    def show_state(self, state: QueueState) -> None:
        """What was read."""
        changed = (state.serving and state.serving.id) != (self.state.serving and self.state.serving.id)
        self.state, self._busy = state, False
        if changed:
            self.given = state.serving.service if state.serving else ""
        self._tell_taken(state)
        self.shown.emit()

    def choose(self, service: str) -> None:
        """The service actually given."""
        if self.state.serving:
            self.given = service
            self.shown.emit()

    def choose_services(self, services: tuple[str, ...]) -> None:
        """The services called to this window from now on."""
        actor, now = self.actor, self.session.now()
        self._act(lambda store: actions.choose_services(store, actor, services, now=now), lambda _: None)

    def call_next(self) -> None:
        actor, now, services = self.actor, self.session.now(), self.state.services
        arbiter = self.session.call_arbiter
        self._act(lambda store: actions.call_next(store, actor, services, arbiter=arbiter, now=now), self._called)

    def call(self, number: Number) -> None:
        """指定呼叫: this number out of its turn."""
        actor, now, arbiter = self.actor, self.session.now(), self.session.call_arbiter

        def work(store: Store) -> Number | Refusal | None:
            refusal = actions.call(store, actor, number.id, arbiter=arbiter, now=now)
            return refusal or views.number(store, number.id)

        self._act(work, lambda called: self._called(called or number))

    def put_first(self, number: Number, priority: str) -> None:
        """A number goes first from now on, and why."""
        actor, now, said = self.actor, self.session.now(), self.tr("{label} 优先（{why}）。")
        self._act(
            lambda store: actions.prioritize(store, actor, number.id, priority, now=now),
            lambda _: self.said.emit(said.format(label=number.label, why=words.priority(priority)), "good"),
        )

    def call_again(self) -> None:
        self._step(actions.call_again, self.tr("再次呼叫 {label}。"))

    def done(self) -> None:
        """Finished; afterwards nothing has to be answered."""
        if self.state.serving and not self.given:
            self.said.emit(self.tr("请先选实际办理的业务（数字键 1 至 9）。"), "warn")
            return
        given = self.given
        self._step(
            lambda store, actor, number, now: actions.done(store, actor, number, given, now=now),
            self.tr("{label} 已办结。"),
            (lambda: self.tr("{label} 的办结"), self._reopen),
        )

    def hold(self) -> None:
        self._step(
            actions.hold, self.tr("{label} 已挂起，可以叫下一位。"), (lambda: self.tr("{label} 的挂起"), self.take_back)
        )

    def no_show(self) -> None:
        self._step(
            actions.no_show,
            self.tr("{label} 已过号，可以叫下一位。"),
            (lambda: self.tr("{label} 的过号"), self.take_back),
        )

    def take_back(self, number: Number) -> None:
        """Call a number back that was held or did not come."""
        actor, now, said = self.actor, self.session.now(), self.tr("已召回 {label}。")
        arbiter = self.session.call_arbiter
        self._act(
            lambda store: actions.take_back(store, actor, number.id, arbiter=arbiter, now=now),
            lambda _: self.said.emit(said.format(label=number.label), "good"),
        )

    def undo(self) -> None:
        """Take the last step back: a new fact, nothing is deleted."""
        if not self._busy and self.undoable and (last := self._last):
            self._last = None
            last.back()

    def _reopen(self, number: Number) -> None:
        self._take_step_back(actions.reopen, number, self.tr("{label} 的办结已撤回，请再选实际办理的业务。"))

    def _put_back(self, number: Number) -> None:
        self._take_step_back(actions.put_back, number, self.tr("{label} 的叫号已撤回，按原来的位置等候。"))

    def _take_step_back(self, step: Step, number: Number, said: str) -> None:
        actor, now = self.actor, self.session.now()
        self._act(
            lambda store: step(store, actor, number.id, now=now),
            lambda _: self.said.emit(said.format(label=number.label), "good"),
        )

    def _allow_undo(self, number: Number, since: int, way: WayBack, *, at_window: bool) -> None:
        until = since + self.session.here.policy[CounterTimes].undo_seconds * 1000
        words, back = way
        self._last = LastStep(
            number=number,
            what=lambda: words().format(label=number.label),
            since=since,
            until=until,
            at_window=at_window,
            back=lambda: back(number),
        )

    def _step(self, step: Step, said: str, back: WayBack | None = None) -> None:
        number, actor, now = self.state.serving, self.actor, self.session.now()
        if number is None:
            return

        def done(_: None) -> None:
            self._last = None
            if back:
                self._allow_undo(number, now, back, at_window=False)
            self.said.emit(said.format(label=number.label), "good")

        self._act(lambda store: step(store, actor, number.id, now=now), done)

    def _called(self, number: Number) -> None:
        called_at = number.called_at or self.session.now()
        self._allow_undo(number, called_at, (lambda: self.tr("{label} 的叫号"), self._put_back), at_window=True)
        self.said.emit(
            self.tr("请 {label} 到 {window}号窗口。").format(label=number.label, window=number.window), "good"
        )

    def _act(self, work: Callable[[Store], Any | Refusal], done: Callable[[Any], None]) -> None:
        """One step at a time: a bouncing key counts once. The same job of the store thread reads the queue."""
        if self._busy:
            return
        self._busy = True
        read = self.query()

        def do(store: Store) -> tuple[Any, QueueState] | Refusal:
            answer = work(store)
            return answer if isinstance(answer, Refusal) else (answer, read(store))

        def finish(answered: tuple[Any, QueueState]) -> None:
            answer, state = answered
            done(answer)
            self.show_state(state)

        def refused(text: str) -> None:
            self._busy = False
            self.said.emit(text, "warn")

        self.session.act(self, do, finish, refused)

    def _tell_taken(self, state: QueueState) -> None:
        """Two windows called one number while they could not see each other: the later call holds, both are told."""
        taken = state.before
        if taken and taken.state is State.CALLED and taken.staff != self.actor.number:
            text = self.tr("{label} 也被 {window}号窗口叫到，现由该窗口办理。")
            self.said.emit(text.format(label=taken.label, window=taken.window), "warn")
