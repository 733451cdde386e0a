"""绩效分配: the pools of a month with each person's figures; published for notice, closed by another person."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import print_out, save_file
from counter.kit.appeals import ACCEPTED, DECLINED, appeal_texts, state_text
from counter.kit.choice import Choice, choice, refill
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.print_out import PrintJob
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import PRINT, SAVE, Button, Text, TextArea, named, say
from counter.office import pay_steps
from counter.office.pay_checks import CHECKS, ChecksTable
from counter.office.pay_month import MonthData, read_month
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.money import yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.text import day
from shared.domain.workdays import day_of
from shared.practice.performance import actions, sheet_files, slip, slip_prints, views, words
from shared.practice.performance.sheet_files import COLUMNS, PayRow, PaySheet
from shared.practice.performance.states import State
from shared.practice.performance.views import Appeal
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "绩效分配")
_TABS = (QT_TRANSLATE_NOOP("Counter", "分配表"), QT_TRANSLATE_NOOP("Counter", "申诉"))
_MONTH, _POOL = QT_TRANSLATE_NOOP("Counter", "月份"), QT_TRANSLATE_NOOP("Counter", "奖金池")
_PUBLISH = QT_TRANSLATE_NOOP("Counter", "公示")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "审核并关账")
_ANSWER = QT_TRANSLATE_NOOP("Counter", "答复申诉")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_TONES = {State.NOTICE: "warn", State.CLOSED: "good"}


class PayPage(Page[MonthData]):
    """The sheet of one pool with the current person's lines below; tabs for appeals and checks."""

    place = Place("pay", _TITLE, "list", Act.PAY, Group.OFFICE, 4, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month, self.pool, self.state, self.summary = Choice(), Choice(), Text(), Text(style="lead", wrap=True)
        self.export = Button(QT_TRANSLATE_NOOP("Counter", "导出"), shortcut=SAVE)
        self.print_ = Button(pay_steps.SLIPS, shortcut=PRINT)
        self.publish = Button(_PUBLISH, "primary", "check", "Ctrl+Return")
        self.close_month = Button(_CLOSE, "primary", "lock", "Ctrl+Shift+Return")
        self.reply = Button(_ANSWER, shortcut="Ctrl+R")
        self.table: Table[PayRow] = Table(_TITLE, _columns(), key=lambda line: line.number)
        self.appeals: Table[Appeal] = Table(_TABS[1], self._appeal_columns(), key=lambda appeal: appeal.appeal)
        self.explained, self.tabs = Text(wrap=True), Tabs()
        self.checks = ChecksTable(actor, self.place.key, self.asked.emit)
        self.pools = Button(pay_steps.POOLS, shortcut="Ctrl+T")
        self.open = Button(pay_steps.OPEN, shortcut="Ctrl+O")
        self.correct = Button(pay_steps.CORRECT, shortcut="Ctrl+U")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        for box in (self.month, self.pool):
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.month, _MONTH)
        named(self.pool, _POOL)
        self.head.addWidget(self.state)
        self.body.addLayout(Flow(self.month, self.pool, None, self.open, self.pools, self.print_, self.export))
        self.body.addWidget(self.summary)
        for table in (self.table, self.appeals, self.checks):
            self.tabs.addTab(table, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(text_below(self.explained))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(self.checks.go, self.reply, self.correct, self.close_month, self.publish, right=True))

    def _connect(self) -> None:
        self.month.currentIndexChanged.connect(self.refresh)
        self.pool.currentIndexChanged.connect(self._show_pool)
        self.table.moved.connect(self._show_details)
        self.appeals.moved.connect(self._show_details)
        self.appeals.chosen.connect(lambda _: self._answer())
        self.tabs.currentChanged.connect(self._show_details)
        self.reply.clicked.connect(self._answer)
        self.checks.moved.connect(self._show_details)
        self.pools.clicked.connect(self._ask_pool)
        self.open.clicked.connect(lambda: pay_steps.ask_opening(self, f"{day_of(self.session.now()):%Y-%m}"))
        self.correct.clicked.connect(lambda: pay_steps.ask_correction(self, self._month()))
        self.export.clicked.connect(self._export)
        self.print_.clicked.connect(self._print)
        self.publish.clicked.connect(lambda: self._confirm(_PUBLISH, actions.publish))
        self.close_month.clicked.connect(lambda: self._confirm(_CLOSE, actions.close))

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of unanswered appeals of the last two months."""
        return sum(not each.answered for month in views.months(store)[:2] for each in views.appeals(store, month))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], MonthData]:
        month, actor, now = self.month.currentData() or "", self.actor, self.session.now()
        return lambda store: read_month(store, actor, month, now)

    def show_data(self, data: MonthData) -> None:
        refill(self.month, {month: month for month in data.months}, data.month)
        refill(self.pool, {key: sheet.place for key, sheet in data.sheets.items()})
        self.state.setText(_standing_text(data))
        set_property(self.state, "tone", _TONES.get(data.standing.state, ""))
        state = data.standing.state
        self.checks.show_checks(data.checks)
        self.publish.unless(
            (state is State.NOTICE, _IN_NOTICE),
            (state is State.CLOSED, _CLOSED),
            (self.checks.stops() or not data.sheets, _NOT_YET),
        )
        self.correct.unless((state is not State.CLOSED, _NOT_CLOSED))
        self.close_month.unless(
            (state is State.CLOSED, _CLOSED), (state is not State.NOTICE, _NOTICE_FIRST), (data.running, _NOTICE_RUNS)
        )
        self.appeals.show_rows(data.appeals)
        self.tabs.setTabText(0, say(_TABS[0]))
        self.tabs.setTabText(1, f"{say(_TABS[1])} {sum(not each.answered for each in data.appeals)}")
        self.tabs.setTabText(2, f"{say(CHECKS)} {self.checks.stops() or ''}".rstrip())
        self._show_pool()

    def _ask_pool(self) -> None:
        if self.data is not None:
            closed = self.data.standing.state is State.CLOSED
            month = months.moved(self._month(), 1) if closed else self._month()
            pay_steps.ask_pool(self, month, self.data.halls)

    def _month(self) -> str:
        """The month shown; if there is none, last month."""
        today = day_of(self.session.now())
        return (self.data.month if self.data else "") or months.moved(f"{today:%Y-%m}", -1)

    def _sheet(self) -> PaySheet | None:
        return self.data.sheets.get(self.pool.currentData()) if self.data else None

    def _show_pool(self) -> None:
        sheet, data = self._sheet(), self.data
        for button in (self.export, self.print_):
            button.unless((sheet is None, _NO_SHEET))
        self.table.show_rows(sheet.rows if sheet else ())
        if sheet is None:
            stops = self.checks.stops() if data else 0
            text = self.tr("还有 {count} 件事要先办，都列在“核对”里。").format(count=stops)
            self.summary.setText(text if stops else self.tr("请先设或导入奖金池（月份、大厅、岗位、金额）。"))
            return
        text = self.tr("奖金池 {pool} 元 = 应发 {pay} 元 + 留存 {reserve} 元")
        pay = sheet.amount - sheet.reserve
        text = text.format(pool=yuan(sheet.amount), pay=yuan(pay), reserve=yuan(sheet.reserve))
        if data is not None and (carried := data.carried.get(self.pool.currentData(), 0)):
            text += self.tr("（奖金池含上月留存 {carried} 元）").format(carried=yuan(carried))
        self.summary.setText(text)

    def _show_details(self) -> None:
        """Show the current person's lines, or the current appeal or check in full."""
        appeal, person = self.appeals.current(), self.table.current()
        on_appeals = self.tabs.currentIndex() == 1
        self.checks.come_to_front(self.tabs.currentWidget() is self.checks)
        self.reply.unless(
            (not on_appeals, _OPEN_APPEALS),
            (appeal is None, CHOOSE),
            (appeal is not None and appeal.answered, _ANSWERED),
        )
        if self.tabs.currentWidget() is self.checks:
            check = self.checks.current()
            self.explained.setText(check.text if check else "")
            return
        if on_appeals:
            self.explained.setText("\n".join(appeal_texts(appeal)) if appeal else "")
            return
        sheet, found = self._sheet(), self.data.computed.get(self.pool.currentData()) if self.data else None
        shown = person is not None and sheet is not None and person in sheet.rows  # else the table is of another pool
        lines = slip.lines(found, person.number) if found and person and shown else ()
        self.explained.setText("\n".join(line.text for line in lines))

    def _confirm(self, title: object, work: Callable[..., Refusal | None]) -> None:
        if self.data is None:
            return
        month, actor = self.data.month, self.actor
        dialog = Dialog(self, title, f"{month}\n{say(_CONFIRM)}", ok=_OK)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, text = self.session.now(), self.tr("{month}：{step}，已记录。").format(month=month, step=say(title))
            self.answer(asked, lambda store: work(store, actor, month, now=now), lambda _: self.notice.say(text))

        dialog.ask(submit)

    def _answer(self) -> None:
        appeal, data = self.appeals.current(), self.data
        if appeal is None or data is None or appeal.answered:
            return
        name = self.session.here.full_name(appeal.staff)
        lines = [line for each in data.computed.values() for line in slip.lines_of(each, appeal.staff)]
        about = next((line.text for line in lines if line.code == appeal.line), appeal.line)
        dialog = Dialog(self, _ANSWER, f"{name} · {about}\n{appeal_texts(appeal)[0]}", ok=_OK)
        dialog.add(
            "accepted", QT_TRANSLATE_NOOP("Counter", "决定"), choice({False: say(DECLINED), True: say(ACCEPTED)})
        )
        dialog.add("reason", QT_TRANSLATE_NOOP("Counter", "理由"), TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, accepted, reason = self.session.now(), values["accepted"], values["reason"]
            self.answer(
                asked,
                lambda store: actions.answer(store, self.actor, data.month, appeal.appeal, accepted, reason, now=now),
            )

        dialog.ask(submit)

    def _export(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            name = f"{words.label('sheet')}-{sheet.month}-{sheet.place.replace(' ', '-')}"
            save_file.ask(
                self, QT_TRANSLATE_NOOP("Counter", "导出绩效分配表"), name, lambda _, f, kind: _write(sheet, f, kind)
            )

    def _print(self) -> None:
        pool = self.data.computed.get(self.pool.currentData()) if self.data else None
        if self.data is not None and pool is not None:
            closed = self.data.standing.state is State.CLOSED
            made = slip.of_pool(pool, tuple(self.data.computed.values()), self.data.halls, closed)
            if made:
                print_out.ask(
                    self, PrintJob(slip_prints.title(*made), lambda _, paper: slip_prints.print_on(paper, *made))
                )

    def _appeal_columns(self) -> list[Column[Appeal]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda a: self.session.here.full_name(a.staff)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), state_text, lambda a: "soft" if a.answered else "warn"),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda a: a.text, stretch=True),
        ]


