"""The notice of tickets that are due: in opening hours, repeated only when a ticket or a state is added."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from PySide6.QtCore import QObject

from counter.kit.notice import Notice
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.domain.sections import Hours
from shared.domain.workdays import day_of, local
from shared.practice.inquiries import views
from shared.practice.inquiries.views import Level, LightState, Ticket
from shared.reference.views import calendar

_REPORTED = (LightState.OVERDUE, LightState.NOT_INFORMED, LightState.PAST_TARGET, LightState.DUE_SOON)
Tickets = tuple[Ticket, ...]


class DueTickets(msgspec.Struct, frozen=True):
    """The tickets to report: `mine` as handler, `owned` as owner but handled by others, `hall`: overdue in the hall."""

    today: date
    mine: Tickets = ()
    owned: Tickets = ()
    hall: Tickets = ()

    def marks(self) -> frozenset[tuple[object, ...]]:
        """The state of each ticket; a state that was not there before calls for another notice."""
        return frozenset(
            (part, t.id, t.light.state, len(t.warned), t.inform_by <= self.today, t.level)
            for part in ("mine", "owned", "hall")
            for t in getattr(self, part)
        )


class DueNotice(QObject):
    """Notifies the handler; past the limit also the owner and, of the whole hall, the supervisor."""

    def __init__(self, session: CounterSession, actor: Actor, notice: Notice) -> None:
        super().__init__(notice)
        self.session, self._actor, self._notice = session, actor, notice
        self._notified: frozenset[tuple[object, ...]] = frozenset()
        session.changed.connect(self.refresh)
        session.minute.connect(self.refresh)

    def refresh(self) -> None:
        """Read the tickets that are due now, then notify."""
        self.session.read(self, self._reader(), self._notify)

    def _reader(self) -> Callable[[Store], DueTickets]:
        actor, now, hours = self._actor, self.session.now(), self.session.here.policy[Hours]

        def read(store: Store) -> DueTickets:
            today = day_of(now)
            return _due_tickets(store, actor, today, now) if is_open(store, hours, now) else DueTickets(today)

        return read

    def _notify(self, found: DueTickets) -> None:
        marks = found.marks()
        if marks - self._notified:
            self._notice.say(lambda: "\n".join(self._sentences(found)), "warn", 20)
        self._notified |= marks

    def _sentences(self, found: DueTickets) -> Iterator[str]:
        if parts := [part.format(n=n) for part, n in self._parts(found) if n]:
            yield self.tr("您承办的首问工单：{parts}").format(parts=" · ".join(parts))
        if found.owned:
            yield self.tr("您首问、由他人承办的工单：超期 {n} 张").format(n=len(found.owned))
        if found.hall:
            branch = sum(ticket.level >= Level.BRANCH for ticket in found.hall)
            text = self.tr("本厅首问工单：超期 {n} 张").format(n=len(found.hall))
            yield text + (self.tr("，其中应报分公司 {branch} 张").format(branch=branch) if branch else "")

    def _parts(self, found: DueTickets) -> Iterator[tuple[str, int]]:
        names = {
            LightState.OVERDUE: self.tr("超期 {n} 张"),
            LightState.NOT_INFORMED: self.tr("应告知未告知 {n} 张"),
            LightState.PAST_TARGET: self.tr("已过目标日 {n} 张"),
            LightState.DUE_SOON: self.tr("临期 {n} 张"),
        }
        for state, text in names.items():
            yield text, sum(ticket.light.state is state for ticket in found.mine)
        yield self.tr("今天应告知用户 {n} 张"), sum(ticket.inform_by == found.today for ticket in found.mine)


def is_open(store: Store, hours: Hours, now: int) -> bool:
    """Whether people are at work at `now`, epoch ms: in opening hours, on a working day."""
    return hours.open <= local(now).time() <= hours.close and calendar(store).is_workday(day_of(now))


def _due_tickets(store: Store, actor: Actor, today: date, now: int) -> DueTickets:
    concerned = views.of_person(store, actor.number, now)
    mine = (t for t in concerned if t.acting == actor.number)
    overdue = [t for t in concerned if t.level >= Level.SUPERVISOR and t.acting != actor.number]
    hall = views.escalated(store, Level.SUPERVISOR, now, (actor.hall,)) if may(actor.role, Act.CONSENT) else ()
    return DueTickets(
        today,
        mine=tuple(t for t in mine if t.light.state in _REPORTED or t.inform_by == today),
        owned=tuple(t for t in overdue if t.owner == actor.number),
        hall=hall,
    )
