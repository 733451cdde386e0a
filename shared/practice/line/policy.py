"""The policy of the line: who goes first, how many of them in a row, and from how much a wait is estimated."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import MINUTES, NUMBERS, PEOPLE
from shared.practice.line.facts import PRIORITIES


class LinePolicy(Section):
    """The waiting line (排队)."""

    key: ClassVar = "line"
    title: ClassVar = Text("排队", "Queue")

    priorities: Annotated[
        tuple[str, ...],
        Value(
            Text("优先的用户", "Priority customers"),
            Text("这些用户的号可以优先", "The numbers of these customers may be called before others"),
            options=PRIORITIES,
        ),
    ] = ("elderly", "soldier", "pregnant", "infant", "disabled")
    at_kiosk: Annotated[
        tuple[str, ...],
        Value(
            Text("自助屏可选的优先", "Priority at the kiosk"),
            Text(
                "用户取号时可以自己选的优先原因，叫号时窗口看得见；不选：只能由窗口代取",
                "Reasons for priority that customers may choose themselves and the window sees; if none, only the "
                "counter gives priority",
            ),
            options=PRIORITIES,
        ),
    ] = ("elderly", "soldier", "pregnant", "infant", "disabled")
    in_a_row: Annotated[
        int,
        Value(
            Text("连续优先", "Priority in a row"),
            Text(
                "连叫这么多个优先号以后，先叫一个普通号；0：优先号不提前",
                "After this many priority numbers a normal one is called first; 0: no number goes first",
            ),
            Range(0, 20, PEOPLE),
        ),
    ] = 2
    estimate_minutes: Annotated[
        int,
        Value(
            Text("估计依据", "Estimate based on"),
            Text("等候时间按最近这么久的办理情况估计", "Waiting times are estimated from what was served in this time"),
            Range(10, 480, MINUTES),
        ),
    ] = 60
    estimate_least: Annotated[
        int,
        Value(
            Text("估计至少要办过", "Estimate needs"),
            Text("办过的不到这么多笔，就不估计", "With fewer services than this there is no estimate"),
            Range(1, 100, NUMBERS),
        ),
    ] = 3
