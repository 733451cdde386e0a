"""单位与检查表: the editor of units (groups of halls) and of the checklist; in force once published."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.number_field import NumberField
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import NEW, Button, Check, Text, TextField, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import folded
from shared.people.views import halls
from shared.practice.assessment import actions, inspections, words
from shared.practice.assessment.facts import CheckLine, Item, Unit
from shared.practice.assessment.policy import Assessment
from shared.practice.rulebook import words as rules
from shared.practice.rulebook.clauses import clauses
from shared.practice.rulebook.views import chapters
from shared.reference.views import policy

_TITLE = QT_TRANSLATE_NOOP("Counter", "单位与检查表")
_TABS = (QT_TRANSLATE_NOOP("Counter", "单位划分"), QT_TRANSLATE_NOOP("Counter", "检查表"))
_OK, _CHANGE = QT_TRANSLATE_NOOP("Counter", "确定"), QT_TRANSLATE_NOOP("Counter", "修改")
_ADD, _REMOVE = QT_TRANSLATE_NOOP("Counter", "新增"), QT_TRANSLATE_NOOP("Counter", "移除")
_PUBLISH, _DROP = QT_TRANSLATE_NOOP("Counter", "发布新版本"), QT_TRANSLATE_NOOP("Counter", "放弃修改")
_CODE, _NAME = QT_TRANSLATE_NOOP("Counter", "代码"), QT_TRANSLATE_NOOP("Counter", "名称")
_BRANCH, _WINDOWS = QT_TRANSLATE_NOOP("Counter", "分公司"), QT_TRANSLATE_NOOP("Counter", "窗口数")
_HALLS = QT_TRANSLATE_NOOP("Counter", "大厅（代码或名称，空格隔开）")
_ITEM, _LINE = QT_TRANSLATE_NOOP("Counter", "项目"), QT_TRANSLATE_NOOP("Counter", "条目")
_POINTS, _CLAUSE = QT_TRANSLATE_NOOP("Counter", "满分"), QT_TRANSLATE_NOOP("Counter", "条款")
_NO_CLAUSE = QT_TRANSLATE_NOOP("Counter", "（不对应）")
_CRITICAL = QT_TRANSLATE_NOOP("Counter", "关键条目：得 0 分时该项减半")
_MAY_SKIP = QT_TRANSLATE_NOOP("Counter", "可以写不适用")
_UNKNOWN_HALL = QT_TRANSLATE_NOOP("Counter", "没有大厅“{hall}”，可写：{known}")
_EXPLAIN = (
    QT_TRANSLATE_NOOP("Counter", "几个大厅可以合成一个单位，一起检查和奖励；没有发布过时每个大厅是一个单位。"),
    QT_TRANSLATE_NOOP(
        "Counter", "两项各折算成 20 分，条目的满分只定比重。已开始的检查仍按原来的版本。扣分时可从条目打开对应的条文。"
    ),
)
_MAX_WINDOWS = 99
_SHOWN_CHARACTERS = 30  # of a clause's text


class StandardsData(msgspec.Struct, frozen=True):
    """Units and checklist in force, halls by code, branches, and the maximum of points for a line."""

    units: tuple[Unit, ...]
    lines: tuple[CheckLine, ...]
    halls: Mapping[str, str]
    branches: tuple[str, ...]
    most: int
    clauses: Mapping[str, str]  # `standard/12` → 第12条 座椅完好…


class StandardsPage(Page[StandardsData]):
    """Two tabs; changes are kept here until they are published for all halls."""

    place = Place("standards", _TITLE, "list", Act.PUBLISH, Group.OFFICE, 10, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.units: Table[Unit] = Table(_TABS[0], self._unit_columns(), key=lambda unit: unit.code)
        self.lines: Table[CheckLine] = Table(_TABS[1], self._line_columns(), key=lambda line: line.code)
        self.tabs, self.explained, self.state = Tabs(), Text(style="soft", wrap=True), Text(style="soft")
        self.add, self.change = Button(_ADD, shortcut=NEW), Button(_CHANGE, shortcut="Ctrl+M")
        self.remove, self.discard = Button(_REMOVE, shortcut="Ctrl+Backspace"), Button(_DROP, shortcut="Ctrl+Z")
        self.publish = Button(_PUBLISH, "primary", "check", "Ctrl+Return")
        self._units: tuple[Unit, ...] | None = None  # as changed here; None: as in force
        self._lines: tuple[CheckLine, ...] | None = None
        self._build()

    def _build(self) -> None:
        self.head.addWidget(self.state)
        for table in (self.units, self.lines):
            self.tabs.addTab(table, "")
            table.chosen.connect(lambda _: self._ask(self._current()))
            table.moved.connect(lambda _: self._enable())
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.explained)
        self.body.addLayout(Flow(self.add, self.change, self.remove, self.discard, self.publish, right=True))
        self.tabs.currentChanged.connect(self._show_rows)
        self.add.clicked.connect(lambda: self._ask(None))
        self.change.clicked.connect(lambda: self._ask(self._current()))
        self.remove.clicked.connect(self._remove)
        self.discard.clicked.connect(self._discard)
        self.publish.clicked.connect(self._publish)

    def take_focus(self) -> None:
        (self.lines if self._on_lines else self.units).setFocus()

    def query(self) -> Callable[[Store], StandardsData]:
        return _read

    def show_data(self, data: StandardsData) -> None:
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        self._show_rows()

    @property
    def _on_lines(self) -> bool:
        return self.tabs.currentIndex() == 1

    def _rows(self) -> tuple[tuple[Unit, ...], tuple[CheckLine, ...]]:
        data = self.data
        units = self._units if self._units is not None or data is None else data.units
        lines = self._lines if self._lines is not None or data is None else data.lines
        return units or (), lines or ()

    def _show_rows(self) -> None:
        units, lines = self._rows()
        self.units.show_rows(units)
        self.lines.show_rows(lines)
        self.explained.setText(say(_EXPLAIN[self._on_lines]))
        self._enable()

    def _enable(self) -> None:
        changed = (self._lines if self._on_lines else self._units) is not None
        for button in (self.change, self.remove):
            button.setEnabled(self._current() is not None)
        for button in (self.discard, self.publish):
            button.setEnabled(changed)
        self.state.setText(self.tr("有未发布的修改") if changed else "")

    def _current(self) -> Unit | CheckLine | None:
        return self.lines.current() if self._on_lines else self.units.current()

    def _ask(self, old: Unit | CheckLine | None) -> None:
        if self.data is None:
            return
        if self._on_lines:
            self._ask_line(old if isinstance(old, CheckLine) else None, self.data.most)
        else:
            self._ask_unit(old if isinstance(old, Unit) else None, self.data)

    def _ask_unit(self, old: Unit | None, data: StandardsData) -> None:
        dialog, shown = Dialog(self, _TABS[0], ok=_OK), old or Unit("", "", "", ())
        dialog.side_by_side(("code", _CODE, _field(shown.code)), ("name", _NAME, _field(shown.name)))
        windows = NumberField(_WINDOWS, 1, _MAX_WINDOWS)
        windows.setValue(shown.windows)
        dialog.side_by_side(("branch", _BRANCH, _field(shown.branch)), ("windows", _WINDOWS, windows))
        dialog.add("halls", _HALLS, _field(" ".join(data.halls.get(hall, hall) for hall in shown.halls)))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            codes = _codes(values["halls"], data.halls)
            if isinstance(codes, str):
                known = listed(data.halls.values())
                asked.refused(say(_UNKNOWN_HALL).format(hall=codes, known=known))
                return
            new = Unit(values["code"] or values["name"], values["name"], values["branch"], codes, values["windows"])
            self._units = _replaced(self._rows()[0], old, new)
            asked.accept()
            self._show_rows()

        dialog.ask(submit)

    def _ask_line(self, old: CheckLine | None, most: int) -> None:
        shown = old or CheckLine("", Item.ENVIRONMENT, "", "4")
        dialog, points = Dialog(self, _TABS[1], ok=_OK), NumberField(_POINTS, 1, most)
        points.setValue(round(float(shown.points)))
        items = choice({item: words.item(item.value) for item in Item.and_newer((shown.item,))})
        items.setCurrentIndex(items.findData(shown.item))
        dialog.side_by_side(("item", _ITEM, items), ("points", _POINTS, points))
        dialog.add("text", _LINE, _field(words.shipped(shown.text)))
        clauses = choice({"": say(_NO_CLAUSE), **(self.data.clauses if self.data else {})})
        clauses.setCurrentIndex(max(0, clauses.findData(shown.clause)))
        dialog.add("clause", _CLAUSE, clauses)
        for name, source, on in (("critical", _CRITICAL, shown.critical), ("may_skip", _MAY_SKIP, shown.may_skip)):
            check = Check(source)
            check.setChecked(on)
            dialog.add(name, "", check)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            text = shown.text if values["text"] == words.shipped(shown.text) else values["text"]
            changes = {**values, "text": text, "points": str(values["points"]), "code": shown.code or text}
            new = msgspec.structs.replace(shown, **changes)
            self._lines = _replaced(self._rows()[1], old, new)
            asked.accept()
            self._show_rows()

        dialog.ask(submit)

    def _remove(self) -> None:
        units, lines = self._rows()
        if self._on_lines:
            self._lines = tuple(line for line in lines if line != self.lines.current())
        else:
            self._units = tuple(unit for unit in units if unit != self.units.current())
        self._show_rows()

    def _discard(self) -> None:
        if self._on_lines:
            self._lines = None
        else:
            self._units = None
        self._show_rows()

    def _publish(self) -> None:
        now, actor, (units, lines), on_lines = self.session.now(), self.actor, self._rows(), self._on_lines

        def work(store: Store) -> int | Refusal:
            if on_lines:
                return actions.publish_checklist(store, actor, lines, now=now)
            return actions.publish_units(store, actor, units, now=now)

        def published(version: int) -> None:
            self._discard()
            self.notice.say(self.tr("第 {version} 版已发布。").format(version=version))

        self.act(work, published)

    def _unit_columns(self) -> list[Column[Unit]]:
        def halls_text(unit: Unit) -> str:
            known = self.data.halls if self.data else {}
            return listed(known.get(hall, hall) for hall in unit.halls)

        return [
            Column(_NAME, lambda unit: unit.name),
            Column(_BRANCH, lambda unit: unit.branch),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), halls_text, stretch=True),
            Column(_WINDOWS, lambda unit: str(unit.windows), right=True),
        ]

    def _line_columns(self) -> list[Column[CheckLine]]:
        def clause(line: CheckLine) -> str:
            known = self.data.clauses if self.data else {}
            return known.get(line.clause) or words.clause(line.clause)

        return [
            Column(_ITEM, lambda line: words.item(line.item.value)),
            Column(_LINE, lambda line: words.shipped(line.text), stretch=True),
            Column(_POINTS, lambda line: line.points, right=True),
            Column(_CLAUSE, clause),
            Column(QT_TRANSLATE_NOOP("Counter", "标记"), _marks, lambda line: "warn" if line.critical else ""),
        ]


def _marks(line: CheckLine) -> str:
    critical = say(QT_TRANSLATE_NOOP("Counter", "关键")) if line.critical else ""
    always = "" if line.may_skip else say(QT_TRANSLATE_NOOP("Counter", "必查"))
    return " · ".join(filter(None, (critical, always)))


def _read(store: Store) -> StandardsData:
    known = halls(store)
    return StandardsData(
        inspections.units(store),
        inspections.checklist(store).lines,
        {hall.code: hall.name for hall in known},
        tuple(sorted({hall.branch for hall in known})),
        policy(store)[Assessment].item_points,
        _clauses(store),
    )


def _clauses(store: Store) -> dict[str, str]:
    """The clauses of all chapters in force: book/number -> text."""
    return {
        f"{chapter.book.value}/{clause.number}": f"{rules.clause(clause.number)} {clause.text[:_SHOWN_CHARACTERS]}"
        for chapter in chapters(store)
        for clause in clauses(chapter.text)
        if clause.number
    }


def _field(text: str) -> TextField:
    field = TextField()
    field.setText(text)
    return field


def _codes(written: str, known: Mapping[str, str]) -> tuple[str, ...] | str:
    """The codes of the halls typed, or the first unknown word as a string."""
    names = {folded(name): code for code, name in known.items()} | {folded(code): code for code in known}
    words_ = written.replace("、", " ").replace("，", " ").replace(",", " ").split()
    unknown = next((word for word in words_ if folded(word) not in names), "")
    return unknown or tuple(names[folded(word)] for word in words_)


def _replaced(rows: tuple[Any, ...], old: Any, new: Any) -> tuple[Any, ...]:
    """`rows` with `new` in place of `old` (compared by value: rows are read anew), or appended if `old` is None."""
    return (*rows, new) if old is None else tuple(new if each == old else each for each in rows)
