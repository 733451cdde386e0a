"""班组考核: the ranking of the units in a year; figures set by hand, notice, closing and export."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import save_file
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import SAVE, Button, Text, listed, say
from counter.office import year_steps
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log.signed_days import signed_days
from shared.domain import text, wording
from shared.domain.actor import Actor
from shared.domain.closing import Difference
from shared.domain.money import decimal, yuan
from shared.domain.ranking import ranks
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.assessment import views, words, year_sheet
from shared.practice.assessment.facts import Item, Part
from shared.practice.assessment.parts import Confirmed
from shared.practice.assessment.views import UPHELD, Board, Row, YearNotice
from shared.qt.widgets import set_property

_TITLE = QT_TRANSLATE_NOOP("Counter", "班组考核")
_YEAR = QT_TRANSLATE_NOOP("Counter", "年份")
_SHEET = QT_TRANSLATE_NOOP("Counter", "导出排名表")
_SALES, _PART = QT_TRANSLATE_NOOP("Counter", "销量完成率"), QT_TRANSLATE_NOOP("Counter", "设定考核项")
_ANNOUNCE, _CLOSE = QT_TRANSLATE_NOOP("Counter", "年度公示"), QT_TRANSLATE_NOOP("Counter", "审核并关账")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "先取消属实投诉最多的单位，再奖励其余单位的前几名；检查月数不足的只列出、不排名。"
)
_DIFFERS = QT_TRANSLATE_NOOP("Counter", "关账后的记录使 {count} 个单位不同（关账数字不变）：{units}")
_SUGGESTED = QT_TRANSLATE_NOOP("Counter", "{part} 建议 {suggested}，设为 {value}：{reason}")
_NO_SALES = QT_TRANSLATE_NOOP("Counter", "待填销量完成率")
_MISSING = QT_TRANSLATE_NOOP("Counter", "没有数据、按 0 分计，请核对：{units}")
_BRANCHES = QT_TRANSLATE_NOOP("Counter", "分公司（单位平均；按窗口加权仅供参考）：{branches}")
_CLOSED = QT_TRANSLATE_NOOP("Counter", "本年度已经关账，数字不再变化。")
_NOTICE_FIRST = QT_TRANSLATE_NOOP("Counter", "先公示，公示期满后由另一人关账。")
_NOTICE_RUNS = QT_TRANSLATE_NOOP("Counter", "还在公示；公示期满的次日起才能关账。")
_YEARS = (2014, 2099)


class YearData(msgspec.Struct, frozen=True):
    """The board of a year or why there is none, its notice, and what has changed since it was closed."""

    found: Board | Refusal
    notice: YearNotice | None
    running: bool  # the notice is not over
    differences: tuple[Difference[tuple[Fraction, int]], ...]
    suggestions: dict[Part, dict[str, Confirmed | None]]
    branches: tuple[str, ...]


class YearBoardPage(Page[YearData]):
    """A table of all units, with the branches below."""

    place = Place("year_board", _TITLE, "steps", Act.ASSESS, Group.OFFICE, 5, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year, self.state = NumberField(_YEAR, *_YEARS), Text()
        self.year.setValue(day_of(session.now()).year)
        self.export = Button(_SHEET, shortcut=SAVE)
        self.sales, self.part = Button(_SALES, shortcut="Ctrl+U"), Button(_PART, shortcut="Ctrl+M")
        self.announce = Button(_ANNOUNCE, "primary", "check", "Ctrl+Return")
        self.close_year = Button(_CLOSE, "primary", "lock", "Ctrl+Shift+Return")
        self.summary, self.branches = Text(style="lead", wrap=True), Text(wrap=True)
        self.table: Table[Row] = Table(_TITLE, self._columns(), key=lambda line: line.total.unit)
        self._build()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        self.head.addWidget(self.state)
        self.head.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "年份 ↑↓"), "soft"))
        self.head.addWidget(self.year)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(text_below(self.branches))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(None, self.sales, self.part, self.export))
        self.body.addLayout(Flow(None, self.close_year, self.announce))
        self.year.valueChanged.connect(self.refresh)
        self.table.moved.connect(self._show_details)
        self.export.clicked.connect(self._export)
        self.sales.clicked.connect(self._ask_sales)
        self.part.clicked.connect(self._set_part)
        self.announce.clicked.connect(lambda: year_steps.confirm(self, _ANNOUNCE, self.year.value(), announce=True))
        self.close_year.clicked.connect(lambda: year_steps.confirm(self, _CLOSE, self.year.value(), announce=False))

    def take_focus(self) -> None:
        self.year.setFocus()

    def query(self) -> Callable[[Store], YearData]:
        year, now = self.year.value(), self.session.now()
        return lambda store: _read(store, year, now)

    def show_data(self, data: YearData) -> None:
        found = data.found
        closed = isinstance(found, Board) and found.closed
        for button in (self.sales, self.announce):
            button.unless((closed, _CLOSED))
        self.close_year.unless((closed, _CLOSED), (data.notice is None, _NOTICE_FIRST), (data.running, _NOTICE_RUNS))
        self.state.setText(self._state_text(data, closed))
        set_property(self.state, "tone", "good" if closed else "warn" if data.notice else "")
        if isinstance(found, Refusal):
            self.summary.setText(wording.refusal(found))
            self.table.show_rows(())
            self.branches.setText("")
            self._show_details()
            return
        rewarded = sum(line.rewarded for line in found.rows)
        disqualified = sum(line.disqualified for line in found.rows)
        lines = self.tr("{units} 个单位 · 奖励 {rewarded} 个 · 取消资格 {out} 个")
        counts = lines.format(units=len(found.rows), rewarded=rewarded, out=disqualified)
        self.summary.setText("\n".join((counts, *_missing_text(found))))
        self.table.show_rows(found.rows)
        self._show_details()

    def _state_text(self, data: YearData, closed: bool) -> str:
        if closed or data.notice is None:
            return words.label("closed" if closed else "open")
        return words.label("notice").format(until=text.day(data.notice.published.until))

    def _show_details(self) -> None:
        """Show the branches, changes since the closing, and what was set by hand for the current unit."""
        data, line = self.data, self.table.current()
        closed = data is not None and isinstance(data.found, Board) and data.found.closed
        self.part.unless((closed, _CLOSED), (line is None, CHOOSE))
        if data is None or isinstance(data.found, Refusal):
            return
        found, order = data.found, ranks(data.found.branches)
        best_first = sorted(found.branches, key=lambda branch: (order[branch], branch))
        scores = (f"{order[b]} {b} {decimal(found.branches[b])}{_weighted(found, b)}" for b in best_first)
        lines = [say(_BRANCHES).format(branches=listed(scores))]
        if data.differences:
            units = listed(found.names.get(each.key, each.key) for each in data.differences)
            lines.append(say(_DIFFERS).format(count=len(data.differences), units=units))
        lines += _set_by_hand(data, line.total.unit) if line else []
        self.branches.setText("\n".join(lines))

    def _unit(self, line: Row) -> str:
        found = self.data.found if self.data else None
        return found.names.get(line.total.unit, line.total.unit) if isinstance(found, Board) else line.total.unit

    def _ask_sales(self) -> None:
        if self.data is not None:
            year_steps.ask_sales(self, self.year.value(), self.data.branches)

    def _set_part(self) -> None:
        line = self.table.current()
        if line is not None and self.data is not None:
            year_steps.ask_part(self, self.year.value(), line.total.unit, self._unit(line))

    def _export(self) -> None:
        year, now = self.year.value(), self.session.now()
        save_file.ask(
            self, _SHEET, f"{words.label('year_sheet')}-{year}", lambda s, f, kind: _write(s, year, now, f, kind)
        )

    def _columns(self) -> list[Column[Row]]:
        def part(code: str) -> Column[Row]:
            word = words.item if code in words.ITEMS else words.part
            return Column(lambda: word(code), lambda line: _score(line, code), right=True)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "名次"), lambda r: str(r.rank or "—"), right=True),
            Column(lambda: words.label("unit"), self._unit),
            *(part(each.value) for each in (*Item, *Part)),
            Column(QT_TRANSLATE_NOOP("Counter", "合计"), lambda r: decimal(r.total.value), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "属实投诉"), lambda r: str(r.upheld), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "奖励"), _reward, _tone, stretch=True, right=True),
        ]


def _read(store: Store, year: int, now: int) -> YearData:
    signed = signed_days(store, year)
    found = views.year_board(store, year, signed, now=now)
    differs = views.differences(store, year, signed, now=now) if isinstance(found, Board) and found.closed else ()
    return YearData(
        found,
        views.notice(store, year),
        views.in_notice(store, year, now),
        () if isinstance(differs, Refusal) else differs,
        views.suggestions_of(store, year, signed, now=now),
        tuple(sorted({unit.branch for unit in views.units(store)})),
    )


def _missing_text(found: Board) -> list[str]:
    """The units that lack a part which others have, as a warning: they count 0 there until it is set."""
    lacking = (
        (found.names.get(row.total.unit, row.total.unit), row.total.missing) for row in found.rows if row.total.missing
    )
    lines = [f"{name} {listed(words.part(part.value) for part in missing)}" for name, missing in lacking]
    return [say(_MISSING).format(units=listed(lines))] if lines else []


def _weighted(found: Board, branch: str) -> str:
    score = found.by_windows.get(branch)
    return "" if score is None else f" ({decimal(score)})"


def _set_by_hand(data: YearData, unit: str) -> list[str]:
    lines = []
    for part, by_unit in data.suggestions.items():
        set_ = by_unit.get(unit)
        if set_ is not None and set_.set_to is not None:
            suggested = "—" if set_.suggested is None else decimal(set_.suggested)
            lines.append(
                say(_SUGGESTED).format(
                    part=words.part(part.value), suggested=suggested, value=decimal(set_.set_to), reason=set_.reason
                )
            )
    return lines


def _score(line: Row, code: str) -> str:
    return next((decimal(each.value) for each in line.total.lines if each.code == code), "")


def _reward(line: Row) -> str:
    if line.disqualified:
        return words.reason(UPHELD)
    if line.reward is None:
        return say(_NO_SALES)
    return yuan(line.reward) if line.rewarded else ""


def _tone(line: Row) -> str:
    return "bad" if line.disqualified else "good" if line.rewarded else ""


def _write(store: Store, year: int, now: int, file: Path, kind: str) -> None:
    found = views.year_board(store, year, signed_days(store, year), now=now)
    if isinstance(found, Refusal):
        raise OSError(wording.refusal(found))
    sheet = year_sheet.of_year(store, found)
    if kind == "pdf":
        year_sheet.as_pdf(sheet, file)
    else:
        file.write_bytes(year_sheet.as_xlsx(sheet))