_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "公示期内本人可申诉；编制人不能审核。采纳申诉即改正事实（复核、认定、导入），不改金额。"
)
_IN_NOTICE = QT_TRANSLATE_NOOP("Counter", "本月已经在公示。")
_CLOSED = QT_TRANSLATE_NOOP("Counter", "本月已经关账，数字不再变化。")
_NOT_YET = QT_TRANSLATE_NOOP("Counter", "本月还不能分配，原因列在“核对”里。")
_NOT_CLOSED = QT_TRANSLATE_NOOP("Counter", "关账后才有更正；现在改事实，数字自动重算。")
_NOTICE_FIRST = QT_TRANSLATE_NOOP("Counter", "先公示，公示期满后由另一人关账。")
_UNTIL = QT_TRANSLATE_NOOP("Counter", "{state}，可申诉到 {day}")
_NOTICE_RUNS = QT_TRANSLATE_NOOP("Counter", "还在公示；公示期满的次日起才能关账。")
_NO_SHEET = QT_TRANSLATE_NOOP("Counter", "还没有可以导出的分配表。")
_OPEN_APPEALS = QT_TRANSLATE_NOOP("Counter", "先打开“申诉”，选一件申诉。")
_ANSWERED = QT_TRANSLATE_NOOP("Counter", "这件申诉已经答复。")
_CONFIRM = QT_TRANSLATE_NOOP("Counter", "公示后奖金池不再改动；关账后数字不再变化，以后的差别另行更正。")


def _standing_text(data: MonthData) -> str:
    state = words.state(data.standing.state.value)
    return say(_UNTIL).format(state=state, day=day(data.until)) if data.until else state


def _columns() -> list[Column[PayRow]]:
    def column(place: int, name: str) -> Column[PayRow]:
        return Column(
            lambda: words.label(name),
            lambda line: sheet_files.texts(line)[place],
            stretch=name == "name",
            right=place > 1,
        )

    return [column(place, name) for place, name in enumerate(COLUMNS)]


def _write(sheet: PaySheet, file: Path, kind: str) -> None:
    if kind == "pdf":
        sheet_files.as_pdf(sheet, file)
    else:
        file.write_bytes(sheet_files.as_xlsx(sheet))
