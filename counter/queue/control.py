"""The queue steps of one window and its state as last read, shared by the page and the small bar."""

from collections.abc import Callable
from typing import Any

import msgspec
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
Undo = tuple[Callable[[], str], Callable[[Number], None]]
"""A step's name, translated when it is read, and how to undo it."""


class UndoableStep(msgspec.Struct, frozen=True):
    """How to undo the last step: its number, from when to when (epoch ms), whether the number is at the window.

    `what` names the step: A001 的办结.
    """

    number: Number
    what: Callable[[], str]
    since: int
    until: int
    at_window: bool
    undo: Callable[[], None]


class QueueState(msgspec.Struct, frozen=True):
    """The queue as read at `now` (epoch ms): `serving` at this window, `waiting`, `aside` (held or no-show).

    `before`: the number served at the last reading, as it is now. `services`: those called to this window (none: all).
    `served`: how many this person served today. `lines`: the hall's waiting times by service.
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
    """Emits `shown` when `state` was read again, `notified(text, tone)` for messages."""

    shown = Signal()
    notified = Signal(str, str)

    def __init__(self, session: CounterSession, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.actor = session, actor
        self.state = QueueState()
        self.given = ""
        """The service that the number at the window will be finished with."""
        self.paused = PausedWatch(session, actor, self)
        self._busy = False
        self._last: UndoableStep | None = None

    @property
    def undoable(self) -> Number | None:
        """The number of the last step if it can be undone: within the time for it, and nothing happened since."""
        last, serving = self._last, self.state.serving
        if last is None or not last.since <= self.session.now() < last.until:  # `since`: the clock may be set back
            return None
        still = serving is not None and serving.id == last.number.id if last.at_window else serving is None
        return last.number if still else None

    @property
    def undo_words(self) -> str:
        """The name of the step that `undo` would take back; "" for none."""
        return self._last.what() if self._last and self.undoable else ""

    def query(self) -> Callable[[Store], QueueState]:
        """The reading of the state, for the store thread."""
        actor, now, before = self.actor, self.session.now(), self.state.serving

        def read(store: Store) -> QueueState:
            with store.snapshot():  # else a number called meanwhile would be shown at a window and in the line
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
        """Read the state again."""
        self.session.read(self, self.query(), self.show_state)

    def show_state(self, state: QueueState) -> None:
        """Take over a state that was read and emit `shown`."""
        changed = (state.serving and state.serving.id) != (self.state.serving and self.state.serving.id)
        self.state, self._busy = state, False
        if changed:
            self.given = state.serving.service if state.serving else ""
        self._notify_taken_over(state)
        self.shown.emit()

    def choose(self, service: str) -> None:
        """Set the service actually given."""
        if self.state.serving:
            self.given = service
            self.shown.emit()

    def choose_services(self, services: tuple[str, ...]) -> None:
        """Set the services called to this window."""
        actor, now = self.actor, self.session.now()
        self._act(lambda store: actions.choose_services(store, actor, services, now=now), lambda _: None)

    def call_next(self) -> None:
        """Call the next number of this window's services."""
        actor, now, services = self.actor, self.session.now(), self.state.services
        arbiter = self.session.call_arbiter
        self._act(lambda store: actions.call_next(store, actor, services, arbiter=arbiter, now=now), self._on_called)

    def call(self, number: Number) -> None:
        """指定呼叫: call this number out of its turn."""
        actor, now, arbiter = self.actor, self.session.now(), self.session.call_arbiter

        def work(store: Store) -> Number | Refusal | None:
            refusal = actions.call(store, actor, number.id, arbiter=arbiter, now=now)
            return refusal or views.number(store, number.id)

        self._act(work, lambda called: self._on_called(called or number))

    def put_first(self, number: Number, priority: str) -> None:
        """Give a number priority, with its reason."""
        actor, now, said = self.actor, self.session.now(), self.tr("{label} 优先（{why}）。")
        self._act(
            lambda store: actions.prioritize(store, actor, number.id, priority, now=now),
            lambda _: self.notified.emit(said.format(label=number.label, why=words.priority(priority)), "good"),
        )

    def call_again(self) -> None:
        """Repeat the call of the number at the window."""
        self._step(actions.call_again, self.tr("再次呼叫 {label}。"))

    def done(self) -> None:
        """Finish the number with the service actually given."""
        if self.state.serving and not self.given:
            self.notified.emit(self.tr("请先选实际办理的业务（数字键 1 至 9）。"), "warn")
            return
        given = self.given
        self._step(
            lambda store, actor, number, now: actions.done(store, actor, number, given, now=now),
            self.tr("{label} 已办结。"),
            (lambda: self.tr("{label} 的办结"), self._undo_done),
        )

    def hold(self) -> None:
        """Put the number aside; it can be recalled."""
        self._step(
            actions.hold, self.tr("{label} 已挂起，可以叫下一位。"), (lambda: self.tr("{label} 的挂起"), self.take_back)
        )

    def no_show(self) -> None:
        """Record that the customer did not come."""
        self._step(
            actions.no_show,
            self.tr("{label} 已过号，可以叫下一位。"),
            (lambda: self.tr("{label} 的过号"), self.take_back),
        )

    def take_back(self, number: Number) -> None:
        """Recall a number that was held or missed."""
        actor, now, said = self.actor, self.session.now(), self.tr("已召回 {label}。")
        arbiter = self.session.call_arbiter
        self._act(
            lambda store: actions.take_back(store, actor, number.id, arbiter=arbiter, now=now),
            lambda _: self.notified.emit(said.format(label=number.label), "good"),
        )

    def undo(self) -> None:
        """Undo the last step by a new fact; nothing is deleted."""
        if not self._busy and self.undoable and (last := self._last):
            self._last = None
            last.undo()

    def _undo_done(self, number: Number) -> None:
        self._undo_step(actions.reopen, number, self.tr("{label} 的办结已撤回，请再选实际办理的业务。"))

    def _undo_call(self, number: Number) -> None:
        self._undo_step(actions.put_back, number, self.tr("{label} 的叫号已撤回，按原来的位置等候。"))

    def _undo_step(self, step: Step, number: Number, said: str) -> None:
        actor, now = self.actor, self.session.now()
        self._act(
            lambda store: step(store, actor, number.id, now=now),
            lambda _: self.notified.emit(said.format(label=number.label), "good"),
        )

    def _allow_undo(self, number: Number, since: int, undo: Undo, *, at_window: bool) -> None:
        until = since + self.session.here.policy[CounterTimes].undo_seconds * 1000
        name, take_back = undo
        self._last = UndoableStep(
            number=number,
            what=lambda: name().format(label=number.label),
            since=since,
            until=until,
            at_window=at_window,
            undo=lambda: take_back(number),
        )

    def _step(self, step: Step, said: str, back: Undo | None = None) -> None:
        number, actor, now = self.state.serving, self.actor, self.session.now()
        if number is None:
            return

        def done(_: None) -> None:
            self._last = None
            if back:
                self._allow_undo(number, now, back, at_window=False)
            self.notified.emit(said.format(label=number.label), "good")

        self._act(lambda store: step(store, actor, number.id, now=now), done)

    def _on_called(self, number: Number) -> None:
        called_at = number.called_at or self.session.now()
        self._allow_undo(number, called_at, (lambda: self.tr("{label} 的叫号"), self._undo_call), at_window=True)
        self.notified.emit(
            self.tr("请 {label} 到 {window}号窗口。").format(label=number.label, window=number.window), "good"
        )

    def _act(self, work: Callable[[Store], Any | Refusal], done: Callable[[Any], None]) -> None:
        """Do one step at a time, so that a bouncing key counts once; the same job reads the state again."""
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
            self.notified.emit(text, "warn")

        self.session.act(self, do, finish, refused)

    def _notify_taken_over(self, state: QueueState) -> None:
        """Tell that another window called the same number while both were offline; the later call holds."""
        taken = state.before
        if taken and taken.state is State.CALLED and taken.staff != self.actor.number:
            text = self.tr("{label} 也被 {window}号窗口叫到，现由该窗口办理。")
            self.notified.emit(text.format(label=taken.label, window=taken.window), "warn")
