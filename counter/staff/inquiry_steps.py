"""The steps of a ticket, each as a dialog: close, inform, transfer, extend, stand in, merge…"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import Choice, choice
from counter.kit.clock import moment
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import Check, TextArea, TextField, say
from counter.session import HallSnapshot
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar
from shared.people.views import PersonToday
from shared.practice.inquiries import actions, words
from shared.practice.inquiries.facts import Aspect, Channel, Satisfaction, State
from shared.practice.inquiries.views import TicketPage as Ticket

Values = Mapping[str, Any]
Work = Callable[[Store, Actor, Ticket, Values, int], Refusal | None]
Field = tuple[str, object, QWidget]


class Step(msgspec.Struct, frozen=True):
    """One step: title and shortcut of its button, the states that allow it, its fields, and what it records."""

    title: object
    key: str
    states: tuple[State, ...]
    fields: Callable[[Ticket, AnyPage], list[Field]]
    work: Work
    look: str = ""


def ask(page: AnyPage, step: Step, ticket: Ticket) -> Dialog:
    """Open the step's dialog; its answer is recorded."""
    shown = ticket.ticket
    dialog = Dialog(page, step.title, f"{shown.number} · {shown.text}", ok=_OK, look=step.look or "primary")
    for name, label, field in step.fields(ticket, page):
        dialog.add(name, label, field)

    def submit(asked: Dialog, values: Values) -> None:
        now = page.session.now()
        page.answer(
            asked,
            lambda store: step.work(store, page.actor, ticket, values, now),
            lambda _: page.notice.say(say(_DONE).format(number=shown.number, step=say(step.title))),
        )

    return dialog.ask(submit)


_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_DONE = QT_TRANSLATE_NOOP("Counter", "{number}：{step}，已记录。")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "（结束代办）")
_WHO = QT_TRANSLATE_NOOP("Counter", "工号或姓名")
_WHICH = QT_TRANSLATE_NOOP("Counter", "工单号或内容")
_NOT_ASKED = QT_TRANSLATE_NOOP("Counter", "未询问")


def people_choice(
    persons: Iterable[PersonToday], here: HallSnapshot, hall: str, *, none: bool = False, without: str = ""
) -> Choice:
    """Make an editable drop-down of people, those of `hall` first; `none`: also nobody (""), `without`: leave out."""
    ordered = sorted(persons, key=lambda p: (p.hall != hall, not p.on_duty, p.number))
    options = {"": say(_NOBODY)} if none else {}
    options |= {p.number: f"{p.number} {p.name} · {here.hall_name(p.hall)}" for p in ordered if p.number != without}
    box = choice(options)
    box.allow_typing(_WHO)
    return box


def satisfaction_choice() -> Choice:
    """Make a drop-down of the satisfaction; None for not asked, because it is never mandatory."""
    return choice({None: say(_NOT_ASKED)} | {each: words.satisfaction(each) for each in Satisfaction})


def _close_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    return [
        ("answer", QT_TRANSLATE_NOOP("Counter", "给用户的答复"), TextArea(lines=4)),
        ("satisfaction", QT_TRANSLATE_NOOP("Counter", "满意度（不强求）"), satisfaction_choice()),
        ("called", "", Check(QT_TRANSLATE_NOOP("Counter", "已电话回访"))),
    ]


