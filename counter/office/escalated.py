"""超期上报: open tickets of all halls past their limit, with the level they are escalated to."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import short_day
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.tickets import light_column
from counter.kit.words import Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.people import views as people
from shared.practice.inquiries import views
from shared.practice.inquiries.views import Level, Ticket

_LEVELS = {
    Level.SUPERVISOR: QT_TRANSLATE_NOOP("Counter", "站长"),
    Level.BRANCH: QT_TRANSLATE_NOOP("Counter", "应报分公司"),
    Level.OFFICE: QT_TRANSLATE_NOOP("Counter", "经营管理部"),
}
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "超过最迟答复日的工单；分公司不用本系统，应报分公司的请另行通知。用户信息在办理大厅查看。"
)


class EscalatedPage(Page[tuple[tuple[Ticket, ...], dict[str, str]]]):
    """Lists the tickets, the longest overdue first."""

    place = Place(
        "escalated",
        QT_TRANSLATE_NOOP("Counter", "超期上报"),
        "clock",
        Act.SEE_ALL_HALLS,
        Group.OFFICE,
        2,
        Theme.SERVICE,
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Ticket] = Table(
            QT_TRANSLATE_NOOP("Counter", "超期上报"), self._columns(), key=lambda ticket: ticket.id
        )
        self.summary = Text(style="soft")
        self._halls: dict[str, str] = {}
        self.head.addWidget(self.summary)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addWidget(self.table, 1)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[tuple[Ticket, ...], dict[str, str]]]:
        now = self.session.now()

        def read(store: Store) -> tuple[tuple[Ticket, ...], dict[str, str]]:
            return views.escalated(store, Level.SUPERVISOR, now), {h.code: h.name for h in people.halls(store)}

        return read

    def show_data(self, data: tuple[tuple[Ticket, ...], dict[str, str]]) -> None:
        tickets, self._halls = data
        self.table.show_rows(tickets)
        office = sum(ticket.level is Level.OFFICE for ticket in tickets)
        self.summary.setText(
            self.tr("超期 {all} 张，已报经营管理部 {office} 张").format(all=len(tickets), office=office)
        )

    def _columns(self) -> list[Column[Ticket]]:
        return [
            light_column(lambda ticket: ticket),
            Column(QT_TRANSLATE_NOOP("Counter", "上报"), lambda t: say(_LEVELS[t.level])),
            Column(QT_TRANSLATE_NOOP("Counter", "工单号"), lambda t: t.number),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda t: self._halls.get(t.hall, t.hall)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "最迟答复日"),
                lambda t: short_day(t.limit, self.session.now()),
                order=lambda t: t.limit,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "首问责任人"), lambda t: self.session.here.name(t.owner)),
            Column(QT_TRANSLATE_NOOP("Counter", "承办人"), lambda t: self.session.here.name(t.acting)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda t: t.text, stretch=True),
        ]
