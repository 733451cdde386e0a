"""竞赛: planning, timing and closing contests; places, and the results of the units."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.learning import NAME, STATE
from counter.kit.number_field import NumberField
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.staff_typed import numbers_typed
from counter.kit.table import Column, Table
from counter.kit.words import NEW, Button, Check, Text, TextArea, TextField, listed, say
from counter.office.contest_data import ContestantRow, ContestsData, read
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.learning import actions, words
from shared.practice.learning.contests import Contest
from shared.practice.learning.facts import ContestPlanned
from shared.qt.boxes import column, row, together

_TITLE = QT_TRANSLATE_NOOP("Counter", "竞赛")
_PLAN, _OK = QT_TRANSLATE_NOOP("Counter", "安排竞赛"), QT_TRANSLATE_NOOP("Counter", "确定")
_TIME, _EXCUSE = QT_TRANSLATE_NOOP("Counter", "记速度"), QT_TRANSLATE_NOOP("Counter", "准假")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "结束竞赛")
_CLOSING = QT_TRANSLATE_NOOP("Counter", "结束后公布名次，成绩不能再改；没有参赛又没有准假的人降低本单位的参赛率。")
_NAMED, _DAY = QT_TRANSLATE_NOOP("Counter", "标题"), QT_TRANSLATE_NOOP("Counter", "日期")
_BANK = QT_TRANSLATE_NOOP("Counter", "理论题库（不填即没有理论）")
_SHOWN = QT_TRANSLATE_NOOP("Counter", "理论题数")
_JUDGES = QT_TRANSLATE_NOOP("Counter", "实操评委工号（空格隔开，不填即没有实操）")
_SPEED = QT_TRANSLATE_NOOP("Counter", "有速度一轮")
_POSTS = QT_TRANSLATE_NOOP("Counter", "参赛岗位")
_SECONDS, _REASON = QT_TRANSLATE_NOOP("Counter", "用时（十分之一秒）"), QT_TRANSLATE_NOOP("Counter", "原因")
_UNITS = QT_TRANSLATE_NOOP("Counter", "单位成绩（平均分 × 参赛率）：")
_RUNNING, _OVER = QT_TRANSLATE_NOOP("Counter", "未结束"), QT_TRANSLATE_NOOP("Counter", "已结束")
_TOOK_PART, _ABSENT = QT_TRANSLATE_NOOP("Counter", "已参赛"), QT_TRANSLATE_NOOP("Counter", "未参赛")
_EXCUSED = QT_TRANSLATE_NOOP("Counter", "已准假")
_NONE, _NOBODY = QT_TRANSLATE_NOOP("Counter", "还没有竞赛。"), QT_TRANSLATE_NOOP("Counter", "没有选手。")
_NO_SPEED = QT_TRANSLATE_NOOP("Counter", "这次竞赛没有速度一轮。")
_PER_ROW = 2  # four in English would be wider than the dialog
_MAX_SHOWN, _MAX_TENTHS = 100, 36_000


class ContestsPage(Page[ContestsData]):
    """Contests at the left, the contestants of the current one at the right."""

    place = Place("contests", _TITLE, "chart", Act.TRAIN, Group.OFFICE, 11, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Contest] = Table(_TITLE, self._columns(), key=lambda c: c.id)
        self.lines: Table[ContestantRow] = Table(
            QT_TRANSLATE_NOOP("Counter", "选手"), self._line_columns(), lambda n: n.who.number
        )
        self.below = Text(wrap=True)
        self.plan = Button(_PLAN, shortcut=NEW)
        self.time, self.excuse = Button(_TIME, shortcut="Ctrl+T"), Button(_EXCUSE, shortcut="Ctrl+M")
        self.finish = Button(_CLOSE, "primary", "check", "Ctrl+Return")
        left = together(column(self.table, Flow(self.plan)))
        right = together(
            column(self.lines, text_below(self.below), Flow(self.excuse, self.time, self.finish, right=True))
        )
        both = row(left, right)
        both.setStretch(0, 1)
        both.setStretch(1, 2)
        self.body.addLayout(both, 1)
        self._connect()

    def _connect(self) -> None:
        self.table.moved.connect(self._on_contest_changed)
        self.lines.moved.connect(self._on_contestant_changed)
        self.plan.clicked.connect(self._plan)
        self.time.clicked.connect(self._time)
        self.excuse.clicked.connect(self._excuse)
        self.finish.clicked.connect(self._finish)
        for button in (self.finish, self.time, self.excuse):
            button.unless((True, _NONE))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], ContestsData]:
        current = self.table.current()
        return partial(read, wanted=current.id if current else "")

    def show_data(self, data: ContestsData) -> None:
        self.table.show_rows(data.contests)
        self._show_contest(self.table.current())

    def _on_contest_changed(self, found: Contest | None) -> None:
        self._show_contest(found)
        if found and self.data and self.data.shown != found.id:
            self.refresh()

    def _show_contest(self, found: Contest | None) -> None:
        data = self.data if found and self.data and self.data.shown == found.id else None
        refused = data.refused if data else ""
        self.finish.unless(*self._unavailable(found), (refused, refused))
        self.lines.show_rows(data.lines if data else ())
        self.below.setText(self._details(data, found) if data and found else "")

    def _on_contestant_changed(self, line: ContestantRow | None) -> None:
        found = self.table.current()
        over = (*self._unavailable(found), (line is None, _NOBODY))
        self.time.unless(*over, (found is not None and not found.rounds.speed, _NO_SPEED))
        self.excuse.unless(*over)

    def _unavailable(self, found: Contest | None) -> tuple[tuple[object, object], ...]:
        """The reasons why a contest cannot be worked on, for `Button.unless`."""
        closed = found is not None and found.closed is not None
        return (found is None, _NONE), (closed, words.REFUSALS["contest_closed"])

    def _details(self, data: ContestsData, found: Contest) -> str:
        """The full title, and the units' results or why there are none yet."""
        units = say(_UNITS) + listed(f"{unit} {decimal(result)}" for unit, result in data.units.items())
        head = f"{found.plan.title} · {text.full_day(found.plan.day)}"
        return "\n".join(filter(None, (head, data.refused or (units if data.units else ""))))

    def _plan(self) -> None:
        data = self.data
        if data is None:
            return
        dialog = Dialog(self, _PLAN, ok=_PLAN)
        banks = choice({"": "—", **{name: name for name in data.banks}})
        today = day_of(self.session.now())
        dialog.side_by_side(
            ("title", _NAMED, TextField()), ("day", _DAY, DateField(self.session, today, lambda _day, _: True))
        )
        dialog.side_by_side(("bank", _BANK, banks), ("shown", _SHOWN, NumberField(_SHOWN, 0, _MAX_SHOWN)))
        dialog.add("judges", _JUDGES, TextField()).add("speed", "", Check(_SPEED))
        dialog.note(Text(_POSTS, "caption"))
        boxes = {code: Check("") for code in words.AUDIENCE}
        for code, box in boxes.items():
            box.setText(words.audience_code(code))
        fields = [(f"post/{code}", "", box) for code, box in boxes.items()]
        for first in range(0, len(fields), _PER_ROW):
            dialog.side_by_side(*fields[first : first + _PER_ROW])
        dialog.ask(self._record_plan)

    def _record_plan(self, asked: Dialog, values: Mapping[str, Any]) -> None:
        wanted = ContestPlanned(
            title=values["title"],
            year=values["day"].year,
            day=values["day"],
            posts=tuple(code for code in words.AUDIENCE if values[f"post/{code}"]),
            bank=values["bank"],
            shown=values["shown"] if values["bank"] else 0,
            judges=numbers_typed(self, values["judges"]),
            speed=values["speed"],
        )
        now = self.session.now()
        self.answer(asked, lambda store: actions.plan_contest(store, self.actor, wanted, now=now), self.table.select)

    def _time(self) -> None:
        found, line = self.table.current(), self.lines.current()
        if found is None or line is None:
            return
        dialog = Dialog(self, _TIME, f"{line.who.number} {line.who.name}", ok=_OK)
        dialog.add("tenths", _SECONDS, NumberField(_SECONDS, 0, _MAX_TENTHS))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, tenths, number = self.session.now(), values["tenths"], line.who.number
            self.answer(asked, lambda s: actions.time_speed(s, self.actor, found.id, number, tenths, now=now))

        dialog.ask(submit)

    def _excuse(self) -> None:
        found, line = self.table.current(), self.lines.current()
        if found is None or line is None:
            return
        dialog = Dialog(self, _EXCUSE, f"{line.who.number} {line.who.name}", ok=_OK)
        dialog.add("reason", _REASON, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, reason, number = self.session.now(), values["reason"], line.who.number
            self.answer(asked, lambda s: actions.excuse(s, self.actor, found.id, number, reason, now=now))

        dialog.ask(submit)

    def _finish(self) -> None:
        found = self.table.current()
        if found is None:
            return
        dialog = Dialog(self, _CLOSE, f"{found.plan.title}\n{say(_CLOSING)}", ok=_CLOSE)

        def submit(asked: Dialog, _values: object) -> None:
            now = self.session.now()
            self.answer(asked, lambda store: actions.close_contest(store, self.actor, found.id, now=now))

        dialog.ask(submit)

    def _columns(self) -> list[Column[Contest]]:
        return [
            Column(STATE, lambda c: say(_OVER if c.closed else _RUNNING), lambda c: "good" if c.closed else "warn"),
            Column(_NAMED, lambda c: f"{c.plan.day:%Y-%m-%d} {c.plan.title}", stretch=True),
        ]

    def _line_columns(self) -> list[Column[ContestantRow]]:
        def points(name: str) -> Column[ContestantRow]:
            def said(line: ContestantRow) -> str:
                value = getattr(line, name)
                return "—" if value is None else decimal(value)

            return Column(lambda: words.round_(name), said, right=True)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "名次"), lambda n: str(n.place) if n.place else "—", right=True),
            Column(NAME, lambda n: f"{n.who.number} {n.who.name}", _tone, stretch=True),
            *(points(name) for name in ("theory", "practice", "speed")),
            Column(lambda: words.round_("total"), _total, right=True),
        ]


def _tone(line: ContestantRow) -> str:
    return "good" if line.who.entrant.took_part else "soft" if line.who.excused else "warn"


def _total(line: ContestantRow) -> str:
    """The total; without one, whether the person took part or is excused."""
    if line.total is not None:
        return decimal(line.total)
    return say(_TOOK_PART if line.who.entrant.took_part else _EXCUSED if line.who.excused else _ABSENT)