def _close(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.close(
        store,
        actor,
        ticket.ticket.id,
        values["answer"],
        satisfaction=values["satisfaction"],
        called_back=values["called"],
        now=now,
    )


def _inform_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    channels = (Channel.PHONE, Channel.MESSAGE, Channel.VISIT)
    return [
        ("message", QT_TRANSLATE_NOOP("Counter", "告诉了用户什么"), TextArea(lines=3)),
        ("channel", QT_TRANSLATE_NOOP("Counter", "方式"), choice({each: words.channel(each) for each in channels})),
    ]


def _inform(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.inform(store, actor, ticket.ticket.id, values["message"], values["channel"], now=now)


def _transfer_fields(ticket: Ticket, page: AnyPage) -> list[Field]:
    shown = ticket.ticket
    everybody = page.session.here.people.values()
    here = (person for person in everybody if person.hall == shown.hall)  # a ticket stays in its hall
    people = people_choice(here, page.session.here, shown.hall, without=shown.handler)
    return [
        ("to", QT_TRANSLATE_NOOP("Counter", "转给承办人（首问责任人不变）"), people),
        ("reason", QT_TRANSLATE_NOOP("Counter", "原因"), TextField()),
    ]


def _transfer(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.transfer(store, actor, ticket.ticket.id, values["to"] or "", values["reason"], now=now)


def _stand_in_fields(ticket: Ticket, page: AnyPage) -> list[Field]:
    everybody = page.session.here.people.values()
    people = people_choice(everybody, page.session.here, page.actor.hall, none=True, without=ticket.ticket.handler)
    return [
        ("person", QT_TRANSLATE_NOOP("Counter", "承办人不在岗时由谁代办"), people),
        ("reason", QT_TRANSLATE_NOOP("Counter", "原因"), TextField()),
    ]


def _stand_in(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.stand_in(store, actor, ticket.ticket.id, values["person"] or "", values["reason"], now=now)


def _extend_fields(ticket: Ticket, page: AnyPage) -> list[Field]:
    limit = ticket.ticket.limit

    def later_workday(day: date, calendar: Calendar | None) -> bool:
        return day > limit and (calendar is None or calendar.is_workday(day))

    day = DateField(page.session, limit + timedelta(days=1), later_workday)
    return [
        ("limit", QT_TRANSLATE_NOOP("Counter", "新的最迟答复日（原日期仍会显示）"), day),
        ("grounds", QT_TRANSLATE_NOOP("Counter", "理由"), TextArea(lines=2)),
    ]


def _extend(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.extend(store, actor, ticket.ticket.id, values["limit"], values["grounds"], now=now)


def _special_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    return [("grounds", QT_TRANSLATE_NOOP("Counter", "理由（由站长同意）"), TextArea(lines=3))]


def _special(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.ask_special(store, actor, ticket.ticket.id, values["grounds"], now=now)


def _merge_fields(ticket: Ticket, page: AnyPage) -> list[Field]:
    others = getattr(page, "open_tickets", ())
    older = [t for t in others if t.id != ticket.ticket.id and t.received_at <= ticket.ticket.received_at]
    options = {t.id: f"{t.number} · {moment(t.received_at, page.session.now())} · {t.text}" for t in older}
    into = choice(options)
    if options:
        into.allow_typing(_WHICH)  # nothing preselected: Enter would merge unrelated tickets
    return [("into", QT_TRANSLATE_NOOP("Counter", "并入更早受理的工单"), into)]


def _merge(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.merge(store, actor, ticket.ticket.id, values["into"] or "", now=now)


def _correct_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    aspects = {Aspect.PHONE: say(_PHONE), Aspect.NAME: say(_NAME), Aspect.TEXT: say(_TEXT)}
    return [
        ("aspect", QT_TRANSLATE_NOOP("Counter", "更正哪一项"), choice(aspects)),
        ("value", QT_TRANSLATE_NOOP("Counter", "正确的内容"), TextField()),
    ]


def _correct(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    aspect = values["aspect"]
    seen = ticket.seen[aspect]
    return actions.correct(store, actor, ticket.ticket.id, aspect, values["value"], seen=seen, now=now)


def _reopen_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    return [("reason", QT_TRANSLATE_NOOP("Counter", "为什么重新办理"), TextArea(lines=2))]


def _reopen(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.reopen(store, actor, ticket.ticket.id, values["reason"], now=now)


def _call_back_fields(_ticket: Ticket, _page: AnyPage) -> list[Field]:
    return [
        ("satisfaction", QT_TRANSLATE_NOOP("Counter", "满意度（不强求）"), satisfaction_choice()),
        ("note", QT_TRANSLATE_NOOP("Counter", "用户说了什么"), TextArea(lines=2)),
    ]


def _call_back(store: Store, actor: Actor, ticket: Ticket, values: Values, now: int) -> Refusal | None:
    return actions.call_back(store, actor, ticket.ticket.id, values["satisfaction"], values["note"], now=now)


_PHONE = QT_TRANSLATE_NOOP("Counter", "电话")
_NAME = QT_TRANSLATE_NOOP("Counter", "姓名")
_TEXT = QT_TRANSLATE_NOOP("Counter", "内容")
_OPEN, _CLOSED, _ALL = (State.OPEN,), (State.CLOSED,), (State.OPEN, State.CLOSED)

STEPS = (
    Step(QT_TRANSLATE_NOOP("Counter", "答复办结"), "Ctrl+Return", _OPEN, _close_fields, _close, "primary"),
    Step(QT_TRANSLATE_NOOP("Counter", "告知进展"), "Ctrl+I", _OPEN, _inform_fields, _inform),
    Step(QT_TRANSLATE_NOOP("Counter", "转办"), "Ctrl+T", _OPEN, _transfer_fields, _transfer),
    Step(QT_TRANSLATE_NOOP("Counter", "延期"), "Ctrl+Y", _OPEN, _extend_fields, _extend),
    Step(QT_TRANSLATE_NOOP("Counter", "申请特殊"), "Ctrl+U", _OPEN, _special_fields, _special),
    Step(QT_TRANSLATE_NOOP("Counter", "代办"), "Ctrl+B", _OPEN, _stand_in_fields, _stand_in),
    Step(QT_TRANSLATE_NOOP("Counter", "合并"), "Ctrl+G", _OPEN, _merge_fields, _merge),
    Step(QT_TRANSLATE_NOOP("Counter", "重新办理"), "Ctrl+R", _CLOSED, _reopen_fields, _reopen),
    Step(QT_TRANSLATE_NOOP("Counter", "回访"), "Ctrl+H", _CLOSED, _call_back_fields, _call_back),
    Step(QT_TRANSLATE_NOOP("Counter", "更正"), "Ctrl+M", _ALL, _correct_fields, _correct),
)
