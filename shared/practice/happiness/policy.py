"""The policy of the happy station: lengths of requests and greetings, and how long a greeting stays up."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import CHARACTERS, DAYS


class HappinessPolicy(Section):
    """Happy station (快乐驿站)."""

    key: ClassVar = "happiness"
    title: ClassVar = Text("快乐驿站", "Happy station")

    text_limit: Annotated[
        int,
        Value(
            Text("求助文字最多", "Longest request"),
            Text("一次求助或跟进最多这么多字", "A request for help or a follow-up may have this many characters"),
            Range(1, 20_000, CHARACTERS),
        ),
    ] = 2000
    greeting_limit: Annotated[
        int,
        Value(
            Text("祝福最多", "Longest greeting"),
            Text("一条祝福最多这么多字", "A greeting may have this many characters"),
            Range(1, 2000, CHARACTERS),
        ),
    ] = 200
    board_days: Annotated[
        int,
        Value(
            Text("祝福展示", "Greetings stay for"),
            Text("一条祝福在留言板上展示多久", "How long a greeting stays on the board"),
            Range(1, 366, DAYS),
        ),
    ] = 30
