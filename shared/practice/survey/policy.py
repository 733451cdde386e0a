"""The policy of the survey: from how many answers anything is shown.

The rules: resources/handbook/practices.en.md §11.
"""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import PEOPLE


class SurveyPolicy(Section):
    """问卷. Fewer than five is never allowed."""

    key: ClassVar = "survey"
    title: ClassVar = Text("员工问卷", "Staff survey")

    least: Annotated[
        int,
        Value(
            Text("最少份数", "Fewest answers"),
            Text("不足这么多份的不开箱、不显示", "Fewer answers than this are neither opened nor shown"),
            Range(5, 50, PEOPLE),
            Text(
                "论文：“经过调研得出”；份数由本公司决定", "The paper: found by a survey; the number is this company's"
            ),
        ),
    ] = 5
