"""考核公布: the published results of the assessment: months, a year in notice, a closed year."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, refill
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.money import yuan
from shared.practice.assessment import published, words
from shared.practice.assessment.facts import Item, Part, UnitPlace
from shared.practice.assessment.published import Standings

_TITLE = QT_TRANSLATE_NOOP("Counter", "考核公布")
_PERIOD = QT_TRANSLATE_NOOP("Counter", "期间")
_YEAR = QT_TRANSLATE_NOOP("Counter", "{year} 年度")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "还没有公布的月份和年度。")
_OWN = QT_TRANSLATE_NOOP("Counter", "本单位：{unit}，合计 {total}")
_PLACE = QT_TRANSLATE_NOOP("Counter", "第 {rank} 名")
_SHARE = QT_TRANSLATE_NOOP("Counter", "您的奖励 {share} 元")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "先取消属实投诉最多的单位，再奖励其余单位的前几名；检查月数不足的只列出、不排名。"
)


class StandingsData(msgspec.Struct, frozen=True):
    """The published periods, newest first, and the one shown."""

    periods: tuple[str, ...]
    shown: Standings | None


class StandingsPage(Page[StandingsData]):
    """A table of all units, with a summary of the reader's own above."""

    place = Place("standings", _TITLE, "steps", None, Group.EVERYBODY, 8, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.period, self.summary = Choice(), Text(style="lead", wrap=True)
        self.table: Table[UnitPlace] = Table(_TITLE, (), key=lambda each: each.unit)
        named(self.period, _PERIOD)
        self.period.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.head.addWidget(self.period)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.period.currentIndexChanged.connect(self.refresh)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], StandingsData]:
        period, actor = self.period.currentData() or "", self.actor

        def read(store: Store) -> StandingsData:
            periods = published.periods(store)
            chosen = period if period in periods else next(iter(periods), "")
            return StandingsData(
                periods, published.standings(store, chosen, actor.number, actor.hall) if chosen else None
            )

        return read

    def show_data(self, data: StandingsData) -> None:
        refill(self.period, {period: _period_text(period) for period in data.periods})
        shown = data.shown
        self.summary.setText(_summary(shown) if shown else say(_NOTHING))
        self.table.rows.set_columns(_columns(shown))
        self.table.show_rows(shown.units if shown else ())


def _period_text(period: str) -> str:
    return period if "-" in period else say(_YEAR).format(year=period)


def _summary(shown: Standings) -> str:
    parts = [words.label("closed")] if shown.closed and shown.of_year else []
    if shown.until:
        parts.append(words.label("notice").format(until=text.day(shown.until)))
    own = next((unit for unit in shown.units if unit.unit == shown.own), None)
    if own is not None:
        parts.append(say(_OWN).format(unit=shown.names.get(own.unit, own.unit), total=own.total))
        parts += [say(_PLACE).format(rank=own.rank)] if own.rank else []
    parts += [say(_SHARE).format(share=yuan(shown.share))] if shown.share else []
    return " · ".join(parts)


def _columns(shown: Standings | None) -> list[Column[UnitPlace]]:
    names, year = (shown.names, shown.of_year) if shown else ({}, False)

    def score(code: str) -> Column[UnitPlace]:
        word = words.item if code in words.ITEMS else words.part
        return Column(lambda: word(code), lambda unit: unit.scores.get(code, "—"), right=True)

    unit = Column[UnitPlace](lambda: words.label("unit"), lambda each: names.get(each.unit, each.unit))
    branch = Column[UnitPlace](lambda: words.label("branch"), lambda each: each.branch, stretch=True)
    total = Column[UnitPlace](QT_TRANSLATE_NOOP("Counter", "合计"), lambda each: each.total, right=True)
    if not year:
        return [unit, branch, *(score(item.value) for item in Item), total]
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "名次"), lambda each: str(each.rank or "—"), right=True),
        unit,
        *(score(each.value) for each in (*Item, *Part)),
        total,
        Column(QT_TRANSLATE_NOOP("Counter", "属实投诉"), lambda each: each.upheld, right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "奖励"), _reward, _tone, stretch=True, right=True),
    ]


def _reward(unit: UnitPlace) -> str:
    if unit.disqualified:
        return words.reason(unit.disqualified)
    return yuan(unit.reward) if unit.rewarded else ""


def _tone(unit: UnitPlace) -> str:
    return "bad" if unit.disqualified else "good" if unit.rewarded else ""
