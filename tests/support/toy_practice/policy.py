"""The policy of wishes."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import DAYS, TIMES
from tests.support.toy_practice.words import ABOUT


class WishesPolicy(Section):
    """How often one may wish."""

    key: ClassVar = "wishes"
    title: ClassVar = Text("心愿", "Wishes")

    per_day: Annotated[
        int,
        Value(Text("每天心愿", "Wishes a day"), Text("每人每天可提", "For each person"), Range(1, 9, TIMES)),
    ] = 1
    keep_days: Annotated[
        int, Value(Text("心愿保留", "Kept"), Text("到期清除原话", "Then its words are erased"), Range(1, 365, DAYS))
    ] = 30
    about: Annotated[
        tuple[str, ...],
        Value(Text("心愿类别", "Kinds"), Text("可以提的", "What may be wished"), options=ABOUT),
    ] = tuple(ABOUT)

    relations: ClassVar = (
        Relation(("about",), lambda wishes: bool(wishes.about), Text("至少一类", "At least one kind")),
    )
