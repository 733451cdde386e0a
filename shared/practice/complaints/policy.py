"""The policy of verdicts on complaints: the time to answer, and what each verdict counts.

The rules: resources/handbook/practices.en.md §9.
"""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import TIMES, WORKDAYS


class Complaints(Section):
    """What a verdict counts, and how long the person concerned may answer."""

    key: ClassVar = "complaints"
    title: ClassVar = Text("投诉认定", "Verdicts on complaints")

    answer_days: Annotated[
        int,
        Value(
            Text("本人申辩", "Time to answer"),
            Text(
                "当事人得知后几个工作日内可以说明",
                "Working days in which the person concerned may answer after being told",
            ),
            Range(0, 60, WORKDAYS),
        ),
    ] = 5
    upheld: Annotated[
        float,
        Value(
            Text("属实计", "Upheld counts"),
            Text("一件属实投诉计几次", "How much one upheld complaint counts"),
            Range(0, 10, TIMES),
        ),
    ] = 1
    partly: Annotated[
        float,
        Value(
            Text("部分属实计", "Partly upheld counts"),
            Text("一件部分属实投诉计几次", "How much one partly upheld complaint counts"),
            Range(0, 10, TIMES),
        ),
    ] = 0
    unfounded: Annotated[
        float,
        Value(
            Text("不属实计", "Unfounded counts"),
            Text("一件不属实投诉计几次", "How much one unfounded complaint counts"),
            Range(0, 10, TIMES),
        ),
    ] = 0
