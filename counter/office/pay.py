"""绩效分配: a month's pools with everybody's figures; published for notice, closed by another person, exported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QTabWidget

from counter.kit import save_file
from counter.kit.choice import Choice, choice, refill
from counter.kit.dialog import Dialog
from counter.kit.page import Page, tab_keys, words_below
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, TextArea, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.money import yuan
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.people.views import halls
from shared.practice.performance import actions, sheet_files, slip, views, words
from shared.practice.performance.sheet_files import COLUMNS, PayRow, PaySheet, pay_sheet
from shared.practice.performance.views import Appeal, Computed, Standing, State
from shared.qt.boxes import row
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "绩效分配")
_TABS = (QT_TRANSLATE_NOOP("Counter", "分配表"), QT_TRANSLATE_NOOP("Counter", "申诉"))
_MONTH, _POOL = QT_TRANSLATE_NOOP("Counter", "月份"), QT_TRANSLATE_NOOP("Counter", "奖金池")
_PUBLISH = QT_TRANSLATE_NOOP("Counter", "公示")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "审核并关账")
_ANSWER = QT_TRANSLATE_NOOP("Counter", "答复申诉")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_TONES = {State.NOTICE: "warn", State.CLOSED: "good"}
Key = tuple[str, str]
"""(hall, post)."""


@dataclass(frozen=True)
class Month:
    """One month as read: `why` says why its pools cannot be shared out; then there are no sheets."""

    month: str
    months: tuple[str, ...]
    standing: Standing
    sheets: Mapping[Key, PaySheet]
    computed: Mapping[Key, Computed]
    appeals: tuple[Appeal, ...]
    why: Refusal | None


class PayPage(Page[Month]):
    """The table of one pool, the chosen person's lines below; a second tab for the month's appeals."""

    place = Place("pay", _TITLE, "list", Act.PAY, Group.OFFICE, 4, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month, self.pool, self.state, self.sums = Choice(), Choice(), Text(), Text(style="lead", wrap=True)
        self.export = Button(QT_TRANSLATE_NOOP("Counter", "导出"), shortcut=SAVE)
        self.publish = Button(_PUBLISH, "primary", "check", "Ctrl+Return")
        self.close_ = Button(_CLOSE, "primary", "lock", "Ctrl+Shift+Return")
        self.reply = Button(_ANSWER, shortcut="Ctrl+R")
        self.table: Table[PayRow] = Table(_TITLE, _columns(), key=lambda line: line.number)
        self.appeals: Table[Appeal] = Table(_TABS[1], self._appeal_columns(), key=lambda appeal: appeal.appeal)
        self.explained, self.tabs = Text(wrap=True), QTabWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        for box in (self.month, self.pool):
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.month, _MONTH)
        named(self.pool, _POOL)
        self.head.addWidget(self.state)
        self.body.addLayout(row(self.month, self.pool, None, self.reply, self.export))
        self.body.addWidget(self.sums)
        for table in (self.table, self.appeals):
            self.tabs.addTab(table, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(words_below(self.explained))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(row(None, self.close_, self.publish))

    def _connect(self) -> None:
        self.month.currentIndexChanged.connect(self.refresh)
        self.pool.currentIndexChanged.connect(self._show_pool)
        self.table.moved.connect(self._explain)
        self.appeals.moved.connect(self._explain)
        self.appeals.chosen.connect(lambda _: self._answer())
        self.tabs.currentChanged.connect(self._explain)
        self.reply.clicked.connect(self._answer)
        self.export.clicked.connect(self._export)
        self.publish.clicked.connect(lambda: self._confirm(_PUBLISH, actions.publish))
        self.close_.clicked.connect(lambda: self._confirm(_CLOSE, actions.close))

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """Appeals that nobody answered."""
        return sum(not each.answered for month in views.months(store)[:2] for each in views.appeals(store, month))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Month]:
        month = self.month.currentData() or ""
        return lambda store: _read(store, month)

    def show_data(self, data: Month) -> None:
        refill(self.month, {month: month for month in data.months})
        refill(self.pool, {key: sheet.place for key, sheet in data.sheets.items()})
        self.state.setText(words.state(data.standing.state.value))
        set_property(self.state, "tone", _TONES.get(data.standing.state, ""))
        self.publish.setEnabled(bool(data.sheets) and data.standing.state is State.OPEN)
        self.close_.setEnabled(data.standing.state is State.NOTICE)
        self.appeals.show_rows(data.appeals)
        self.tabs.setTabText(0, say(_TABS[0]))
        self.tabs.setTabText(1, f"{say(_TABS[1])} {sum(not each.answered for each in data.appeals)}")
        self._show_pool()

    def _sheet(self) -> PaySheet | None:
        return self.data.sheets.get(self.pool.currentData()) if self.data else None

    def _show_pool(self) -> None:
        sheet, data = self._sheet(), self.data
        self.export.setEnabled(sheet is not None)
        self.table.show_rows(sheet.rows if sheet else ())
        if sheet is None:
            why = data.why if data else None
            self.sums.setText(wording.refusal(why) if why else self.tr("请先导入奖金池（月份、大厅、岗位、金额）。"))
            return
        text = self.tr("奖金池 {pool} 元 = 应发 {pay} 元 + 留存 {reserve} 元")
        pay = sheet.amount - sheet.reserve
        self.sums.setText(text.format(pool=yuan(sheet.amount), pay=yuan(pay), reserve=yuan(sheet.reserve)))

    def _explain(self) -> None:
        """The chosen person's lines, or the chosen appeal in full."""
        appeal, person = self.appeals.current(), self.table.current()
        on_appeals = self.tabs.currentIndex() == 1
        self.reply.setEnabled(on_appeals and appeal is not None and not appeal.answered)
        if on_appeals:
            self.explained.setText("\n".join(filter(None, (appeal.text, appeal.reason))) if appeal else "")
            return
        found = self.data.computed.get(self.pool.currentData()) if self.data else None
        lines = slip.lines(found, person.number) if found and person else ()
        self.explained.setText("\n".join(line.text for line in lines))

    def _confirm(self, title: object, work: Callable[..., Refusal | None]) -> None:
        if self.data is None:
            return
        month, actor = self.data.month, self.actor
        dialog = Dialog(self, title, f"{month}\n{say(_BEFORE)}", ok=_OK)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, text = self.session.now(), self.tr("{month}：{step}，已记录。").format(month=month, step=say(title))
            self.answer(asked, lambda store: work(store, actor, month, now=now), lambda _: self.notice.say(text))

        dialog.ask(submit)

    def _answer(self) -> None:
        appeal, data = self.appeals.current(), self.data
        if appeal is None or data is None or appeal.answered:
            return
        name = self.session.here.full_name(appeal.staff)
        dialog = Dialog(self, _ANSWER, f"{name} · {appeal.line}\n{appeal.text}", ok=_OK)
        dialog.add("accepted", QT_TRANSLATE_NOOP("Counter", "决定"), choice({False: say(_DECLINE), True: say(_ACCEPT)}))
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

    def _appeal_columns(self) -> list[Column[Appeal]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda a: self.session.here.full_name(a.staff)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), _standing, lambda a: "soft" if a.answered else "warn"),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda a: a.text, stretch=True),
        ]


