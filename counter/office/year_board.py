"""班组考核: the units of a year, best first; who is out, who is rewarded; the months' bulletins as files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import save_file
from counter.kit.number_field import NumberField
from counter.kit.page import Page, words_below
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, listed
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log.signed_days import signed_days
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.money import decimal, yuan
from shared.domain.ranking import ranks
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.assessment import bulletin, views, words
from shared.practice.assessment.facts import Item, Part
from shared.practice.assessment.views import UPHELD, Board, Row
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "班组考核")
_YEAR, _MONTH = QT_TRANSLATE_NOOP("Counter", "年份"), QT_TRANSLATE_NOOP("Counter", "月份")
_BULLETIN = QT_TRANSLATE_NOOP("Counter", "导出月度通报")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "先取消属实投诉最多的单位，再奖励其余单位的前几名；检查月数不足的只列出、不排名。"
)
_YEARS, _MONTHS = (2014, 2099), (1, 12)


@dataclass(frozen=True)
class Year:
    """The board of a year, or why there is none."""

    found: Board | Refusal


class YearBoardPage(Page[Year]):
    """Scores of all units in one table, the branches below."""

    place = Place("year_board", _TITLE, "steps", Act.ASSESS, Group.OFFICE, 5, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        today = day_of(session.now())
        self.year, self.month = NumberField(_YEAR, *_YEARS), NumberField(_MONTH, *_MONTHS)
        self.year.setValue(today.year)
        self.month.setValue(today.month)
        self.export = Button(_BULLETIN, shortcut=SAVE)
        self.summary, self.branches = Text(style="lead", wrap=True), Text(wrap=True)
        self.table: Table[Row] = Table(_TITLE, self._columns(), key=lambda line: line.total.unit)
        self._build()

    def _build(self) -> None:
        self.head.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "年份 ↑↓"), "soft"))
        self.head.addWidget(self.year)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(words_below(self.branches))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(row(None, Text(_MONTH, "soft"), self.month, self.export))
        self.year.valueChanged.connect(self.refresh)
        self.export.clicked.connect(self._export)

    def take_focus(self) -> None:
        self.year.setFocus()

    def query(self) -> Callable[[Store], Year]:
        year, now = self.year.value(), self.session.now()
        return lambda store: Year(views.year_board(store, year, signed_days(store, year), now=now))

    def show_data(self, data: Year) -> None:
        found = data.found
        if isinstance(found, Refusal):
            self.summary.setText(wording.refusal(found))
            self.branches.setText("")
            self.table.show_rows(())
            return
        rewarded = sum(line.rewarded for line in found.rows)
        out = sum(line.disqualified for line in found.rows)
        text = self.tr("{units} 个单位 · 奖励 {rewarded} 个 · 取消资格 {out} 个")
        self.summary.setText(text.format(units=len(found.rows), rewarded=rewarded, out=out))
        order = ranks(found.branches)
        best_first = sorted(found.branches, key=lambda branch: (order[branch], branch))
        self.branches.setText(listed(f"{order[b]} {b} {decimal(found.branches[b])}" for b in best_first))
        self.table.show_rows(found.rows)

    def _unit(self, line: Row) -> str:
        found = self.data.found if self.data else None
        return found.names.get(line.total.unit, line.total.unit) if isinstance(found, Board) else line.total.unit

    def _export(self) -> None:
        month = f"{self.year.value()}-{self.month.value():02}"
        save_file.ask(
            self, _BULLETIN, f"{words.label('bulletin')}-{month}", lambda s, f, kind: _write(s, month, f, kind)
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


def _score(line: Row, code: str) -> str:
    return next((decimal(each.value) for each in line.total.lines if each.code == code), "")


def _reward(line: Row) -> str:
    if line.disqualified:
        return words.reason(UPHELD)
    return yuan(line.reward) if line.rewarded else ""


def _tone(line: Row) -> str:
    return "bad" if line.disqualified else "good" if line.rewarded else ""


def _write(store: Store, month: str, file: Path, kind: str) -> None:
    made = bulletin.of_month(store, month)
    if kind == "pdf":
        bulletin.as_pdf(made, file)
    else:
        file.write_bytes(bulletin.as_xlsx(made))
