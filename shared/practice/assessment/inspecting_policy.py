"""The policy of inspections: how a visit is scored, how many there are and when, photos.

The rules: resources/handbook/practices.en.md §9.
"""

from typing import Annotated

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import HOURS, KILOBYTES, LINES, POINTS, SHARE, TIMES

ITEMS = Text(
    "论文：班组考核每月公布；数值由本公司决定", "The paper: teams are assessed monthly; the values are this company's"
)


class Inspecting(Section, frozen=True):
    """The part of 班组考核 that is about single inspections and months; `Assessment` is the whole section."""

    item_points: Annotated[
        int,
        Value(
            Text("每项满分", "Points of a part"),
            Text("五项各自的满分", "Of each of the five parts"),
            Range(1, 1000, POINTS),
            ITEMS,
        ),
    ] = 20
    applicable_least: Annotated[
        float,
        Value(
            Text("适用分值至少", "Applicable share"),
            Text(
                "适用分值低于此比例时，该项检查不可用",
                "With a smaller share of applicable points the inspection does not count for that item",
            ),
            Range(0, 1, SHARE),
        ),
    ] = 0.6
    critical_factor: Annotated[
        float,
        Value(
            Text("一票减半", "Critical lines"),
            Text("关键条目不合格时该项得分乘以", "An item with a failed critical line is multiplied by this"),
            Range(0, 1, SHARE),
        ),
    ] = 0.5
    open_share: Annotated[
        float,
        Value(
            Text("明查占比", "Weight of open inspections"),
            Text("一个月里明查所占比例，其余为暗访", "Their share of a month's score; covert ones have the rest"),
            Range(0, 1, SHARE),
        ),
    ] = 0.5
    open_least: Annotated[
        int,
        Value(
            Text("每月明查", "Open inspections a month"),
            Text("每单位每月至少明查", "At least this many a month for each unit"),
            Range(0, 31, TIMES),
        ),
    ] = 1
    covert_least: Annotated[
        int,
        Value(
            Text("每月暗访", "Covert inspections a month"),
            Text("每单位每月至少暗访", "At least this many a month for each unit"),
            Range(0, 31, TIMES),
        ),
    ] = 1
    busy_share: Annotated[
        float,
        Value(
            Text("忙时检查", "Busy-hour visits"),
            Text("安排在最忙时段的检查比例", "Share of the planned visits in a unit's busiest hours"),
            Range(0, 1, SHARE),
        ),
    ] = 0.5
    busy_hours: Annotated[
        int,
        Value(
            Text("最忙时段", "Busiest hours"),
            Text("一天里最忙的几个小时", "How many hours of a day count as the busiest"),
            Range(1, 24, HOURS),
        ),
    ] = 3
    same_branch_inspects: Annotated[
        bool,
        Value(
            Text("同分公司可检查", "Inspect the own branch"),
            Text("检查员可以检查本分公司的单位", "Inspectors may inspect units of their own branch"),
        ),
    ] = False
    gap_items: Annotated[
        int,
        Value(
            Text("差距条目", "Gaps shown"),
            Text("差距页列出最差的几条", "How many of the farthest-behind lines are shown"),
            Range(1, 50, LINES),
        ),
    ] = 2
    photo_kb: Annotated[
        int,
        Value(
            Text("照片最大", "Largest photo"),
            Text("一张检查照片的大小", "Size of one photo of evidence"),
            Range(5, 60, KILOBYTES),
        ),
    ] = 45
