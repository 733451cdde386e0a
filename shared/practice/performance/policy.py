"""The policy of performance pay: coefficients, parts, factor, deduction, recovery.

The rules: resources/handbook/practices.en.md §8.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

import msgspec

from shared.domain.fact import Upcast, dropped
from shared.domain.money import rate
from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import DAYS, MONTHS, NUMBERS, POINTS, SHARE, TIMES, WORKDAYS
from shared.practice.line.facts import SERVICES
from shared.practice.workload.words import ABSENCES

_POST = Text(
    "论文：按岗位分别考核；数值由本公司决定",
    "The paper: each post is assessed separately; the values are this company's",
)


class ServiceBy(StrEnum):
    """What the service part of a pool is shared by."""

    FACTOR = "factor"  # workload points × a bounded factor
    RATE = "rate"  # the Wilson bound of cards a point; ignores how much somebody served, see the tests


class Shown(StrEnum):
    """What the hall sees of a month that is published: the amounts are the person's and the office's."""

    POINTS = "points"
    AMOUNTS = "amounts"
    NONE = "none"


class Coefficient(msgspec.Struct, frozen=True):
    """Points of one served number of a service; 1 is one payment of gas."""

    service: Annotated[
        str, Value(Text("业务", "Service"), Text("大厅的一项业务", "A service of the hall"), options=SERVICES)
    ]
    points: Annotated[
        float, Value(Text("点数", "Points"), Text("每笔的点数", "Points per service"), Range(0, 100, POINTS))
    ]


COEFFICIENTS = (
    Coefficient("gas_payment", 1),
    Coefficient("consultation", 1.2),
    Coefficient("appliance_sale", 2),
    Coefficient("settlement", 2.5),
    Coefficient("title_transfer", 3),
    Coefficient("insurance_sale", 1.5),
    Coefficient("hose_handout", 0.5),
    Coefficient("ic_card_new", 2),
    Coefficient("ic_card_replace", 1.5),
)
"""Of every service of a hall. To be calibrated by the company."""


class Performance(Section):
    """个人绩效. Shares are 0–1; points are those of one served payment of gas."""

    key: ClassVar = "performance"
    title: ClassVar = Text("个人绩效", "Performance pay")
    by_month: ClassVar = True
    upcasts: ClassVar[tuple[Upcast, ...]] = (dropped("keep_years"),)  # no record of pay is ever deleted
    relations: ClassVar = (
        Relation(
            ("workload_share", "service_share"),
            lambda pay: rate(pay.workload_share) + rate(pay.service_share) == 1,
            Text("权重之和须为 1。", "The two parts must add up to 1."),
        ),
        Relation(
            ("cap",),
            lambda pay: pay.cap == 0 or pay.cap >= 1,
            Text(
                "封顶不能低于平均份额的 1 倍；0 表示不封顶。",
                "A cap must be at least 1 times the equal share; 0 means no cap.",
            ),
        ),
        Relation(
            ("factor_least", "factor_most"),
            lambda pay: pay.factor_least <= 1 <= pay.factor_most,
            Text("服务系数：最低 ≤ 1 ≤ 最高。", "Service factor: lowest ≤ 1 ≤ highest."),
        ),
    )

    coefficients: Annotated[
        tuple[Coefficient, ...],
        Value(
            Text("业务系数", "Coefficients"),
            Text("各项业务每笔的点数，燃气费收取为 1", "Points for each service; a gas payment is 1"),
            Range(0, 100, POINTS),
            _POST,
        ),
    ] = COEFFICIENTS
    other_service: Annotated[
        float,
        Value(
            Text("其他业务系数", "Other services"),
            Text("参数里还没有的业务每笔的点数", "Points for a service that is not listed"),
            Range(0, 100, POINTS),
        ),
    ] = 1
    ticket: Annotated[
        float,
        Value(
            Text("工单点数", "Points of a ticket"),
            Text("承办人办结一张首问工单的点数", "Points of a closed first inquiry, for its handler"),
            Range(0, 100, POINTS),
        ),
    ] = 3
    ticket_on_the_spot: Annotated[
        float,
        Value(
            Text("当场办结点数", "Points on the spot"),
            Text("当场办结的首问工单的点数", "Points of a first inquiry answered on the spot"),
            Range(0, 100, POINTS),
        ),
    ] = 0.5
    workload_share: Annotated[
        float,
        Value(
            Text("工作量部分", "Workload part"),
            Text("奖金池里按工作量分配的比例", "Share of the pool distributed by workload"),
            Range(0, 1, SHARE),
            _POST,
        ),
    ] = 0.6
    service_share: Annotated[
        float,
        Value(
            Text("服务部分", "Service part"),
            Text("奖金池里按服务分配的比例", "Share of the pool distributed by service"),
            Range(0, 1, SHARE),
            _POST,
        ),
    ] = 0.4
    service_by: Annotated[
        ServiceBy,
        Value(
            Text("服务部分依据", "Basis of the service part"),
            Text("服务部分按什么分配", "How the service part is distributed"),
            options={
                "factor": Text("工作量乘服务系数", "Workload times factor"),
                "rate": Text("按卡率", "By rate of cards"),
            },
        ),
    ] = ServiceBy.FACTOR
    prior_points: Annotated[
        float,
        Value(
            Text("起步点数", "Starting points"),
            Text("每人都先按平均服务计这么多点", "Everybody starts with this many points of average service"),
            Range(0, 1000000, POINTS),
        ),
    ] = 2000
    factor_least: Annotated[
        float,
        Value(
            Text("服务系数最低", "Lowest service factor"),
            Text("服务系数不低于此", "The service factor is never below it"),
            Range(0, 1, TIMES),
        ),
    ] = 0.5
    factor_most: Annotated[
        float,
        Value(
            Text("服务系数最高", "Highest service factor"),
            Text("服务系数不高于此", "The service factor is never above it"),
            Range(1, 10, TIMES),
        ),
    ] = 1.5
    window_months: Annotated[
        int,
        Value(
            Text("系数取几个月", "Months for the factor"),
            Text("计算服务系数的月数，含本月", "Months the service factor is computed over, including this one"),
            Range(1, 12, MONTHS),
        ),
    ] = 3
    reference_months: Annotated[
        int,
        Value(
            Text("基准取几个月", "Months for the reference"),
            Text(
                "基准卡率取之前几个已关账的月份", "Closed months before this one from which the reference rate is taken"
            ),
            Range(1, 12, MONTHS),
        ),
    ] = 3
    wilson_z: Annotated[
        float,
        Value(
            Text("卡率把握", "Confidence of a rate"),
            Text("按卡率分配时的 z 值", "z of the lower bound, if the part is distributed by rate"),
            Range(0, 5, TIMES),
        ),
    ] = 1.96
    deduction_each: Annotated[
        float,
        Value(
            Text("每件属实投诉扣减", "Deduction per complaint"),
            Text("扣减服务部分的比例", "Share of the service part deducted for each upheld complaint"),
            Range(0, 1, SHARE),
        ),
    ] = 0.10
    deduction_most: Annotated[
        float,
        Value(
            Text("扣减最多", "Largest deduction"),
            Text("扣减服务部分的比例上限", "At most this share of the service part is deducted"),
            Range(0, 1, SHARE),
        ),
    ] = 0.5
    cap: Annotated[
        float,
        Value(
            Text("封顶", "Cap"),
            Text("最多为平均份额的几倍；0 表示不封顶", "At most this many times the equal share; 0 means no cap"),
            Range(0, 100, TIMES),
        ),
    ] = 0
    recovery_most: Annotated[
        float,
        Value(
            Text("每月最多追回", "Largest monthly recovery"),
            Text(
                "更正多发的，每月最多从当月绩效中追回的比例",
                "Share of a month's pay that may be withheld to recover an overpayment",
            ),
            Range(0, 1, SHARE),
        ),
    ] = 0.20
    waive_negative: Annotated[
        bool,
        Value(
            Text("多发的不追回", "Waive overpayments"),
            Text("更正后多发的部分不再追回", "What a correction finds overpaid is not recovered"),
        ),
    ] = False
    supervisors: Annotated[
        bool,
        Value(
            Text("站长参加分配", "Supervisors share"), Text("站长也参加奖金池分配", "Supervisors take part in the pool")
        ),
    ] = False
    credited_absences: Annotated[
        tuple[str, ...],
        Value(
            Text("补计的缺勤", "Credited absences"),
            Text("这些日子按本人日均点数补计", "These days are credited with the person's own daily mean"),
            options=ABSENCES,
        ),
    ] = ("training", "assignment")
    notice_days: Annotated[
        int,
        Value(
            Text("公示期", "Notice"),
            Text("公示的工作日数，其间可以申诉", "Working days of the notice, during which appeals are accepted"),
            Range(0, 60, WORKDAYS),
        ),
    ] = 3
    publish: Annotated[
        Shown,
        Value(
            Text("向本厅公布", "Shown to the hall"),
            Text("公示的月份向大厅显示什么", "What the hall sees of a month in notice"),
            options={
                "points": Text("点数", "Points"),
                "amounts": Text("金额", "Amounts"),
                "none": Text("不公布", "Nothing"),
            },
        ),
    ] = Shown.POINTS
    suggest_least: Annotated[
        int,
        Value(
            Text("建议系数至少", "Suggestion needs"),
            Text("至少量过这么多笔才建议系数", "A coefficient is suggested only from this many measured services"),
            Range(1, 10000, NUMBERS),
        ),
    ] = 30
    suggest_days: Annotated[
        int,
        Value(
            Text("建议系数取", "Suggestion based on"),
            Text("建议系数取最近多少天", "Days considered for a suggestion"),
            Range(1, 3650, DAYS),
        ),
    ] = 90

    def points_of(self, service: str) -> Fraction:
        """Points of one served number; a service that the policy does not know yet counts `other_service`."""
        known = (each.points for each in self.coefficients if each.service == service)
        return rate(next(known, self.other_service))
