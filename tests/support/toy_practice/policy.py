"""The policy of wishes."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import TIMES


class WishesPolicy(Section):
    """How often one may wish."""

    key: ClassVar = "wishes"
    title: ClassVar = Text("心愿", "Wishes")

    per_day: Annotated[
        int,
        Value(Text("每天心愿", "Wishes a day"), Text("每人每天可提", "For each person"), Range(1, 9, TIMES)),
    ] = 1
