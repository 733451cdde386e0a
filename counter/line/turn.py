"""One person's turn at the line: what they see of it and the steps they take. The page and the bar share it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.desk import Desk
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.line import actions, views
from shared.practice.line.views import Number, State

Step = Callable[..., Refusal | None]


@dataclass(frozen=True)
class Slip:
    """The last step and how it is undone, while that can be: with which number, whether it is still at the window."""

    number: Number
    since: int
    until: int
    at_window: bool
    back: Callable[[], None]


@dataclass(frozen=True)
class Look:
    """The line at a moment: whom this window serves, who waits, who stands aside; `before` is whom it served before.

    `services` are those called to this window (none: all), `served` how many this person served today.
    """

    serving: Number | None = None
    before: Number | None = None
    waiting: tuple[Number, ...] = ()
    aside: tuple[Number, ...] = ()
    services: tuple[str, ...] = ()
    served: int = 0
    now: int = 0


class Turn(QObject):
    """Emits `shown` when `look` is new, `said(text, tone)` when there is something to say."""

    shown = Signal()
    said = Signal(str, str)

    def __init__(self, desk: Desk, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.actor = desk, actor
        self.look = Look()
        self.given = ""
        """The service this number will be finished with."""
        self._busy = False
        self._slip: Slip | None = None

    @property
    def undoable(self) -> Number | None:
        """The number of the last step, as long as that can be undone: it is where the step left it, and just now."""
        slip, serving = self._slip, self.look.serving
        if slip is None or not slip.since <= self.desk.now() < slip.until:  # a clock set back has no slips
            return None
        still = serving is not None and serving.id == slip.number.id if slip.at_window else serving is None
        return slip.number if still else None

    def reading(self) -> Callable[[Any], Look]:
        """What to read of the store."""
        actor, now, before = self.actor, self.desk.now(), self.look.serving

        def read(store: Any) -> Look:
            person, today = people.person(store, actor.number), day_of(now)
            return Look(
                serving=views.serving(store, actor.number, now),
                before=views.number(store, before.id) if before else None,
                waiting=views.in_line(store, actor.hall, now),
                aside=views.set_aside(store, actor.hall, now),
                services=views.services(store, person.window) if person and person.window else (),
                served=sum(work.total for work in views.workload(store, today, today) if work.staff == actor.number),
                now=now,
            )

        return read

    def refresh(self) -> None:
        """Look again, though no page is open."""
        self.desk.run(self, self.reading(), self.show_look)

    def show_look(self, look: Look) -> None:
        """What was read."""
        changed = (look.serving and look.serving.id) != (self.look.serving and self.look.serving.id)
        self.look, self._busy = look, False
        if changed:
            self.given = look.serving.service if look.serving else ""
        self._tell_taken(look)
        self.shown.emit()

    def choose(self, service: str) -> None:
        """The service actually given."""
        if self.look.serving:
            self.given = service
            self.shown.emit()

    def choose_services(self, services: tuple[str, ...]) -> None:
        """The services called to this window from now on."""
        actor, now = self.actor, self.desk.now()
        self._act(lambda store: actions.choose_services(store, actor, services, now=now), lambda _: None)

    def call_next(self) -> None:
        actor, now, services = self.actor, self.desk.now(), self.look.services
        arbiter = self.desk.line_arbiter
        self._act(lambda store: actions.call_next(store, actor, services, arbiter=arbiter, now=now), self._called)

    def call_again(self) -> None:
        self._step(actions.call_again, self.tr("再次呼叫 {label}。"))

    def done(self) -> None:
        """Finished; afterwards nothing has to be answered."""
        if self.look.serving and not self.given:
            self.said.emit(self.tr("请先选实际办理的业务（数字键 1 至 9）。"), "warn")
            return
        given = self.given
        self._step(
            lambda store, actor, number, now: actions.done(store, actor, number, given, now=now),
            self.tr("{label} 已办结。"),
            self._reopen,
        )

    def hold(self) -> None:
        self._step(actions.hold, self.tr("{label} 已挂起，可以叫下一位。"), self.take_back)

    def no_show(self) -> None:
        self._step(actions.no_show, self.tr("{label} 已过号，可以叫下一位。"), self.take_back)

    def take_back(self, number: Number) -> None:
        """Call a number back that was held or did not come."""
        actor, now, said = self.actor, self.desk.now(), self.tr("已召回 {label}。")
        arbiter = self.desk.line_arbiter
        self._act(
            lambda store: actions.take_back(store, actor, number.id, arbiter=arbiter, now=now),
            lambda _: self.said.emit(said.format(label=number.label), "good"),
        )

    def undo(self) -> None:
        """Take the last step back: a new fact, nothing is deleted."""
        if not self._busy and self.undoable and (slip := self._slip):
            self._slip = None
            slip.back()

    def _reopen(self, number: Number) -> None:
        self._take_step_back(actions.reopen, number, self.tr("{label} 的办结已撤回，请再选实际办理的业务。"))

    def _put_back(self, number: Number) -> None:
        self._take_step_back(actions.put_back, number, self.tr("{label} 的叫号已撤回，按原来的位置等候。"))

    def _take_step_back(self, step: Step, number: Number, said: str) -> None:
        actor, now = self.actor, self.desk.now()
        self._act(
            lambda store: step(store, actor, number.id, now=now),
            lambda _: self.said.emit(said.format(label=number.label), "good"),
        )

    def _may_slip(self, number: Number, since: int, back: Callable[[Number], None], *, at_window: bool) -> None:
        until = since + self.desk.here.policy[CounterTimes].undo_seconds * 1000
        self._slip = Slip(number, since, until, at_window, lambda: back(number))

    def _step(self, step: Step, said: str, back: Callable[[Number], None] | None = None) -> None:
        number, actor, now = self.look.serving, self.actor, self.desk.now()
        if number is None:
            return

        def done(_: None) -> None:
            self._slip = None
            if back:
                self._may_slip(number, now, back, at_window=False)
            self.said.emit(said.format(label=number.label), "good")

        self._act(lambda store: step(store, actor, number.id, now=now), done)

    def _called(self, number: Number) -> None:
        self._may_slip(number, number.called_at or self.desk.now(), self._put_back, at_window=True)
        self.said.emit(
            self.tr("请 {label} 到 {window}号窗口。").format(label=number.label, window=number.window), "good"
        )

    def _act(self, work: Callable[[Any], Any | Refusal], done: Callable[[Any], None]) -> None:
        """One step at a time: a key that bounces is one key. The line is read in the same breath."""
        if self._busy:
            return
        self._busy = True
        read = self.reading()

        def do(store: Any) -> tuple[Any, Look] | Refusal:
            answer = work(store)
            return answer if isinstance(answer, Refusal) else (answer, read(store))

        def finish(answered: tuple[Any, Look]) -> None:
            answer, look = answered
            done(answer)
            self.show_look(look)

        def refused(text: str) -> None:
            self._busy = False
            self.said.emit(text, "warn")

        self.desk.act(self, do, finish, refused)

    def _tell_taken(self, look: Look) -> None:
        """Two windows called one number while they could not see each other: the later call holds, both are told."""
        taken = look.before
        if taken and taken.state is State.CALLED and taken.staff != self.actor.number:
            text = self.tr("{label} 也被 {window}号窗口叫到，现由该窗口办理。")
            self.said.emit(text.format(label=taken.label, window=taken.window), "warn")
