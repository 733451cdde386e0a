"""The policy of the rulebooks."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import DAYS


class RulebookPolicy(Section):
    """Until when rules are to be read."""

    key: ClassVar = "rulebook"
    title: ClassVar = Text("管理制度", "Rulebooks")

    newcomer_days: Annotated[
        int,
        Value(
            Text("新员工阅读期限", "Newcomers read within"),
            Text("到岗后多少天内读完已发布的制度", "Days after joining within which the published rules must be read"),
            Range(1, 365, DAYS),
        ),
    ] = 7
