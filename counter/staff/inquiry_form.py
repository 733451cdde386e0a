"""The form for a new ticket, usable by keyboard alone; with an answer the ticket is closed at once."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from counter.kit.choice import choice
from counter.kit.clock import moment
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.undo import UndoStep
from counter.kit.words import Text, TextArea, TextField, keys, say
from counter.session import CounterSession
from shared.domain import wording
from shared.domain.sections import CounterTimes
from shared.practice.inquiries import actions, views, words
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.facts import Channel, Topic
from shared.practice.inquiries.views import Ticket
from shared.qt import theme

_SEARCH_DELAY_MS = 300
_TITLE = QT_TRANSLATE_NOOP("Counter", "登记首问工单")
_OK = QT_TRANSLATE_NOOP("Counter", "登记")
_CHANNELS = {"Alt+1": Channel.VISIT, "Alt+2": Channel.PHONE, "Alt+3": Channel.MESSAGE}


class NewInquiry(Dialog):
    """Asks for question and phone, optionally more; one key chooses the channel.

    A known phone shows the customer's earlier tickets, masked.
    """

    def __init__(self, page: AnyPage) -> None:
        super().__init__(page, _TITLE, ok=_OK)
        self.session: CounterSession = page.session
        self.question = TextArea(QT_TRANSLATE_NOOP("Counter", "用户问什么？"), lines=3)
        self.phone = TextField(QT_TRANSLATE_NOOP("Counter", "办结后会按规定清除"))
        self.history = Text(style="soft")
        self.history.hide()
        self.channel = choice({each: f"{words.channel(each)}  {keys(key)}" for key, each in _CHANNELS.items()})
        self.topic = choice({each: words.topic(each) for each in Topic})
        self.add("text", QT_TRANSLATE_NOOP("Counter", "问题"), self.question)
        self.side_by_side(
            ("phone", QT_TRANSLATE_NOOP("Counter", "电话（选填）"), self.phone),
            ("name", QT_TRANSLATE_NOOP("Counter", "姓名（选填）"), TextField()),
        )
        self.note(self.history)
        self.side_by_side(
            ("channel", QT_TRANSLATE_NOOP("Counter", "方式"), self.channel),
            ("topic", QT_TRANSLATE_NOOP("Counter", "类别"), self.topic),
        )
        self.add("answer", QT_TRANSLATE_NOOP("Counter", "当场答复（填写即当场办结）"), TextArea(lines=2))
        self.add("grounds", QT_TRANSLATE_NOOP("Counter", "申请按特殊事项办理的理由（一般不填）"), TextField())
        for place, key in enumerate(_CHANNELS):  # they work in every field
            QShortcut(QKeySequence(key), self, lambda place=place: self.channel.setCurrentIndex(place))
        self._search_timer = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self._read_history)
        self.phone.textChanged.connect(self._search_timer.start)

    def _read_history(self) -> None:
        phone, now = self.phone.text().strip(), self.session.now()
        self.session.read(self, lambda store: views.by_phone(store, phone, now), self._show_history)

    def _show_history(self, tickets: tuple[Ticket, ...]) -> None:
        lines = [self.tr("这位用户以前有 {count} 张工单：").format(count=len(tickets))] if tickets else []
        for ticket in tickets[:3]:
            day, light = moment(ticket.received_at, self.session.now()), words.light(ticket.light.state)
            lines.append(f"{ticket.number} · {day} · {light} · {ticket.text}")
        room = self.width() - 2 * theme.current().px("wide")
        elide = self.history.fontMetrics().elidedText
        self.history.setText("\n".join(elide(line, Qt.TextElideMode.ElideRight, room) for line in lines))
        self.history.setVisible(bool(lines))


def open_form(page: AnyPage, registered: Callable[[Opened, bool], None] | None = None) -> NewInquiry:
    """Open the form over `page`, which shows the result; then calls `registered(ticket, answered)`."""
    form = NewInquiry(page)

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, answered = page.session.now(), bool(values["answer"])

        def done(opened: Opened) -> None:
            page.notice.say(_result_text(opened, answered), seconds=20)
            page.notice.suggest(_undo_button(page, opened))
            if registered:
                registered(opened, answered)

        page.answer(
            asked,
            lambda store: actions.open_inquiry(
                store,
                page.actor,
                text=values["text"],
                name=values["name"],
                phone=values["phone"],
                channel=values["channel"],
                topic=values["topic"],
                answer=values["answer"],
                special_grounds=values["grounds"],
                now=now,
            ),
            done,
        )

    form.ask(submit)
    return form


def _undo_button(page: AnyPage, opened: Opened) -> UndoStep:
    def withdraw() -> None:
        now = page.session.now()
        page.act(
            lambda store: actions.withdraw(store, page.actor, opened.id, now=now),
            lambda _: page.notice.say(say(_WITHDRAWN).format(number=opened.number)),
        )

    return UndoStep(opened.number, page.session.here.policy[CounterTimes].undo_seconds, withdraw)


def _result_text(opened: Opened, answered: bool) -> str:
    if answered:
        return say(_ANSWERED).format(number=opened.number)
    days = opened.promise.deadlines
    text = say(_PROMISED).format(number=opened.number, target=wording.day(days.target), limit=wording.day(days.limit))
    return text + (say(_UNCONFIRMED) if days.unconfirmed else "")


_ANSWERED = QT_TRANSLATE_NOOP("Counter", "{number} 已登记，当场办结。")
_WITHDRAWN = QT_TRANSLATE_NOOP("Counter", "{number} 已撤回，不会有人处理。")
_PROMISED = QT_TRANSLATE_NOOP("Counter", "{number} 已登记，您是首问责任人。可以告诉用户：{target}答复，最迟{limit}。")
_UNCONFIRMED = QT_TRANSLATE_NOOP("Counter", "（该年放假安排未公布，日期待确认）")
