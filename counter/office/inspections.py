"""检查与通报: the lot of a month, its visits, its publication, and the halls' appeals."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import save_file
from counter.kit.choice import Choice, refill
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.staff_typed import numbers_typed
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.visits import Visits, VisitsPage, open_form
from counter.kit.words import SAVE, Button, Text, TextArea, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import months, text
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.assessment import actions, bulletin, inspections, plans, words
from shared.practice.assessment.facts import InspectionsPublished, Visit
from shared.practice.assessment.plans import ItemAppeal, Plan, VisitState
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "检查与通报")
_TABS = (QT_TRANSLATE_NOOP("Counter", "检查"), QT_TRANSLATE_NOOP("Counter", "申诉"))
_MONTH, _OK = QT_TRANSLATE_NOOP("Counter", "月份"), QT_TRANSLATE_NOOP("Counter", "确定")
_DRAW, _PUBLISH = QT_TRANSLATE_NOOP("Counter", "任命并抽签"), QT_TRANSLATE_NOOP("Counter", "公布本月")
_DECIDE, _EXPORT = QT_TRANSLATE_NOOP("Counter", "决定申诉"), QT_TRANSLATE_NOOP("Counter", "导出月度通报")
_ADD = QT_TRANSLATE_NOOP("Counter", "临时检查")
_INSPECTORS = QT_TRANSLATE_NOOP("Counter", "检查员工号（空格隔开）")
_BEFORE_DRAW = QT_TRANSLATE_NOOP(
    "Counter", "现在公开承诺值，公布结果时公开种子：各厅可以核对检查是抽出来的，不是挑出来的。"
)
_BEFORE_PUBLISH = QT_TRANSLATE_NOOP("Counter", "公布后各厅看到本厅的检查和扣分原因，暗访员只显示编号，期内可以申诉。")
_PUBLISHED = QT_TRANSLATE_NOOP("Counter", "本月已经公布。")
_DRAWN = QT_TRANSLATE_NOOP("Counter", "本月已经抽过签。")
_OPEN_APPEALS = QT_TRANSLATE_NOOP("Counter", "先打开“申诉”，选一件申诉。")
_DECIDED = QT_TRANSLATE_NOOP("Counter", "这件申诉已经决定。")
_EARNED = QT_TRANSLATE_NOOP("Counter", "更正后的得分（不填即维持）")
_WHY = QT_TRANSLATE_NOOP("Counter", "理由")
_UNIT, _KIND = QT_TRANSLATE_NOOP("Counter", "单位"), QT_TRANSLATE_NOOP("Counter", "方式")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "回车填写检查表。暗访记录在公布前只留在经营管理部；采纳申诉后，公布的分数仍在旁边，年度按更正的算。"
)
_MONTHS_SHOWN, _SHOWN_DIGITS = 13, 12


class MonthData(Visits, frozen=True):
    """The data of one month."""

    month: str
    plan: Plan | None
    published: InspectionsPublished | None
    appeals: tuple[ItemAppeal, ...]  # of this month, and undecided ones of any month
    where: Mapping[tuple[str, str], str]  # (inspection, line) -> unit, visit, line, score and its reason as text
    inspectors: tuple[str, ...]  # of this month's plan, else of the last one


class InspectionsPage(VisitsPage[MonthData]):
    """The visits of one month; a second tab for appeals."""

    place = Place("inspections", _TITLE, "check", Act.ASSESS, Group.OFFICE, 6, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month, self.state, self.summary = Choice(), Text(), Text(style="lead", wrap=True)
        self.draw, self.publish = Button(_DRAW, shortcut="Ctrl+K"), Button(_PUBLISH, "primary", "check", "Ctrl+Return")
        self.decide = Button(_DECIDE, shortcut="Ctrl+R")
        self.add, self.export = Button(_ADD, shortcut="Ctrl+T"), Button(_EXPORT, shortcut=SAVE)
        self.appeals: Table[ItemAppeal] = Table(_TABS[1], self._appeal_columns(), key=lambda a: (a.inspection, a.line))
        self.tabs, self.explained = Tabs(), Text(wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        self.month.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.month, _MONTH)
        self.head.addWidget(self.state)
        today = day_of(self.session.now())
        shown = [months.moved(f"{today:%Y-%m}", 1 - place) for place in range(_MONTHS_SHOWN)]
        refill(self.month, {month: month for month in shown})
        self.month.setCurrentIndex(1)
        for table in (self.table, self.appeals):
            self.tabs.addTab(table, "")
        tab_keys(self, self.tabs.tabBar())
        box = self.list_box
        self.head.addWidget(self.month)
        box.addWidget(self.summary)
        box.addWidget(self.tabs, 1)
        box.addWidget(text_below(self.explained))
        box.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        box.addLayout(Flow(self.draw, self.add, None, self.export))
        box.addLayout(Flow(None, self.decide, self.publish))

    def _connect(self) -> None:
        self.month.currentIndexChanged.connect(self.refresh)
        self.draw.clicked.connect(self._draw)
        self.publish.clicked.connect(self._publish)
        self.add.clicked.connect(self._add)
        self.decide.clicked.connect(self._decide)
        self.export.clicked.connect(self._export)
        self.appeals.moved.connect(self._show_appeal)
        self.appeals.chosen.connect(lambda _: self._decide())
        self.tabs.currentChanged.connect(self._show_appeal)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of undecided appeals."""
        return len(plans.appeals(store, open_only=True))

    def query(self) -> Callable[[Store], MonthData]:
        month, subject = self.month.currentData() or "", self.open_id
        return lambda store: _read(store, month, subject)

    def show_data(self, data: MonthData) -> None:
        super().show_data(data)
        self.appeals.show_rows(data.appeals)
        waiting = sum(not each.decided for each in data.appeals)
        self.tabs.setTabText(0, f"{say(_TABS[0])} {len(data.visits)}")
        self.tabs.setTabText(1, f"{say(_TABS[1])} {waiting}")
        published = (data.published is not None, _PUBLISHED)
        self.draw.unless(published, (data.plan is not None, _DRAWN))
        self.publish.unless(published)
        self.add.unless(published)
        self.state.setText(self._state_text(data))
        set_property(self.state, "tone", "good" if data.published else "")
        self.summary.setText(self._summary_text(data))
        self._show_appeal()

    def _state_text(self, data: MonthData) -> str:
        if data.published:
            return self.tr("已公布")
        return self.tr("已抽签") if data.plan else self.tr("未抽签")

    def _summary_text(self, data: MonthData) -> str:
        states = [each.state.value for each in data.visits]
        parts = [f"{words.visit_state(state)} {states.count(state)}" for state in ("planned", "draft", "locked")]
        if data.plan:
            parts.append(self.tr("承诺值 {hash}…").format(hash=data.plan.commitment[:_SHOWN_DIGITS]))
        if data.published and data.published.until:
            parts.append(self.tr("申诉到 {day}").format(day=text.day(data.published.until)))
        return " · ".join(parts)

    def _show_appeal(self) -> None:
        appeal, on_appeals = self.appeals.current(), self.tabs.currentIndex() == 1
        self.decide.unless(
            (not on_appeals, _OPEN_APPEALS), (appeal is None, CHOOSE), (appeal is not None and appeal.decided, _DECIDED)
        )
        self.explained.setText("\n".join(filter(None, (appeal.text, appeal.reason))) if appeal and on_appeals else "")

    def _draw(self) -> None:
        data = self.data
        if data is None:
            return
        field = TextField()
        field.setText(" ".join(data.inspectors))
        dialog = Dialog(self, _DRAW, f"{data.month}\n{say(_BEFORE_DRAW)}", ok=_OK)
        dialog.add("inspectors", _INSPECTORS, field)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor = self.session.now(), self.actor
            numbers = numbers_typed(self, values["inspectors"])
            self.answer(asked, lambda store: actions.draw_plan(store, actor, data.month, numbers, now=now))

        dialog.ask(submit)

    def _publish(self) -> None:
        data = self.data
        if data is None:
            return
        left_out = sum(each.state is VisitState.PLANNED for each in data.visits)
        lines = [data.month, say(_BEFORE_PUBLISH)]
        if left_out:
            lines.append(self.tr("还有 {count} 次没有检查，公布后不能再补。").format(count=left_out))
        dialog = Dialog(self, _PUBLISH, "\n".join(lines), ok=_PUBLISH)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, actor = self.session.now(), self.actor
            self.answer(asked, lambda store: actions.publish_month(store, actor, data.month, now=now))

        dialog.ask(submit)

    def _add(self) -> None:
        if self.data is not None:
            self.ask_for_visit(_ADD, self.data.names, (Visit.OPEN, Visit.COVERT))

    def _decide(self) -> None:
        appeal = self.appeals.current()
        if appeal is None or appeal.decided:
            return
        intro = f"{self._where(appeal)} · {self.session.here.full_name(appeal.actor)}\n{appeal.text}"
        dialog = Dialog(self, _DECIDE, intro, ok=_OK)
        dialog.add("earned", _EARNED, TextField())
        dialog.add("reason", _WHY, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor, earned, reason = self.session.now(), self.actor, values["earned"], values["reason"]
            self.answer(
                asked,
                lambda store: actions.decide(store, actor, appeal.inspection, appeal.line, earned, reason, now=now),
            )

        dialog.ask(submit)

    def _where(self, appeal: ItemAppeal) -> str:
        return self.data.where.get((appeal.inspection, appeal.line), appeal.line) if self.data else ""

    def _export(self) -> None:
        month = self.data.month if self.data else ""
        save_file.ask(self, _EXPORT, f"{words.label('bulletin')}-{month}", lambda s, f, kind: _write(s, month, f, kind))

    def _appeal_columns(self) -> list[Column[ItemAppeal]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "条目"), self._where),
            Column(QT_TRANSLATE_NOOP("Counter", "申诉人"), lambda a: self.session.here.full_name(a.actor)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), _decision_text, lambda a: "soft" if a.decided else "warn"),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda a: a.text, stretch=True),
        ]


