"""Declares the waiting line."""

from datetime import date
from pathlib import Path

from shared.declaration.practice import ANY_DEVICE, PERSON, PLAIN, DayPart, Kind, LogFigure, Practice, Shown, coded
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.line import views, words
from shared.practice.line.facts import (
    PRIORITIES,
    NumberCalled,
    NumberCalledAgain,
    NumberGivenBack,
    NumberHeld,
    NumberMissed,
    NumberPrioritized,
    NumberReopened,
    NumberReturned,
    NumberServed,
    NumberTaken,
    WindowServicesChosen,
)
from shared.practice.line.policy import LinePolicy
from shared.practice.line.tables import projection


def _day(store: Store, hall: str, on: date, as_of: int) -> DayPart:
    """How many numbers went first on this day, and why."""
    counted = views.priorities(store, hall, on, as_of)
    figures = [LogFigure(_FIRST, sum(counted.values()))] if counted else []
    for code, count in counted.items():
        why = PRIORITIES.get(code, Text(code, code))
        figures.append(LogFigure(Text(f"{_FIRST.zh} · {why.zh}", f"{_FIRST.en} · {why.en}"), count))
    return DayPart(_TITLE, tuple(figures))


_TITLE = Text("排队", "Queue")
_FIRST = Text("优先号", "Priority numbers")
PRACTICE = Practice(
    name="line",
    title=_TITLE,
    projection=projection,
    kinds=(
        Kind(
            NumberTaken,
            Text("取号", "number taken"),
            Text("{letter}{serial} 取号（{service}）", "{letter}{serial} taken ({service})"),
            shows=("letter", "serial", "service"),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("letter", "serial", "service"),
        ),
        Kind(
            NumberPrioritized,
            Text("优先", "priority given"),
            Text("{letter}{serial} 优先（{priority}）", "{letter}{serial} has priority ({priority})"),
            shows=("priority",),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("priority",),
        ),
        Kind(
            WindowServicesChosen,
            Text("窗口业务", "services of a window"),
            Text("{window} 号窗口叫号的业务：{services}", "Window {window} calls: {services}"),
            shows=("window", "services"),
            kiosk_reads=True,
            in_totals=True,
        ),
        Kind(
            NumberCalled,
            Text("叫号", "number called"),
            Text("{letter}{serial} 请到 {window} 号窗口", "{letter}{serial} called to window {window}"),
            shows=("staff", "window"),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("staff", "window"),
        ),
        Kind(
            NumberCalledAgain,
            Text("再次呼叫", "number called again"),
            Text("{letter}{serial} 再次呼叫", "{letter}{serial} called again"),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=(),
        ),
        Kind(
            NumberMissed,
            Text("过号", "number missed"),
            Text("{letter}{serial} 过号", "{letter}{serial} did not show up"),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=(),
        ),
        Kind(
            NumberHeld,
            Text("挂起", "number held"),
            Text("{letter}{serial} 挂起", "{letter}{serial} on hold"),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=(),
        ),
        Kind(
            NumberServed,
            Text("办理完毕", "number served"),
            Text("{letter}{serial} 由{staff}办理完毕（{service}）", "{letter}{serial} served by {staff} ({service})"),
            shows=("staff", "window", "service"),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("staff", "window", "service"),
        ),
        Kind(
            NumberReturned,
            Text("叫号撤回", "call taken back"),
            Text(
                "{letter}{serial} 叫号撤回，按原来的位置等候",
                "Call of {letter}{serial} undone: waiting in its old place",
            ),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("actor",),
        ),
        Kind(
            NumberGivenBack,
            Text("退号", "number given back"),
            Text("{letter}{serial} 退号", "{letter}{serial} given back by the customer"),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            in_totals=True,
        ),
        Kind(
            NumberReopened,
            Text("办结撤回", "service reopened"),
            Text("{letter}{serial} 由{staff}撤回办结", "{letter}{serial} reopened by {staff}"),
            shows=("staff",),
            kiosk_reads=True,
            in_totals=True,
            kiosk_fields=("staff",),
        ),
    ),
    fields={
        "staff": PERSON,
        "letter": PLAIN,
        "serial": Shown(lambda value: f"{value:03}"),
        "service": coded(words.service),
        "window": PLAIN,
        "priority": coded(words.priority),
        "services": Shown(words.services),
    },
    refusals=words.REFUSALS,
    policy=(LinePolicy,),
    day=_day,
    hub_sql=Path(__file__).with_name("hub.sql"),
)