_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "公示期内本人可申诉；编制人不能审核。采纳申诉即改正事实（复核、认定、导入），不改金额。"
)
_BEFORE = QT_TRANSLATE_NOOP("Counter", "公示后奖金池不再改动；关账后数字不再变化，以后的差别另行更正。")
_ACCEPT, _DECLINE = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")
_WAITING = QT_TRANSLATE_NOOP("Counter", "待答复")


def _standing(appeal: Appeal) -> str:
    return say((_ACCEPT if appeal.accepted else _DECLINE) if appeal.answered else _WAITING)


def _columns() -> list[Column[PayRow]]:
    def column(place: int, name: str) -> Column[PayRow]:
        return Column(
            lambda: words.label(name),
            lambda line: sheet_files.texts(line)[place],
            stretch=name == "name",
            right=place > 1,
        )

    return [column(place, name) for place, name in enumerate(COLUMNS)]


def _read(store: Store, wanted: str) -> Month:
    months = views.months(store)
    month = wanted if wanted in months else next(iter(months), "")
    standing = views.standing(store, month)
    found = views.sheets(store, month) if month else ()
    if isinstance(found, Refusal):
        return Month(month, months, standing, {}, {}, views.appeals(store, month), found)
    names = {hall.code: hall.name for hall in halls(store)}
    basis = words.label("basis").format(policy=views.rules_of(store, month).version) if month else ""
    computed = {(each.sheet.pool.hall, each.sheet.pool.post): each for each in found}
    closed = standing.state is State.CLOSED
    sheets = {
        key: pay_sheet(each, names.get(key[0], key[0]), closed=closed, basis=basis) for key, each in computed.items()
    }
    return Month(month, months, standing, sheets, computed, views.appeals(store, month), None)


def _write(sheet: PaySheet, file: Path, kind: str) -> None:
    if kind == "pdf":
        sheet_files.as_pdf(sheet, file)
    else:
        file.write_bytes(sheet_files.as_xlsx(sheet))