_WAITING = QT_TRANSLATE_NOOP("Counter", "待决定")
_UPHELD, _CHANGED = QT_TRANSLATE_NOOP("Counter", "维持"), QT_TRANSLATE_NOOP("Counter", "改为 {points}")


def _decision_text(appeal: ItemAppeal) -> str:
    if not appeal.decided:
        return say(_WAITING)
    return say(_CHANGED).format(points=appeal.earned) if appeal.accepted else say(_UPHELD)


def _read(store: Store, month: str, subject: str) -> MonthData:
    visits, plan = plans.visits(store, month), plans.plan(store, month)
    before = plans.plan(store, months.moved(month, -1))
    last = next((each.drawn for each in (plan, before) if each and each.drawn), None)
    ids, names = {each.id for each in visits}, {unit.code: unit.name for unit in inspections.units(store)}
    return MonthData(
        visits=visits,
        names=names,
        form=open_form(store, visits, subject),
        month=month,
        plan=plan,
        published=plans.published(store, month),
        appeals=(appeals := tuple(a for a in plans.appeals(store) if a.inspection in ids or not a.decided)),
        where={(a.inspection, a.line): _line_text(store, names, a) for a in appeals},
        inspectors=tuple(last.appointed.values()) if last else (),
    )


def _line_text(store: Store, names: Mapping[str, str], appeal: ItemAppeal) -> str:
    made = inspections.inspection(store, appeal.inspection)
    if made is None:
        return appeal.line
    line = next((each for each in made.lines if each.code == appeal.line), None)
    scored = (
        (words.shipped(line.text), f"{line.earned or '—'} / {line.points}", line.reason) if line else (appeal.line,)
    )
    visit = f"{words.visit(made.visit.value)} {text.day(made.day)}"
    return " · ".join(filter(None, (names.get(made.unit, made.unit), visit, *scored)))


def _write(store: Store, month: str, file: Path, kind: str) -> None:
    made = bulletin.of_month(store, month)
    if kind == "pdf":
        bulletin.as_pdf(made, file)
    else:
        file.write_bytes(bulletin.as_xlsx(made))
