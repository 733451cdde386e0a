"""The policy of the caring award: the jury, its marks, the places.

The rules: resources/handbook/practices.en.md §6.
"""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import CHARACTERS, PEOPLE, PLACES, POINTS, SHARE, WORKDAYS


class Caring(Section):
    """贴心服务奖. A juror gives each of the three criteria 0 to `criterion_most`."""

    key: ClassVar = "caring"
    title: ClassVar = Text("贴心服务奖", "Caring award")
    relations: ClassVar = (
        Relation(
            ("jurors_least", "jury_least", "jury_most"),
            lambda award: award.jurors_least <= award.jury_least <= award.jury_most,
            Text("有效评委 ≤ 评委会最少 ≤ 评委会最多。", "Valid jurors ≤ smallest jury ≤ largest jury."),
        ),
    )

    places: Annotated[
        int,
        Value(
            Text("名额", "Places"),
            Text("一年评出几名；可以空缺", "Awards in a year; places may stay empty"),
            Range(1, 100, PLACES),
        ),
    ] = 5
    minimum: Annotated[
        int,
        Value(
            Text("入选分", "Minimum"),
            Text("三项合计至少", "At least, the three criteria together"),
            Range(0, 300, POINTS),
        ),
    ] = 18
    criterion_most: Annotated[
        int,
        Value(
            Text("每项满分", "Marks of a criterion"),
            Text("压力大、贡献大、有借鉴意义各自的满分", "Full marks of each of the three criteria"),
            Range(1, 100, POINTS),
        ),
    ] = 10
    trim: Annotated[
        float,
        Value(
            Text("去掉两端", "Trimmed"),
            Text("最高、最低两端各去掉的比例", "Share of the scores left out at each end"),
            Range(0, 0.49, SHARE),
        ),
    ] = 0.2
    jurors_least: Annotated[
        int,
        Value(
            Text("有效评委至少", "Valid jurors"),
            Text("有效评分不足的不排序", "An entry with fewer valid scores is not ranked"),
            Range(1, 50, PEOPLE),
        ),
    ] = 3
    jury_least: Annotated[
        int,
        Value(Text("评委会最少", "Smallest jury"), Text("评委会人数下限", "Fewest members"), Range(1, 50, PEOPLE)),
    ] = 5
    jury_most: Annotated[
        int, Value(Text("评委会最多", "Largest jury"), Text("评委会人数上限", "Most members"), Range(1, 50, PEOPLE))
    ] = 9
    jury_odd: Annotated[
        bool,
        Value(
            Text("评委会为单数", "Odd jury"), Text("评委会人数须为单数", "The jury must have an odd number of members")
        ),
    ] = True
    notice_days: Annotated[
        int, Value(Text("公示期", "Notice"), Text("公示的工作日数", "Working days of notice"), Range(0, 60, WORKDAYS))
    ] = 5
    text_limit: Annotated[
        int,
        Value(
            Text("文字最多", "Longest text"),
            Text("一篇事迹最多这么多字", "A deed may have this many characters"),
            Range(1, 20000, CHARACTERS),
        ),
    ] = 2000
    titles: Annotated[
        tuple[str, ...],
        Value(
            Text("称呼", "Titles"),
            Text("跟在姓氏后面、能认出人的称呼", "Titles that after a surname identify a person"),
        ),
    ] = ("姐", "哥", "师傅", "老师")
