"""What the signature under a day says of itself."""

from shared.daily_log import words
from shared.daily_log.facts import DaySigned
from shared.daily_log.tables import projection
from shared.declaration.practice import DAY, OWN_WORDS, Kind, Practice
from shared.domain.text import Text

PRACTICE = Practice(
    name="daily_log",
    title=Text("当日日志", "Daily log"),
    projection=projection,
    kinds=(
        Kind(
            DaySigned,
            Text("日志签字", "day signed"),
            Text("{day} 的日志已签字", "The log of {day} was signed"),
            shows=("day", "note"),
        ),
    ),
    fields={"day": DAY, "note": OWN_WORDS},
    refusals=words.REFUSALS,
)
