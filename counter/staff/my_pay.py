"""我的绩效: the person's own slip line by line, with appeals during the notice and signing by PIN after it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QLineEdit

from counter.kit import print_out
from counter.kit.appeals import appeal_texts
from counter.kit.choice import Choice, choice, refill
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place
from counter.kit.print_out import PrintJob
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import PRINT, Button, Text, TextArea, TextField, named, say
from counter.session import CounterSession
from counter.staff.among_colleagues import PeerComparison
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.money import decimal, yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.text import day
from shared.domain.workdays import day_of
from shared.people import actions as people
from shared.people.views import halls
from shared.practice.performance import actions, own, slip_prints, so_far, words
from shared.practice.performance.own import Factors, OwnSlip
from shared.practice.performance.slip import Slip, WordedLine
from shared.practice.performance.states import State
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "我的绩效")
_APPEAL = QT_TRANSLATE_NOOP("Counter", "申诉这一行")
_SIGN = QT_TRANSLATE_NOOP("Counter", "签字")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_AGREED, _NOT_AGREED = QT_TRANSLATE_NOOP("Counter", "无异议"), QT_TRANSLATE_NOOP("Counter", "有异议")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "还没有公示或关账的月份。")
_NO_SHARE = QT_TRANSLATE_NOOP("Counter", "这个月没有您的绩效：您不在任何奖金池里。")
_SIGNED = QT_TRANSLATE_NOOP("Counter", "已经签过字。")
_CLOSED_FIRST = QT_TRANSLATE_NOOP("Counter", "还在公示；关账后签字。")
_NOTICE_OVER = QT_TRANSLATE_NOOP("Counter", "公示期已过，不能再申诉。")
_COMPARISON = QT_TRANSLATE_NOOP("Counter", "本奖金池的服务系数")
_PRINT = QT_TRANSLATE_NOOP("Counter", "打印")
_UNTIL = QT_TRANSLATE_NOOP("Counter", "{state}，可申诉到 {day}")
_SO_FAR = QT_TRANSLATE_NOOP("Counter", "至今")
_NOT_IN_NOTICE = QT_TRANSLATE_NOOP("Counter", "还没有公示；公示后才能申诉，关账后签字。")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "公示期内可对一行申诉；关账后签字。只有本人和经营管理部看得到金额。")


class SlipLine(msgspec.Struct, frozen=True):
    """A line of the slip with its pool; `place` is its index, because two lines may be equal."""

    place: int
    pool: str
    said: WordedLine


class MyPay(msgspec.Struct, frozen=True):
    """The months that exist and the one shown."""

    months: tuple[str, ...]
    month: str  # "" where there is none
    slip: OwnSlip | None
    lines: tuple[SlipLine, ...]
    factors: Factors | None
    halls: Mapping[str, str]  # names by code
    points: Fraction | None = None  # of a month that is not in notice yet


class MyPayPage(Page[MyPay]):
    """The amount payable, and below the lines that add up to it."""

    place = Place("my_pay", _TITLE, "page", Act.SERVE, Group.WINDOW, 7)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month, self.state, self.payable = Choice(), Text(), Text(style="lead", wrap=True)
        self.table: Table[SlipLine] = Table(_TITLE, _columns(), key=lambda line: line.place)
        self.whole, self.comparison = Text(wrap=True), PeerComparison(_COMPARISON)
        self.appeal = Button(_APPEAL, shortcut="Ctrl+R")
        self.sign = Button(_SIGN, "primary", "check", "Ctrl+Return")
        self.print_ = Button(_PRINT, shortcut=PRINT)
        self._build()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        self.month.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.month, QT_TRANSLATE_NOOP("Counter", "月份"))
        self.head.addWidget(self.state)
        self.body.addLayout(Flow(self.month, self.payable, None, self.print_, self.appeal, self.sign))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.comparison)
        self.body.addWidget(text_below(self.whole))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.month.currentIndexChanged.connect(self.refresh)
        self.table.moved.connect(self._on_line_changed)
        self.appeal.clicked.connect(self._appeal)
        self.sign.clicked.connect(self._sign)
        self.print_.clicked.connect(self._print)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return own.to_sign(store, actor.number)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], MyPay]:
        number, month, today = self.actor.number, self.month.currentData() or "", day_of(self.session.now())
        return lambda store: _read(store, number, month, today)

    def show_data(self, data: MyPay) -> None:
        refill(self.month, {month: month for month in data.months}, data.month)
        slip = data.slip
        self.state.setVisible(slip is not None or data.points is not None)
        self.state.setText(_state_text(slip) if slip else say(_SO_FAR))
        set_property(self.state, "tone", "good" if slip and slip.agrees else "warn")
        self.payable.setText(self._payable_text(data))
        self.sign.unless(
            (data.points is not None, _NOT_IN_NOTICE),
            (slip is None, _nothing(data)),
            (slip is not None and slip.agrees is not None, _SIGNED),
            (slip is not None and slip.state is not State.CLOSED, _CLOSED_FIRST),
        )
        self.print_.unless((slip is None, _nothing(data)))
        self.table.show_rows(data.lines)
        own, others = (data.factors.own, data.factors.others) if data.factors else (None, ())
        self.comparison.show_figures(own, others, lambda factor: f"{factor:.2f}")

    def _payable_text(self, data: MyPay) -> str:
        if data.points is not None:
            return self.tr("本月至今 {points} 点；金额在公示时才有。").format(points=decimal(data.points))
        if data.slip is None:
            return say(_nothing(data))
        return self.tr("应发 {payable} 元").format(payable=yuan(data.slip.payable))

    def _on_line_changed(self, line: SlipLine | None) -> None:
        slip = self.data.slip if self.data else None
        self.appeal.unless(
            (self.data is not None and self.data.points is not None, _NOT_IN_NOTICE),
            (slip is None, _nothing(self.data)),
            (slip is not None and not self._in_notice(slip), _NOTICE_OVER),
            (line is None, CHOOSE),
        )
        self.whole.setText("\n".join(_line_texts(line, slip)) if line else "")

    def _in_notice(self, slip: OwnSlip) -> bool:
        return slip.until is not None and day_of(self.session.now()) <= slip.until

    def _print(self) -> None:
        data = self.data
        if data is not None and data.slip is not None:
            name, closed = self.session.here.people[self.actor.number].name, data.slip.state is State.CLOSED
            made = Slip(data.month, self.actor.number, name, data.slip.blocks, data.halls, closed)
            print_out.ask(self, PrintJob(slip_prints.title(made), lambda _, paper: slip_prints.print_on(paper, made)))

    def _appeal(self) -> None:
        line, slip = self.table.current(), self.data.slip if self.data else None
        if line is None or slip is None:
            return
        dialog = Dialog(self, _APPEAL, f"{slip.month} · {line.said.text}", ok=_OK)
        dialog.add("text", QT_TRANSLATE_NOOP("Counter", "哪里不对"), TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, me, code, text = self.session.now(), self.actor, line.said.code, values["text"]
            self.answer(
                asked,
                lambda store: actions.appeal(store, me, slip.month, me.number, code, text, now=now),
                lambda _: self.notice.say(self.tr("申诉已交经营管理部。")),
            )

        dialog.ask(submit)

    def _sign(self) -> None:
        slip = self.data.slip if self.data else None
        if slip is None:
            return
        dialog = Dialog(self, _SIGN, f"{slip.month} · {yuan(slip.payable)}", ok=_SIGN)
        pin = TextField()
        pin.setEchoMode(QLineEdit.EchoMode.Password)
        dialog.add(
            "agrees", QT_TRANSLATE_NOOP("Counter", "意见"), choice({True: say(_AGREED), False: say(_NOT_AGREED)})
        )
        dialog.add("text", QT_TRANSLATE_NOOP("Counter", "说明（可不填）"), TextField())
        dialog.add("pin", QT_TRANSLATE_NOOP("Counter", "密码"), pin)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, steady = self.session.now(), self.session.clock.steady()
            self.answer(
                asked,
                lambda store: _sign_slip(store, self.actor, slip.month, values, now, steady),
                lambda _: self.notice.say(self.tr("已签字。")),
            )

        dialog.ask(submit)


def _sign_slip(
    store: Store, actor: Actor, month: str, values: Mapping[str, Any], now: int, steady: int
) -> Refusal | None:
    """Check the PIN again before signing: the counter may have been left unlocked."""
    known = people.sign_in(store, actor.number, values["pin"], now=now, program="counter", steady=steady)
    if isinstance(known, Refusal):
        return known
    return actions.sign(store, actor, month, values["agrees"], values["text"], now=now)


def _read(store: Store, number: str, wanted: str, today: date) -> MyPay:
    known, still = own.own_months(store, number), so_far.open_months(store, number, today)
    months = (*still, *known)
    month = (
        wanted if wanted in months else next(iter((*known, *still)), "")
    )  # a published slip comes before a running month
    if month in still:
        return _points(store, number, month, months)
    found = own.own_slip(store, number, month) if month else None
    names = {hall.code: hall.name for hall in halls(store)}
    blocks = found.blocks if found else ()
    lines = [(f"{names.get(b.hall, b.hall)} {words.post(b.post)}", said) for b in blocks for said in b.lines]
    factors = own.factors(store, number, month) if found else None
    return MyPay(months, month, found, _numbered(lines), factors, names)


def _points(store: Store, number: str, month: str, months: tuple[str, ...]) -> MyPay:
    names, found = {hall.code: hall.name for hall in halls(store)}, so_far.so_far(store, number, month)
    lines = [
        (f"{names.get(each.hall, each.hall)} {words.post(each.post)}", said) for each in found for said in each.lines
    ]
    points = sum((each.points for each in found), Fraction(0))
    return MyPay(months, month, None, _numbered(lines), None, names, points)


def _numbered(lines: Iterable[tuple[str, WordedLine]]) -> tuple[SlipLine, ...]:
    return tuple(SlipLine(place, *line) for place, line in enumerate(lines))


def _nothing(data: MyPay | None) -> object:
    """Why there is no slip: the office's months are listed for everybody, also for people outside every pool."""
    return _NO_SHARE if data is not None and data.month else _NOTHING


def _state_text(slip: OwnSlip) -> str:
    if slip.agrees is not None:
        return say(_AGREED if slip.agrees else _NOT_AGREED)
    if slip.until is not None:
        return say(_UNTIL).format(state=words.state(slip.state.value), day=day(slip.until))
    return words.state(slip.state.value)


def _line_texts(line: SlipLine, slip: OwnSlip | None) -> list[str]:
    """The full text of a line, its appeals and their answers."""
    said = [line.said.text]
    for appeal in slip.appeals if slip else ():
        if appeal.line == line.said.code:
            said += appeal_texts(appeal)
    return said


def _columns() -> list[Column[SlipLine]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "奖金池"), lambda line: line.pool),
        Column(QT_TRANSLATE_NOOP("Counter", "说明"), lambda line: line.said.text, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "点数或金额"), lambda line: line.said.figure, right=True),
    ]
