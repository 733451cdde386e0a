"""评奖: a round of the caring award: its board, jury, result and objections, and the next step."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit import save_file
from counter.kit.choice import Choice, refill
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import LazyTabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.words import NEW, Button, Text, named, say
from counter.office.award_lanes import Lanes
from counter.office.award_steps import Steps
from counter.office.award_tabs import JuryTab, ObjectionsTab, ResultTab
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.caring import board, prints, words
from shared.practice.caring.board import Board
from shared.practice.caring.views import Round, State, Step
from shared.qt.boxes import column
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "评奖")
_YEAR = QT_TRANSLATE_NOOP("Counter", "年份")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "看板"),
    QT_TRANSLATE_NOOP("Counter", "评委"),
    QT_TRANSLATE_NOOP("Counter", "结果"),
    QT_TRANSLATE_NOOP("Counter", "异议"),
)
_EXPORT = QT_TRANSLATE_NOOP("Counter", "导出评审结果")
_NO_ROUND = QT_TRANSLATE_NOOP("Counter", "还没有评奖。")
_NOT_NOMINATING = QT_TRANSLATE_NOOP("Counter", "现在不接受推荐。")
_NO_CANDIDATE = QT_TRANSLATE_NOOP("Counter", "日记里没有等着推荐的事迹。")
_JURY_CLOSED = QT_TRANSLATE_NOOP("Counter", "评审已经结束。")
_CHOOSE_ENTRY = QT_TRANSLATE_NOOP("Counter", "请先在看板上选一件事迹。")
_ALREADY_ASKED = QT_TRANSLATE_NOOP("Counter", "只有刚推荐的事迹要征求本人同意。")
_OUT = QT_TRANSLATE_NOOP("Counter", "这件事迹已经撤出。")
_TONES = {State.ANNOUNCED: "warn", State.FINAL: "good"}


class AwardRoundPage(Page[Board]):
    """The button at the bottom right is the next step of the round's state."""

    place = Place("award_round", _TITLE, "flame", Act.AWARD, Group.OFFICE, 7, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year, self.state, self.days = Choice(), Text(), Text(style="soft", wrap=True)
        self.lanes, self.steps = Lanes(session), Steps(self)
        self.open_button = Button(QT_TRANSLATE_NOOP("Counter", "开始评奖"), shortcut=NEW)
        self.nominate = Button(QT_TRANSLATE_NOOP("Counter", "从日记推荐"), shortcut="Ctrl+T")
        self.ask = Button(QT_TRANSLATE_NOOP("Counter", "征求本人同意"), "primary", "write", "Ctrl+Shift+Return")
        self.withdraw = Button(QT_TRANSLATE_NOOP("Counter", "撤出"), shortcut="Ctrl+Delete")
        self.again = Button(QT_TRANSLATE_NOOP("Counter", "重新评审"))
        self.next = Button("", "primary", "check", "Ctrl+Return")
        self.tabs = LazyTabs(self._make_board, self._make_jury, self._make_result, self._make_objections)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        self.year.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.year, _YEAR)
        self.head.addWidget(self.state)
        self.head.addWidget(self.year)
        self.body.addWidget(self.days)
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(Flow(self.open_button, self.again, self.next, right=True))

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self.refresh)
        self.tabs.built.connect(self._show_tab)
        self.lanes.moved.connect(self._on_entry_changed)
        self.open_button.clicked.connect(self.steps.open_round)
        self.nominate.clicked.connect(self.steps.nominate)
        self.ask.clicked.connect(lambda: self.steps.ask(self.lanes.current()))
        self.withdraw.clicked.connect(lambda: self.steps.set_aside(self.lanes.current()))
        self.again.clicked.connect(self.steps.reopen)
        self.next.clicked.connect(self.steps.do_next_step)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return board.to_do(store, day_of(now))

    def take_focus(self) -> None:
        self.lanes.take_focus()

    def query(self) -> Callable[[Store], Board]:
        year, today = self.year.currentData() or 0, day_of(self.session.now())
        return lambda store: board.board(store, self.actor, year, today)

    def show_data(self, data: Board) -> None:
        refill(self.year, {year: str(year) for year in data.years or (data.year,)})
        found = data.round
        self.state.setVisible(found is not None)
        self.state.setText(words.state(found.state.value) if found else "")
        set_property(self.state, "tone", _TONES.get(found.state, "") if found else "")
        self.days.setText(_days(found) if found else self.tr("还没有评奖。"))
        self.lanes.show_entries(found.entries if found else ())
        for place in self.tabs.parts:
            self._show_tab(place)
        unanswered = sum(not each.answered for each in data.objections)
        for place, name in enumerate(_TABS):
            waits = f" {unanswered}" if place == len(_TABS) - 1 and unanswered else ""
            self.tabs.setTabText(place, say(name) + waits)
        self._update_buttons(data)

    def _show_tab(self, place: int) -> None:
        part = self.tabs.parts[place]
        if self.data is not None and isinstance(part, JuryTab | ResultTab | ObjectionsTab):
            part.show_board(self.data)

    def _make_board(self) -> QWidget:
        entries = QWidget()
        entries.setLayout(column(self.lanes, Flow(self.nominate, self.withdraw, self.ask, right=True)))
        return entries

    def _make_jury(self) -> JuryTab:
        jury = JuryTab(self.session)
        jury.appoint.connect(self.steps.appoint)
        return jury

    def _make_result(self) -> ResultTab:
        result = ResultTab(self.session)
        result.export.connect(self._export)
        return result

    def _make_objections(self) -> ObjectionsTab:
        objections = ObjectionsTab(self.session)
        objections.answer.connect(self.steps.answer)
        return objections

    def _update_buttons(self, data: Board) -> None:
        found = data.round
        self.open_button.setVisible(day_of(self.session.now()).year not in data.years)
        self.nominate.unless(
            (found is None, _NO_ROUND),
            (found is not None and found.state is not State.NOMINATING, _NOT_NOMINATING),
            (not data.candidates, _NO_CANDIDATE),
        )
        self.again.setVisible(found is not None and found.closed and found.state is not State.FINAL)
        name = self.steps.next_name()
        self.next.change(name)
        self.next.setVisible(bool(name))
        self._on_entry_changed()

    def _on_entry_changed(self) -> None:
        entry, found = self.lanes.current(), self.data.round if self.data else None
        step = entry.step if entry else None
        always = (
            (found is None, _NO_ROUND),
            (found is not None and found.closed, _JURY_CLOSED),
            (entry is None, _CHOOSE_ENTRY),
        )
        self.ask.unless(*always, (step is not Step.NOMINATED, _ALREADY_ASKED))
        self.withdraw.unless(*always, (step is Step.OUT, _OUT))

    def _export(self) -> None:
        data = self.data
        if data is not None and data.round is not None:
            numbers = (*data.round.heroes.values(), *data.round.jurors)
            people = {number: self.session.here.full_name(number) for number in numbers}
            save_file.ask(self, _EXPORT, f"{words.label('award')}-{data.year}", partial(_write, data, people))


_DAYS = QT_TRANSLATE_NOOP("Counter", "推荐到 {nominate} · 评审到 {judge} · 名额 {places} · 入选 {minimum} 分")
_UNTIL = QT_TRANSLATE_NOOP("Counter", "公示到 {day}")


def _days(found: Round) -> str:
    opened = found.opened
    text = say(_DAYS).format(
        nominate=wording.day(opened.nominate_until),
        judge=wording.day(opened.judge_until),
        places=opened.places,
        minimum=opened.minimum,
    )
    until = say(_UNTIL).format(day=wording.day(found.until)) if found.until else ""
    return " · ".join(filter(None, (text, until)))


def _write(found: Board, people: Mapping[str, str], _store: Store, file: Path, kind: str) -> None:
    if kind == "pdf":
        prints.result_pdf(found, people, file)
    else:
        file.write_bytes(prints.result_xlsx(found, people))
