"""The policy of team assessment: the five parts of a year, disqualification, rewards; inspections beside it.

The rules: resources/handbook/practices.en.md §9.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from shared.domain.money import rate
from shared.domain.policy import Range, Relation, Value
from shared.domain.text import Text
from shared.domain.units import FEN, MONTHS, SHARE, TIMES, UNITS, WORKDAYS
from shared.practice.assessment.inspecting_policy import ITEMS, Inspecting


class YearBy(StrEnum):
    """How the months become a year."""

    MEAN = "mean"  # over inspected months
    SUM = "sum"  # 全年累计: only where all units were inspected in the same months


class Rounding(StrEnum):
    """How a share of the units becomes a number of them."""

    CEIL = "ceil"
    FLOOR = "floor"


class Ties(StrEnum):
    """Whether all equals at the last place are taken, or only those that fit."""

    IN = "in"
    OUT = "out"


class RewardUnit(StrEnum):
    """Who is rewarded; both boards are published."""

    UNIT = "unit"
    BRANCH = "branch"


_ROUNDING = {"ceil": Text("进一", "Up"), "floor": Text("舍去", "Down")}
_TIES = {"in": Text("并列的全部计入", "All ties"), "out": Text("名额够才计入", "Only ties that fit")}
_UNITS = {"unit": Text("窗口单位", "Window unit"), "branch": Text("分公司", "Branch")}


class Assessment(Inspecting):
    """班组考核. Each of the five parts of a year has `item_points`; shares are 0–1."""

    key: ClassVar = "assessment"
    title: ClassVar = Text("班组考核", "Team assessment")
    by_month: ClassVar = True
    relations: ClassVar = (
        Relation(
            ("compliance_within_limit", "compliance_informed", "compliance_days_signed", "compliance_rulebook"),
            lambda year: sum(map(rate, year.compliance)) == 1,
            Text("守规四项的比例之和须为 1。", "The four shares of compliance must add up to 1."),
        ),
        Relation(
            ("ability_contest", "ability_exams", "ability_training"),
            lambda year: sum(map(rate, year.ability)) == 1,
            Text("能力三项的比例之和须为 1。", "The three shares of ability must add up to 1."),
        ),
    )

    year: Annotated[
        YearBy,
        Value(
            Text("全年算法", "Year's score"),
            Text("各月分数怎样合成全年", "How the months are combined into the year"),
            options={"mean": Text("各月平均", "Monthly mean"), "sum": Text("各月累计", "Monthly sum")},
        ),
    ] = YearBy.MEAN
    months_least: Annotated[
        int,
        Value(
            Text("至少检查月数", "Minimum inspected months"),
            Text("检查不足这么多个月的不排名", "A unit with fewer inspected months is not ranked"),
            Range(1, 12, MONTHS),
        ),
    ] = 6
    compliance_within_limit: Annotated[
        float,
        Value(
            Text("守规：按时答复", "Compliance: in time"),
            Text("首问工单按时答复的比例所占", "Weight of inquiries answered in time"),
            Range(0, 1, SHARE),
        ),
    ] = 0.4
    compliance_informed: Annotated[
        float,
        Value(
            Text("守规：告知进展", "Compliance: informed"),
            Text("按时告知用户进展所占", "Weight of customers kept informed"),
            Range(0, 1, SHARE),
        ),
    ] = 0.2
    compliance_days_signed: Annotated[
        float,
        Value(
            Text("守规：日志签字", "Compliance: days signed"),
            Text("当日日志签字所占", "Weight of days signed"),
            Range(0, 1, SHARE),
        ),
    ] = 0.2
    compliance_rulebook: Annotated[
        float,
        Value(
            Text("守规：制度学习", "Compliance: rulebook"),
            Text("管理制度已读所占", "Weight of the rulebook acknowledged"),
            Range(0, 1, SHARE),
        ),
    ] = 0.2
    ability_contest: Annotated[
        float,
        Value(
            Text("能力：竞赛", "Ability: contest"), Text("竞赛成绩所占", "Weight of the contest"), Range(0, 1, SHARE)
        ),
    ] = 0.5
    ability_exams: Annotated[
        float,
        Value(Text("能力：考试", "Ability: exams"), Text("考试合格所占", "Weight of exams passed"), Range(0, 1, SHARE)),
    ] = 0.3
    ability_training: Annotated[
        float,
        Value(
            Text("能力：培训", "Ability: training"),
            Text("培训到课所占", "Weight of training attended"),
            Range(0, 1, SHARE),
        ),
    ] = 0.2
    workload_quantile: Annotated[
        float,
        Value(
            Text("工作量标杆", "Workload benchmark"),
            Text(
                "以各单位人日均点数的这一分位为满分",
                "This quantile of the units' points per staff-day gives full marks",
            ),
            Range(0, 1, SHARE),
        ),
    ] = 0.75
    workload_units_least: Annotated[
        int,
        Value(
            Text("取分位至少", "Quantile needs"),
            Text("单位少于此数时以最高者为标杆", "With fewer units the best one is the benchmark"),
            Range(1, 1000, UNITS),
        ),
    ] = 4
    reward_share: Annotated[
        float,
        Value(
            Text("奖励比例", "Rewarded"),
            Text("奖励单位占全部单位的比例", "Share of all units that are rewarded"),
            Range(0, 1, SHARE),
            ITEMS,
        ),
    ] = 0.30
    reward_rounding: Annotated[
        Rounding,
        Value(
            Text("奖励取整", "Rewarded: rounding"),
            Text("比例折成单位数时怎样取整", "How the share is rounded to a number of units"),
            options=_ROUNDING,
        ),
    ] = Rounding.CEIL
    reward_ties: Annotated[
        Ties,
        Value(
            Text("奖励并列", "Rewarded: ties"),
            Text("最后一名并列时算谁", "Who is included if the last place is shared"),
            options=_TIES,
        ),
    ] = Ties.IN
    disqualify_share: Annotated[
        float,
        Value(
            Text("取消资格比例", "Disqualified"),
            Text("投诉最多的单位取消资格的比例", "Share of all units disqualified for the most upheld complaints"),
            Range(0, 1, SHARE),
            ITEMS,
        ),
    ] = 0.30
    disqualify_rounding: Annotated[
        Rounding,
        Value(
            Text("取消资格取整", "Disqualified: rounding"),
            Text("比例折成单位数时怎样取整", "How the share is rounded to a number of units"),
            options=_ROUNDING,
        ),
    ] = Rounding.FLOOR
    disqualify_ties: Annotated[
        Ties,
        Value(
            Text("取消资格并列", "Disqualified: ties"),
            Text("最后一名并列时算谁", "Who is included if the last place is shared"),
            options=_TIES,
        ),
    ] = Ties.OUT
    reward_unit: Annotated[
        RewardUnit,
        Value(
            Text("奖励对象", "Who is rewarded"),
            Text("奖励给谁；两张榜都公布", "Who is rewarded; both rankings are published"),
            options=_UNITS,
        ),
    ] = RewardUnit.UNIT
    reward_base: Annotated[
        int,
        Value(
            Text("奖励基数", "Base reward"),
            Text("每个受奖单位的基数，按销量完成率浮动", "For each rewarded unit; scaled by sales completion"),
            Range(0, 1000000000, FEN),
            ITEMS,
        ),
    ] = 600_000
    sales_most: Annotated[
        float,
        Value(
            Text("完成率最高", "Sales completion at most"),
            Text("销量完成率最高按此计", "Higher sales completion is counted as this"),
            Range(0, 10, TIMES),
        ),
    ] = 1.20
    notice_days: Annotated[
        int,
        Value(
            Text("公示期", "Notice"),
            Text("公示的工作日数，其间可以申诉", "Working days of the notice, during which appeals are accepted"),
            Range(0, 60, WORKDAYS),
        ),
    ] = 5

    @property
    def compliance(self) -> tuple[float, ...]:
        """Within limit, kept informed, days signed, rulebook acknowledged."""
        return (
            self.compliance_within_limit,
            self.compliance_informed,
            self.compliance_days_signed,
            self.compliance_rulebook,
        )

    @property
    def ability(self) -> tuple[float, ...]:
        """Contest, exams passed, training attended."""
        return self.ability_contest, self.ability_exams, self.ability_training
