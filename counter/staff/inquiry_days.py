"""为什么是这一天？ A dialog of all days from receipt to the limit, with what the working-day table says of each."""

from datetime import date, timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import clock
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.table import Column, Table
from counter.kit.words import listed, say
from shared.domain import wording
from shared.domain.workdays import Calendar, day_of
from shared.practice.inquiries import words
from shared.practice.inquiries.facts import (
    InquiryOpened,
    InquiryRecounted,
    InquiryReopened,
    InquirySpecialGranted,
    Promise,
)
from shared.practice.inquiries.views import TicketPage as TicketPage
from shared.qt import theme
from shared.reference import views as reference

_TITLE = QT_TRANSLATE_NOOP("Counter", "为什么是这一天？")
_OK = QT_TRANSLATE_NOOP("Counter", "知道了")
_WORKED = QT_TRANSLATE_NOOP("Counter", "工作日")
_MADE_UP = QT_TRANSLATE_NOOP("Counter", "调休上班")
_HOLIDAY = QT_TRANSLATE_NOOP("Counter", "法定节假日")
_REST = QT_TRANSLATE_NOOP("Counter", "休息日")
_RECEIVED = QT_TRANSLATE_NOOP("Counter", "受理 {at}")
_FROM_HERE = QT_TRANSLATE_NOOP("Counter", "从这天算起")
_TARGET = QT_TRANSLATE_NOOP("Counter", "答复目标")
_LIMIT = QT_TRANSLATE_NOOP("Counter", "最迟答复")
_EXTENDED = QT_TRANSLATE_NOOP("Counter", "延期后的最迟答复")
_INFORM = QT_TRANSLATE_NOOP("Counter", "首次告知")
_INTRO = QT_TRANSLATE_NOOP(
    "Counter", "{kind}事项。下班后或休息日受理的，从下一个工作日算起。制度第 {policy} 版，工作日表第 {calendar} 版。"
)
_UNCONFIRMED = QT_TRANSLATE_NOOP("Counter", "其中有一年的放假安排还没有公布，按周一至周五计算，待确认。")
_WEEKEND = 5
_ROWS = 9


class Day(msgspec.Struct, frozen=True):
    """One day: its kind, its count of working days after T (None: not counted), and what falls on it."""

    day: date
    kind: object
    count: int | None
    meanings: tuple[str, ...]


def open_days(page: AnyPage, ticket_page: TicketPage) -> None:
    """Read the working-day table in force, then show the dialog."""
    page.session.read(page, reference.calendar, lambda calendar: _show(page, ticket_page, calendar))


def promise_of(ticket_page: TicketPage) -> Promise:
    """The promise in force: the last one given."""
    kinds = (InquiryOpened, InquirySpecialGranted, InquiryRecounted, InquiryReopened)
    return [step.fact.promise for step in ticket_page.steps if isinstance(step.fact, kinds)][-1]


def days(ticket_page: TicketPage, calendar: Calendar) -> tuple[Day, ...]:
    """All days from the first to the last that matter for the ticket."""
    promised = promise_of(ticket_page).deadlines
    first = min(day_of(ticket_page.ticket.received_at), promised.day)
    last = max(promised.limit, promised.inform_by, ticket_page.ticket.limit)
    shown, count = [], 0
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        counted = calendar.is_workday(day) and day > promised.day
        count += counted
        place = count if counted else 0 if day == promised.day else None
        shown.append(Day(day, _kind(day, calendar), place, tuple(_meanings(day, ticket_page, promised.day))))
    return tuple(shown)


def _kind(day: date, calendar: Calendar) -> object:
    if calendar.is_workday(day):
        return _MADE_UP if day.weekday() >= _WEEKEND else _WORKED
    return _REST if day.weekday() >= _WEEKEND else _HOLIDAY


def _meanings(day: date, ticket_page: TicketPage, counted_from: date) -> list[str]:
    ticket, promised = ticket_page.ticket, promise_of(ticket_page).deadlines
    marks = (
        (day_of(ticket.received_at), say(_RECEIVED).format(at=clock(ticket.received_at))),
        (counted_from, say(_FROM_HERE)),
        (promised.target, say(_TARGET)),
        (promised.inform_by, say(_INFORM)),
        (promised.limit, say(_LIMIT)),
        (ticket.limit if ticket.limit != promised.limit else None, say(_EXTENDED)),
    )
    return [text for when, text in marks if when == day]


def _show(page: AnyPage, ticket_page: TicketPage, calendar: Calendar) -> None:
    promise = promise_of(ticket_page)
    kind = words.kind(promise.kind)
    intro = say(_INTRO).format(kind=kind, policy=promise.policy, calendar=promise.calendar)
    if promise.deadlines.unconfirmed:
        intro += "\n" + say(_UNCONFIRMED)
    dialog = Dialog(page, _TITLE, intro, ok=_OK)
    table: Table[Day] = Table(_TITLE, _columns(), key=lambda each: each.day)
    table.show_rows(days(ticket_page, calendar))
    table.setMinimumHeight(theme.current().px("row") * min(_ROWS, table.rows.rowCount() + 2))
    dialog.setMinimumWidth(theme.current().px("form") * 4 // 3)
    dialog.note(table)
    dialog.read_only().ask(_close)
    table.setFocus()


def _close(dialog: Dialog, _values: Any) -> None:
    dialog.accept()


def _columns() -> list[Column[Day]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "日期"), lambda d: wording.day(d.day), order=lambda d: d.day),
        Column(QT_TRANSLATE_NOOP("Counter", "工作日表"), lambda d: say(d.kind)),
        Column(
            QT_TRANSLATE_NOOP("Counter", "第几个"),
            lambda d: "" if d.count is None else f"T+{d.count}" if d.count else "T",
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "说明"), lambda d: listed(d.meanings), stretch=True),
    ]
