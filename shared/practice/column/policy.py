"""The policy of the column: the size of an issue, of a text, and from when sums are shown."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import CHARACTERS, DAYS, PEOPLE, PIECES


class ColumnPolicy(Section):
    """服务之窗."""

    key: ClassVar = "column"
    title: ClassVar = Text("服务之窗", "Service window column")
    relations: ClassVar = (
        Relation(
            ("items_least", "items_most"),
            lambda column: column.items_least <= column.items_most,
            Text("最少篇数 ≤ 最多篇数。", "Fewest stories ≤ most stories."),
        ),
    )

    items_least: Annotated[
        int,
        Value(
            Text("每期最少", "Fewest stories"),
            Text("一期至少几篇", "Stories in an issue, at least"),
            Range(1, 50, PIECES),
        ),
    ] = 3
    items_most: Annotated[
        int,
        Value(
            Text("每期最多", "Most stories"), Text("一期至多几篇", "Stories in an issue, at most"), Range(1, 50, PIECES)
        ),
    ] = 8
    text_limit: Annotated[
        int,
        Value(
            Text("文字最多", "Longest text"),
            Text("一篇最多这么多字", "A story may have this many characters"),
            Range(1, 20000, CHARACTERS),
        ),
    ] = 3000
    pictures_most: Annotated[
        int,
        Value(
            Text("照片最多", "Most photos"),
            Text("一篇至多几张照片", "Photos in a story, at most"),
            Range(0, 20, PIECES),
        ),
    ] = 3
    feedback_least: Annotated[
        int,
        Value(
            Text("反馈合计至少", "Feedback shown from"),
            Text(
                "交流会反馈满几人才显示合计",
                "Totals of a meeting's feedback are shown once this many people have answered",
            ),
            Range(1, 50, PEOPLE),
        ),
    ] = 5
    bulletin_day: Annotated[
        int,
        Value(
            Text("通报到期日", "Bulletin due"),
            Text("每月这一天起提醒做上月的通报", "From this day of the month the bulletin of the last month is due"),
            Range(1, 28, DAYS),
        ),
    ] = 5
    titles: Annotated[
        tuple[str, ...],
        Value(
            Text("称呼", "Titles"),
            Text(
                "跟在姓氏后面、能认出人的称呼：稿件里不用",
                "Titles that after a surname identify a person: not used in stories",
            ),
        ),
    ] = (
        "姐", "哥", "师傅", "老师", "先生", "女士", "小姐", "大爷", "大妈", "大娘", "大叔", "大姐", "大哥", "阿姨",
        "叔叔", "奶奶", "爷爷",
    )  # fmt: skip
