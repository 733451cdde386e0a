"""特殊事项: tickets whose handler asks for the longer time; the supervisor consents, or says why not."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import moment, short_day
from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.tickets import light_column
from counter.kit.words import Button, Text, TextArea
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Deadlines, InquirySpecialAsked
from shared.practice.inquiries.views import Ticket
from shared.qt.boxes import row


class SpecialRequest(msgspec.Struct, frozen=True):
    """A ticket, the grounds for more time, and the deadlines after consent (`then`)."""

    ticket: Ticket
    text: str
    grounds: str
    then: Deadlines


class ConsentPage(Page[tuple[SpecialRequest, ...]]):
    """Lists the requests that wait for a decision, with their grounds."""

    place = Place("consent", QT_TRANSLATE_NOOP("Counter", "特殊事项"), "check", Act.CONSENT, Group.HALL, 3)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[SpecialRequest] = Table(
            QT_TRANSLATE_NOOP("Counter", "特殊事项"), self._columns(), key=lambda request: request.ticket.id
        )
        self.words, self.grounds, self.days = Text(wrap=True), Text(wrap=True), Text(style="strong", wrap=True)
        self.consent = Button(QT_TRANSLATE_NOOP("Counter", "同意按特殊事项办理"), "primary", "check", "Ctrl+Return")
        self.decline = Button(QT_TRANSLATE_NOOP("Counter", "不同意"), "danger", shortcut="Ctrl+Delete")
        self.table.moved.connect(self._on_row_changed)
        self.consent.clicked.connect(self._consent)
        self.decline.clicked.connect(self._decline)
        self._build()

    def _build(self) -> None:
        detail = Panel()
        detail.box.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "用户的问题"), "caption"))
        detail.box.addWidget(text_below(self.words))
        detail.box.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "申请理由"), "caption"))
        detail.box.addWidget(text_below(self.grounds))
        detail.box.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "同意之后"), "caption"))
        detail.box.addWidget(self.days)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(detail)
        below = row(Text(_EXPLAIN, "soft", wrap=True), self.decline, self.consent)
        below.setStretch(0, 1)
        self.body.addLayout(below)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return len(views.digest(store, actor.hall, now).special_asked)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[SpecialRequest, ...]]:
        hall, now = self.actor.hall, self.session.now()

        def read(store: Store) -> tuple[SpecialRequest, ...]:
            pages = (views.page(store, ticket.id, now) for ticket in views.digest(store, hall, now).special_asked)
            return tuple(_request(page, views.with_special_time(store, page)) for page in pages if page is not None)

        return read

    def show_data(self, data: tuple[SpecialRequest, ...]) -> None:
        self.table.show_rows(data)

    def _on_row_changed(self, request: SpecialRequest | None) -> None:
        self.consent.setEnabled(request is not None)
        self.decline.setEnabled(request is not None)
        self.words.setText(request.text if request else "")
        self.grounds.setText(request.grounds if request else self.tr("没有等待同意的特殊事项。"))
        self.days.setText(self._days(request) if request else "")

    def _days(self, request: SpecialRequest) -> str:
        ticket, then = request.ticket, request.then
        text = self.tr("答复目标 {target} → {new_target}；最迟答复 {limit} → {new_limit}")
        days = {"target": ticket.target, "new_target": then.target, "limit": ticket.limit, "new_limit": then.limit}
        return text.format(**{name: wording.day(day) for name, day in days.items()})

    def _consent(self) -> None:
        request = self.table.current()
        if request is None:
            return
        ticket, title = request.ticket, QT_TRANSLATE_NOOP("Counter", "同意按特殊事项办理")
        intro = f"{ticket.number} · {ticket.text}\n{self._days(request)}"
        dialog = Dialog(self, title, intro, ok=QT_TRANSLATE_NOOP("Counter", "同意"))

        def submit(done: Dialog, _values: Mapping[str, Any]) -> None:
            now, text = self.session.now(), self.tr("{number} 按特殊事项办理。").format(number=ticket.number)
            self.answer(
                done,
                lambda store: actions.consent(store, self.actor, ticket.id, now=now),
                lambda _: self.notice.say(text),
            )

        dialog.ask(submit)

    def _decline(self) -> None:
        request = self.table.current()
        if request is None:
            return
        ticket = request.ticket
        dialog = Dialog(
            self,
            QT_TRANSLATE_NOOP("Counter", "不同意按特殊事项办理"),
            ticket.number,
            ok=QT_TRANSLATE_NOOP("Counter", "确定"),
            look="danger",
        )
        dialog.add("reason", QT_TRANSLATE_NOOP("Counter", "理由"), TextArea())

        def submit(done: Dialog, values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(done, lambda store: actions.decline(store, self.actor, ticket.id, values["reason"], now=now))

        dialog.ask(submit)

    def _columns(self) -> list[Column[SpecialRequest]]:
        return [
            light_column(lambda request: request.ticket),
            Column(QT_TRANSLATE_NOOP("Counter", "工单号"), lambda a: a.ticket.number),
            Column(
                QT_TRANSLATE_NOOP("Counter", "受理时间"),
                lambda a: moment(a.ticket.received_at, self.session.now()),
                order=lambda a: a.ticket.received_at,
            ),
            Column(
                QT_TRANSLATE_NOOP("Counter", "最迟答复日"),
                lambda a: short_day(a.ticket.limit, self.session.now()),
                order=lambda a: a.ticket.limit,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "首问责任人"), lambda a: self.session.here.name(a.ticket.owner)),
            Column(QT_TRANSLATE_NOOP("Counter", "承办人"), lambda a: self.session.here.name(a.ticket.acting)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda a: a.ticket.text, stretch=True),
        ]


_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "同意后按特殊事项的期限，从受理日起算；原期限仍会显示。")


def _request(page: views.TicketPage, then: Deadlines) -> SpecialRequest:
    grounds = [step.fact.grounds for step in page.steps if isinstance(step.fact, InquirySpecialAsked)]
    return SpecialRequest(page.ticket, page.text, grounds[-1] if grounds else "", then)
