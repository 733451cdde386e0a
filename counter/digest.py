"""What is due, said once: as one sentence, in opening hours only, again only when something was added to it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from counter.desk import Desk
from counter.kit.page import Notice
from shared.kernel import Actor
from shared.practice.inquiries import views
from shared.practice.inquiries.views import Ticket, Word
from shared.reference.views import calendar
from shared.workdays import day_of, local


class Due(QObject):
    """Tells a person of their tickets that are due soon, past their target, not informed, or overdue."""

    _TOLD = (Word.OVERDUE, Word.NOT_INFORMED, Word.PAST_TARGET, Word.DUE_SOON)

    def __init__(self, desk: Desk, actor: Actor, notice: Notice) -> None:
        super().__init__(notice)
        self.desk, self._actor, self._notice = desk, actor, notice
        self._told: dict[str, Word] = {}
        desk.changed.connect(self.look)
        desk.minute.connect(self.look)

    def look(self) -> None:
        """Read what is due now."""
        self.desk.run(self, self._reading(), self._tell)

    def _reading(self) -> Callable[[Any], tuple[Ticket, ...]]:
        number, now, hours = self._actor.number, self.desk.now(), self.desk.here.policy.hours

        def read(store: Any) -> tuple[Ticket, ...]:
            open_now = hours.open <= local(now).time() <= hours.close and calendar(store).is_workday(day_of(now))
            mine = views.of_person(store, number, now) if open_now else ()
            return tuple(t for t in mine if t.light.word in self._TOLD and t.acting == number)

        return read

    def _tell(self, tickets: tuple[Ticket, ...]) -> None:
        now = {ticket.id: ticket.light.word for ticket in tickets}
        if any(self._told.get(ticket) is not word for ticket, word in now.items()):
            self._notice.say(self._sentence(tickets), "warn", 20)
        self._told |= now

    def _sentence(self, tickets: tuple[Ticket, ...]) -> str:
        names = {
            Word.OVERDUE: self.tr("超期 {n} 张"),
            Word.NOT_INFORMED: self.tr("应告知未告知 {n} 张"),
            Word.PAST_TARGET: self.tr("已过目标日 {n} 张"),
            Word.DUE_SOON: self.tr("临期 {n} 张"),
        }
        found = {word: sum(ticket.light.word is word for ticket in tickets) for word in self._TOLD}
        parts = " · ".join(names[word].format(n=n) for word, n in found.items() if n)
        return self.tr("您承办的首问工单：{parts}").format(parts=parts)
