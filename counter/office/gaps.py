"""差距与试算: where each unit is farthest behind the best one, and a what-if of other settings, not stored."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, refill
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, listed, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log.signed_days import signed_days
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.assessment import gaps, views, words
from shared.practice.assessment.gaps import Gap, UnitGap
from shared.practice.assessment.policy import Assessment, Rounding, Ties, YearBy
from shared.practice.assessment.views import WhatIf
from shared.reference.views import policy_on

_TITLE = QT_TRANSLATE_NOOP("Counter", "差距与试算")
_YEAR = QT_TRANSLATE_NOOP("Counter", "年份")
_YEARS = (2014, 2099)
_PERCENT = 100
_WHAT_IF = QT_TRANSLATE_NOOP("Counter", "试算：改动参数，谁得到、谁失去名次（不保存）")
_COMPUTE = QT_TRANSLATE_NOOP("Counter", "试算")
_REWARD = QT_TRANSLATE_NOOP("Counter", "奖励 %")
_DISQUALIFY = QT_TRANSLATE_NOOP("Counter", "取消资格 %")
_TIES_IN, _TIES_OUT = QT_TRANSLATE_NOOP("Counter", "并列全部计入"), QT_TRANSLATE_NOOP("Counter", "名额够才计入")
_UP, _DOWN = QT_TRANSLATE_NOOP("Counter", "进一"), QT_TRANSLATE_NOOP("Counter", "舍去")
_MEAN, _SUM = QT_TRANSLATE_NOOP("Counter", "各月平均"), QT_TRANSLATE_NOOP("Counter", "各月累计")
_DISQUALIFY_TIES = QT_TRANSLATE_NOOP("Counter", "取消资格并列")
_DISQUALIFY_ROUND = QT_TRANSLATE_NOOP("Counter", "取消资格取整")
_REWARD_TIES = QT_TRANSLATE_NOOP("Counter", "奖励并列")
_REWARD_ROUND = QT_TRANSLATE_NOOP("Counter", "奖励取整")
_LEAST = QT_TRANSLATE_NOOP("Counter", "至少检查月数")
_YEAR_BY = QT_TRANSLATE_NOOP("Counter", "全年算法")
_NONE = QT_TRANSLATE_NOOP("Counter", "没有变化。")
_GAINED = {
    "rewarded": QT_TRANSLATE_NOOP("Counter", "得到奖励：{units}"),
    "disqualified": QT_TRANSLATE_NOOP("Counter", "被取消资格：{units}"),
    "ranked": QT_TRANSLATE_NOOP("Counter", "进入排名：{units}"),
}
_LOST = {
    "rewarded": QT_TRANSLATE_NOOP("Counter", "失去奖励：{units}"),
    "disqualified": QT_TRANSLATE_NOOP("Counter", "恢复资格：{units}"),
    "ranked": QT_TRANSLATE_NOOP("Counter", "不再排名：{units}"),
}


class YearGaps(msgspec.Struct, frozen=True):
    """The gaps of a year, and the settings in force for it."""

    units: tuple[UnitGap, ...]
    settings: Assessment


class GapsPage(Page[YearGaps]):
    """The units, farthest behind first; below, the what-if."""

    place = Place("gaps", _TITLE, "steps", Act.ASSESS, Group.OFFICE, 7, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year = NumberField(_YEAR, *_YEARS)
        self.year.setValue(day_of(session.now()).year)
        self.table: Table[UnitGap] = Table(_TITLE, _columns(), key=lambda each: each.unit)
        self.months, self.result = Text(wrap=True), Text(wrap=True)
        self.reward, self.disqualify = NumberField(_REWARD, 0, _PERCENT), NumberField(_DISQUALIFY, 0, _PERCENT)
        self.reward_rounding, self.reward_ties = Choice(), Choice()
        self.rounding, self.ties, self.by = Choice(), Choice(), Choice()
        self.least = NumberField(_LEAST, 1, 12)
        self.compute = Button(_COMPUTE, shortcut="Ctrl+Return")
        self._filled = False
        self._build()

    def _build(self) -> None:
        self.head.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "年份 ↑↓"), "soft"))
        self.head.addWidget(self.year)
        named_fields = (
            (self.reward_rounding, _REWARD_ROUND),
            (self.reward_ties, _REWARD_TIES),
            (self.rounding, _DISQUALIFY_ROUND),
            (self.ties, _DISQUALIFY_TIES),
            (self.by, _YEAR_BY),
        )
        for field, name in named_fields:
            field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            named(field, name)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.months)
        panel = Panel(_WHAT_IF)
        panel.box.addLayout(Flow(Text(_REWARD, "soft"), self.reward, self.reward_rounding, self.reward_ties, None))
        panel.box.addLayout(Flow(Text(_DISQUALIFY, "soft"), self.disqualify, self.rounding, self.ties, None))
        panel.box.addLayout(Flow(Text(_YEAR_BY, "soft"), self.by, Text(_LEAST, "soft"), self.least, None, self.compute))
        panel.box.addWidget(text_below(self.result))
        self.body.addWidget(panel)
        self.year.valueChanged.connect(self.refresh)
        self.table.moved.connect(self._show_months)
        self.compute.clicked.connect(self._compute)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], YearGaps]:
        year = self.year.value()

        def read(store: Store) -> YearGaps:
            return YearGaps(gaps.of_year(store, year), policy_on(store, date(year, 1, 1))[Assessment])

        return read

    def show_data(self, data: YearGaps) -> None:
        for ties in (self.reward_ties, self.ties):
            refill(ties, {Ties.OUT: say(_TIES_OUT), Ties.IN: say(_TIES_IN)})
        for rounding in (self.reward_rounding, self.rounding):
            refill(rounding, {Rounding.FLOOR: say(_DOWN), Rounding.CEIL: say(_UP)})
        refill(self.by, {YearBy.MEAN: say(_MEAN), YearBy.SUM: say(_SUM)})
        if not self._filled:
            self._filled = True
            self._fill_settings(data.settings)
        self.table.show_rows(data.units)

    def _fill_settings(self, settings: Assessment) -> None:
        """Fill the what-if with the settings in force."""
        self.reward.setValue(round(settings.reward_share * _PERCENT))
        self.disqualify.setValue(round(settings.disqualify_share * _PERCENT))
        self.least.setValue(settings.months_least)
        for box, value in (
            (self.reward_ties, settings.reward_ties),
            (self.reward_rounding, settings.reward_rounding),
            (self.ties, settings.disqualify_ties),
            (self.rounding, settings.disqualify_rounding),
            (self.by, settings.year),
        ):
            box.setCurrentIndex(box.findData(value))

    def _show_months(self, unit: UnitGap | None) -> None:
        if unit is None:
            self.months.setText("")
            return
        months = listed(
            self.tr("{month}月 {score} 分").format(month=int(month[5:]), score=decimal(score))
            for month, score in unit.months.items()
        )
        noise = (
            ""
            if unit.noise is None
            else self.tr("两个月相差不到 {noise} 分说明不了什么。").format(noise=decimal(unit.noise))
        )
        self.months.setText(" ".join(filter(None, (unit.name, months, noise))))

    def _values(self) -> dict[str, object]:
        return {
            "reward_share": self.reward.value() / _PERCENT,
            "reward_ties": self.reward_ties.currentData(),
            "reward_rounding": self.reward_rounding.currentData(),
            "months_least": self.least.value(),
            "disqualify_share": self.disqualify.value() / _PERCENT,
            "disqualify_ties": self.ties.currentData(),
            "disqualify_rounding": self.rounding.currentData(),
            "year": self.by.currentData(),
        }

    def _compute(self) -> None:
        year, now, values = self.year.value(), self.session.now(), self._values()

        def work(store: Store) -> WhatIf | Refusal:
            return views.what_if(store, year, signed_days(store, year), values, now=now)

        self.session.read(self, work, self._show_result)

    def _show_result(self, found: WhatIf | Refusal) -> None:
        if isinstance(found, Refusal):
            self.result.setText(wording.refusal(found))
            return
        names = {each.unit: each.name for each in self.data.units} if self.data else {}
        lines = []
        for what in ("rewarded", "disqualified", "ranked"):
            changed = getattr(found, what)
            for pattern, these in ((_GAINED[what], changed.gained), (_LOST[what], changed.lost)):
                if these:
                    lines.append(say(pattern).format(units=listed(names.get(unit, unit) for unit in these)))
        self.result.setText("\n".join(lines) or say(_NONE))


def _gap(unit: UnitGap, place: int) -> str:
    if place >= len(unit.gaps):
        return ""
    gap: Gap = unit.gaps[place]
    name = words.shipped(unit.texts.get(gap.code, "")) or words.item(gap.code)
    return f"{name} {_percent(gap.own)} / {_percent(gap.best)}"


def _percent(share: Fraction) -> str:
    return f"{decimal(share * _PERCENT, 0)}%"


def _trend(unit: UnitGap) -> str:
    if unit.trend is None:
        return "—"
    sign = "+" if unit.trend > 0 else ""
    return f"{sign}{decimal(unit.trend)}"


def _columns() -> list[Column[UnitGap]]:
    return [
        Column(lambda: words.label("unit"), lambda unit: unit.name),
        Column(QT_TRANSLATE_NOOP("Counter", "差距最大（本单位 / 最好）"), lambda unit: _gap(unit, 0), stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "其次"), lambda unit: _gap(unit, 1)),
        Column(QT_TRANSLATE_NOOP("Counter", "上月与以往相比"), _trend, _tone, right=True),
    ]


def _tone(unit: UnitGap) -> str:
    if unit.trend is None or (unit.noise is not None and abs(unit.trend) < unit.noise):
        return ""
    return "good" if unit.trend > 0 else "warn"
