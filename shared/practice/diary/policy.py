"""The policy of the diary: how long a text, and for how long its author may change it."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import CHARACTERS, HOURS, LINES


class DiaryPolicy(Section):
    """Diary entries (工作日记)."""

    key: ClassVar = "diary"
    title: ClassVar = Text("工作日记", "Diary")

    text_limit: Annotated[
        int,
        Value(
            Text("文字最多", "Longest text"),
            Text("一则日记最多这么多字", "An entry may have this many characters"),
            Range(1, 20_000, CHARACTERS),
            Text(
                "论文：“可以在工作日记上进行简要记载”；字数由本公司决定",
                "The paper: noted briefly in the diary; the length is this company's",
            ),
        ),
    ] = 2000
    edit_hours: Annotated[
        int,
        Value(
            Text("可修改", "Can be changed for"),
            Text(
                "写下后多久内本人可以修改，每次修改都留存",
                "How long the author can change an entry; every version is kept",
            ),
            Range(0, 720, HOURS),
        ),
    ] = 24
    count_least: Annotated[
        int,
        Value(
            Text("统计最少则数", "Smallest count shown"),
            Text(
                "一厅的困难、委屈、求助不足这么多时，经营管理部看不到数目",
                "If a hall has fewer difficulties, grievances or requests for help, the office does not see the number",
            ),
            Range(2, 50, LINES),
            Text(
                "论文：“经营部定期进行统计”；则数由本公司决定",
                "The paper: counted regularly; the number is this company's",
            ),
        ),
    ] = 5
