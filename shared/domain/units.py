"""The units of the policy's values."""

from shared.domain.text import Text

CARDS = Text("张", "cards")
CHARACTERS = Text("字", "characters")
DAYS = Text("天", "days")
DIGITS = Text("位", "digits")
HOURS = Text("小时", "hours")
MINUTES = Text("分钟", "minutes")
PEOPLE = Text("人", "people")
SECONDS = Text("秒", "seconds")
SHARE = Text("比例", "share")
TIMES = Text("次", "times")
WINDOWS = Text("个窗口", "windows")
WORKDAYS = Text("工作日", "working days")
