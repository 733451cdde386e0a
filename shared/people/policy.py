"""The policy of PINs: how long they are and how wrong ones slow down."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import DIGITS, SECONDS, TIMES


class PinsPolicy(Section):
    """Sign-in: how wrong PINs slow down."""

    key: ClassVar = "pins"
    title: ClassVar = Text("密码", "PINs")
    relations: ClassVar = (
        Relation(
            ("first_wait_seconds", "longest_wait_seconds"),
            lambda pins: pins.first_wait_seconds <= pins.longest_wait_seconds,
            Text("首次等待不能长于最长等待。", "The first wait must not exceed the longest."),
        ),
    )

    digits: Annotated[
        int,
        Value(
            Text("密码位数", "PIN length"),
            Text("新设的密码要有几位数字", "How many digits a new PIN needs"),
            Range(4, 12, DIGITS),
        ),
    ] = 6
    free_tries: Annotated[
        int,
        Value(
            Text("不限速的错误次数", "Free attempts"),
            Text("错这么多次以后才开始等待", "Waiting starts after this many wrong PINs"),
            Range(1, 20, TIMES),
        ),
    ] = 3
    first_wait_seconds: Annotated[
        int,
        Value(
            Text("首次等待", "First wait"),
            Text("第一次要等多久，以后每错一次加倍", "The first wait; it doubles with each further wrong PIN"),
            Range(1, 600, SECONDS),
        ),
    ] = 5
    longest_wait_seconds: Annotated[
        int,
        Value(
            Text("最长等待", "Longest wait"),
            Text("再错也不会等得更久", "No wait is longer than this"),
            Range(1, 86_400, SECONDS),
        ),
    ] = 900
