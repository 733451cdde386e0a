"""The details of a ticket: light, promised days, customer (masked until revealed), history, and the steps."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter.kit.clock import moment, short_day
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.scroll import scrolling
from counter.kit.tickets import tone
from counter.kit.words import PRINT, WHY, Button, Text, as_typed
from counter.staff import inquiry_days, inquiry_slip, inquiry_steps
from counter.staff.inquiry_clash import ClashStrip
from counter.staff.inquiry_steps import STEPS
from shared.daily_log import words as daily_log_words
from shared.domain import phones
from shared.practice.inquiries import actions, words
from shared.practice.inquiries.actions import Customer
from shared.practice.inquiries.facts import InquiryCalledBack, InquiryClosed, InquiryInformed, State
from shared.practice.inquiries.views import Clash, Ticket, TicketStep
from shared.practice.inquiries.views import TicketPage as TicketPage
from shared.qt import theme
from shared.qt.widgets import clear, label, set_property

_SPECIAL_ASKED = QT_TRANSLATE_NOOP("Counter", "待站长同意")
_DAYS_ACROSS = 2
_PERSONS = ("owner", "to", "person")


class Detail(Panel):
    """Shows the ticket of the list's current row."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self.ticket_page: TicketPage | None = None
        self._awaited = ""
        self._pressed: Callable[[TicketPage], object] | None = None
        self._masked_clashes: tuple[Clash, ...] = ()
        self._customer = Customer("", "")
        self.number, self.light, self.facts = Text(style="title"), Text(), Text(style="soft", wrap=True)
        self.asked = Text(_SPECIAL_ASKED, tone="warn")
        for chip in (self.light, self.asked):
            chip.setProperty("look", "chip")
        self.customer, self.words, self.answer = Text(), Text(style="lead", wrap=True), Text(wrap=True)
        self.reveal = Button(QT_TRANSLATE_NOOP("Counter", "查看用户信息"), shortcut="Ctrl+K")
        self.reveal.clicked.connect(lambda: self._act(self._reveal))
        self.why = Button(QT_TRANSLATE_NOOP("Counter", "为什么是这一天？"), "quiet", shortcut=WHY)
        self.why.clicked.connect(lambda: self._act(lambda shown: inquiry_days.open_days(page, shown)))
        self.slip = Button(QT_TRANSLATE_NOOP("Counter", "打印回执"), "quiet", shortcut=PRINT)
        self.slip.clicked.connect(lambda: self._act(lambda shown: inquiry_slip.open_slip(page, shown.ticket)))
        self._days = QGridLayout()
        self._history = QVBoxLayout()
        self.steps = {step.key: self._button(step) for step in STEPS}
        self.clash = ClashStrip(page)
        self._build()
        self.show_page(None)

    def minimumSizeHint(self) -> QSize:
        """The same width for nearly every ticket, so that the list beside it does not move."""
        least = super().minimumSizeHint()
        return QSize(max(least.width(), theme.current().px("form") * 9 // 10), least.height())

    def show_page(self, ticket_page: TicketPage | None) -> None:
        """Show this ticket, or that none is chosen."""
        before = _customer(self.ticket_page)
        self.ticket_page = ticket_page
        for part in (self.light, self.reveal, self._inside):
            part.setVisible(ticket_page is not None)
        self.asked.setVisible(ticket_page is not None and ticket_page.ticket.special_asked)
        self._show_steps(ticket_page)
        if ticket_page is None:
            self.await_ticket("")
            self.number.setText(self.tr("没有选中工单"))
            return
        self._show_head(ticket_page, _customer(ticket_page) != before)
        self._show_days(ticket_page.ticket)
        self._show_history(ticket_page)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and ticket_page.ticket.id == self._awaited:
            pressed(ticket_page)

    def await_ticket(self, ticket: str) -> None:
        """The ticket with this id is being read: what is pressed meanwhile acts on it, not on the one still shown."""
        if ticket != self._awaited:
            self._awaited, self._pressed = ticket, None
        if self.ticket_page is not None and self.ticket_page.ticket.id != ticket:
            self.ticket_page = None

    def _act(self, act: Callable[[TicketPage], object]) -> None:
        """Do something with the chosen ticket: at once, or when it is read."""
        if self.ticket_page is not None:
            act(self.ticket_page)
        elif self._awaited:
            self._pressed = act

    def _build(self) -> None:
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.current().px("small"))
        self._days.setHorizontalSpacing(theme.current().px("gap"))
        self._days.setVerticalSpacing(theme.current().px("tight"))
        inside.addWidget(self.clash)
        inside.addWidget(self.words)
        inside.addWidget(self.facts)
        inside.addLayout(self._days)
        inside.addLayout(Flow(self.why, self.slip, spacing="small"))
        inside.addLayout(Flow(self.customer, None, self.reveal))
        inside.addWidget(self.answer)
        inside.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "经过"), "strong"))
        self._history.setSpacing(theme.current().px("tight"))
        inside.addLayout(self._history)
        inside.addStretch(1)
        self.box.addLayout(Flow(self.number, None, self.asked, self.light))
        self.box.addWidget(scrolling(self._inside), 1)
        self.box.addLayout(Flow(*self.steps.values(), spacing="tight"))

    def _button(self, step: inquiry_steps.Step) -> Button:
        button = Button(step.title, step.look, shortcut=step.key)
        button.clicked.connect(lambda: self._act(lambda shown: self._ask(step, shown)))
        return button

    def _ask(self, step: inquiry_steps.Step, shown: TicketPage) -> None:
        if shown.ticket.state in step.states:  # it may be of the ticket shown before
            inquiry_steps.ask(self._page, step, shown)

    def _show_steps(self, ticket_page: TicketPage | None) -> None:
        """Show the steps that the ticket's state allows."""
        for step in STEPS:
            self.steps[step.key].setVisible(ticket_page is not None and ticket_page.ticket.state in step.states)

    def _show_head(self, ticket_page: TicketPage, other_customer: bool) -> None:
        ticket, name = ticket_page.ticket, self._page.session.here.name
        self.number.setText(ticket.number)
        self.light.setText(words.light(ticket.light.state))
        set_property(self.light, "tone", tone(ticket))
        self.words.setText(ticket_page.text or words.topic(ticket.topic))
        stand_in = self.tr("代办 {name}").format(name=name(ticket.stand_in)) if ticket.stand_in else ""
        parts = (
            words.kind(ticket.kind),
            words.channel(ticket.channel),
            words.topic(ticket.topic),
            self.tr("首问责任人 {name}").format(name=name(ticket.owner)),
            self.tr("承办人 {name}").format(name=name(ticket.handler)),
            stand_in,
        )
        self.facts.setText(" · ".join(part for part in parts if part))
        if other_customer or ticket_page.clashes != self._masked_clashes:
            self._masked_clashes, self._customer = (
                ticket_page.clashes,
                Customer(ticket.name, ticket.phone, ticket_page.clashes),
            )
        self._show_customer(self._customer)
        self.answer.setText(self.tr("答复：{answer}").format(answer=ticket_page.answer) if ticket_page.answer else "")
        self.answer.setVisible(bool(ticket_page.answer))

    def _show_days(self, ticket: Ticket) -> None:
        clear(self._days)
        now = self._page.session.now()
        first = ticket.first_limit != ticket.limit
        original = self.tr("（原定 {day}）").format(day=short_day(ticket.first_limit, now)) if first else ""
        days = [
            (self.tr("受理"), moment(ticket.received_at, now)),
            (self.tr("答复目标"), short_day(ticket.target, now)),
            (self.tr("最迟答复"), short_day(ticket.limit, now) + original),
        ]
        if ticket.state is State.OPEN:
            days.append((self.tr("下次告知"), short_day(ticket.inform_by, now)))
        for place, (title, text) in enumerate(days):
            line, across = place // _DAYS_ACROSS, place % _DAYS_ACROSS * 2
            self._days.addWidget(label(title, "caption", wrap=False), line, across)
            self._days.addWidget(label(text, wrap=False), line, across + 1)
        self._days.setColumnStretch(2 * _DAYS_ACROSS, 1)

    def _show_history(self, ticket_page: TicketPage) -> None:
        clear(self._history)
        now, name = self._page.session.now(), self._page.session.here.name
        for step in ticket_page.steps:
            who = f" · {name(step.actor)}" if step.actor else ""
            self._history.addWidget(label(moment(step.at, now) + who, "caption"))
            self._history.addWidget(as_typed(self._sentence(step, ticket_page.ticket)))
        for other in ticket_page.duplicates:
            self._history.addWidget(label(self.tr("重复工单 {number}").format(number=other.number), "soft"))
        if ticket_page.merged_into:
            number = ticket_page.merged_into.number
            self._history.addWidget(label(self.tr("已并入 {number}").format(number=number), "soft"))

    def _sentence(self, step: TicketStep, ticket: Ticket) -> str:
        if step.fact is None:
            return daily_log_words.sentence("personal_erased", {})
        details: dict[str, Any] = msgspec.to_builtins(step.fact)
        for field in _PERSONS:
            if details.get(field):
                details[field] = self._page.session.here.name(details[field])
        text = daily_log_words.sentence(step.fact.kind(), {**details, "number": ticket.number})
        return "：".join(part for part in (text, _fact_text(step.fact)) if part)

    def _reveal(self, shown: TicketPage) -> None:
        ticket, now, page = shown.ticket.id, self._page.session.now(), self._page
        page.act(
            lambda store: actions.open_personal(store, page.actor, ticket, now=now),
            lambda customer: self._show_revealed(ticket, customer),
        )

    def _show_revealed(self, ticket: str, customer: Customer) -> None:
        if self.ticket_page and self.ticket_page.ticket.id == ticket:
            self._show_customer(customer)

    def _show_customer(self, customer: Customer) -> None:
        self._customer = customer
        parts = [part for part in (customer.name, phones.shown(customer.phone)) if part]
        self.customer.setText(" · ".join(parts) or self.tr("用户没有留下姓名和电话"))
        self.reveal.setEnabled(bool(parts or customer.clashes))
        if self.ticket_page is not None:
            self.clash.show_clashes(self.ticket_page.ticket, customer.clashes)


def _customer(ticket_page: TicketPage | None) -> tuple[str, ...]:
    """The id, masked name and masked phone of a ticket: whether the same customer is shown again."""
    return (ticket_page.ticket.id, ticket_page.ticket.name, ticket_page.ticket.phone) if ticket_page else ()


def _fact_text(fact: object) -> str:
    """The text that a step adds to its sentence: message, answer or note."""
    if isinstance(fact, InquiryInformed):
        return str(fact.message)
    if isinstance(fact, InquiryClosed):
        return str(fact.answer)
    return str(fact.note) if isinstance(fact, InquiryCalledBack) else ""
