"""The declaration of the daily log: the signed day, and late records that were looked at."""

from pathlib import Path

from shared.daily_log import words
from shared.daily_log.facts import DaySigned, LateLooked
from shared.daily_log.tables import projection
from shared.declaration.practice import DAY, OWN_WORDS, PLAIN, Kind, Practice, Shown
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
        Kind(
            LateLooked,
            Text("查看迟到的记录", "late records reviewed"),
            Text("{device}迟到的 {count} 条记录：{let_in}", "{count} late records of {device}: {let_in}"),
            shows=("device", "count", "let_in"),
        ),
    ),
    fields={"day": DAY, "note": OWN_WORDS, "device": PLAIN, "count": PLAIN, "let_in": Shown(words.let_in)},
    refusals=words.REFUSALS,
    hub_sql=Path(__file__).with_name("hub.sql"),
)
