"""缺勤: absences of staff; training and assignment days are credited in pay."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import NEW, Button, SearchField, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.people.views import everyone
from shared.practice.workload import actions, views, words
from shared.practice.workload.facts import Absence
from shared.practice.workload.views import Away

_TITLE = QT_TRANSLATE_NOOP("Counter", "缺勤")
_ADD, _WITHDRAW = QT_TRANSLATE_NOOP("Counter", "登记缺勤"), QT_TRANSLATE_NOOP("Counter", "撤销")
_FILE = QT_TRANSLATE_NOOP("Counter", "从文件导入")
_WHO, _KIND = QT_TRANSLATE_NOOP("Counter", "员工"), QT_TRANSLATE_NOOP("Counter", "种类")
_FROM, _TO = QT_TRANSLATE_NOOP("Counter", "从"), QT_TRANSLATE_NOOP("Counter", "到")
_CONFIRM_WITHDRAW = QT_TRANSLATE_NOOP("Counter", "登记有误才撤销；绩效和培训按撤销后的记录计算。")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "培训和外派的工作日按本人平均点数补计；休假和病假不计点数。")


class AbsencesData(msgspec.Struct, frozen=True):
    """The absences, and the staff to choose from: number -> name and number."""

    away: tuple[Away, ...]
    staff: Mapping[str, str]


class AbsencesPage(Page[AbsencesData]):
    """Lists the absences, the latest first."""

    place = Place("absences", _TITLE, "clock", Act.PAY, Group.OFFICE, 9, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.search = SearchField(QT_TRANSLATE_NOOP("Counter", "输入姓名或工号查找"))
        self.table: Table[Away] = Table(_TITLE, self._columns(), key=lambda away: away.id)
        self.add, self.file = Button(_ADD, "primary", shortcut=NEW), Button(_FILE, shortcut="Ctrl+M")
        self.withdraw = Button(_WITHDRAW, shortcut="Ctrl+Backspace")
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(self.withdraw, None, self.file, self.add))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.moved.connect(lambda away: self.withdraw.unless((away is None, CHOOSE)))
        self.add.clicked.connect(self._add)
        self.withdraw.clicked.connect(self._withdraw)
        self.file.clicked.connect(lambda: self.asked.emit("imports"))

    def take_focus(self) -> None:
        self.search.setFocus()

    def query(self) -> Callable[[Store], AbsencesData]:
        return lambda store: AbsencesData(
            views.absences(store), {each.number: f"{each.name} {each.number}" for each in everyone(store)}
        )

    def show_data(self, data: AbsencesData) -> None:
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().strip().lower()
        away = self.data.away if self.data else ()
        self.table.show_rows([each for each in away if wanted in self._name(each).lower()], self.search.text().strip())

    def _name(self, away: Away) -> str:
        known = self.data.staff if self.data else {}
        return known.get(away.staff, away.staff)

    def _add(self) -> None:
        if self.data is None:
            return
        today = day_of(self.session.now())
        dialog = Dialog(self, _ADD, ok=_ADD)
        who = choice(self.data.staff)
        who.allow_typing(QT_TRANSLATE_NOOP("Counter", "工号或姓名"))
        kinds = {kind: words.absence(kind.value) for kind in Absence}
        dialog.side_by_side(("staff", _WHO, who), ("absence", _KIND, choice(kinds)))
        days = (DateField(self.session, today, lambda _day, _calendar: True) for _ in range(2))
        dialog.side_by_side(("first", _FROM, next(days)), ("last", _TO, next(days)))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(asked, lambda store: actions.set_absence(store, self.actor, **values, now=now))

        dialog.ask(submit)

    def _withdraw(self) -> None:
        away = self.table.current()
        if away is None:
            return
        intro = f"{self._name(away)} · {_days(away)}\n{say(_CONFIRM_WITHDRAW)}"
        dialog = Dialog(self, _WITHDRAW, intro, ok=_WITHDRAW, look="danger")

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(asked, lambda store: actions.withdraw_absence(store, self.actor, away.id, now=now))

        dialog.ask(submit)

    def _columns(self) -> list[Column[Away]]:
        return [
            Column(_WHO, self._name, stretch=True),
            Column(_KIND, lambda away: words.absence(away.absence)),
            Column(_FROM, lambda away: full_day(away.first)),
            Column(_TO, lambda away: full_day(away.last)),
        ]


def _days(away: Away) -> str:
    return f"{words.absence(away.absence)} {full_day(away.first)} – {full_day(away.last)}"
