"""Words for the honour wall."""

from collections.abc import Mapping

from shared.domain.text import Text

LABELS: Mapping[str, Text] = {
    "award": Text("{year} 年贴心服务奖", "Caring award {year}"),
}
REFUSALS: Mapping[str, Text] = {
    "no_honour": Text(
        "晋级或获奖之后才能上荣誉墙。", "Only people who were promoted or awarded can be on the honour wall."
    ),
}
