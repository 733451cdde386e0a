"""The declaration of what belongs to no practice: the journal's own facts, opening hours and the screens' times."""

from shared.declaration.practice import ANY_DEVICE, OWN_WORDS, PERSON, About, Kind, Practice
from shared.domain.sections import CounterTimes, Hours, KioskTimes
from shared.domain.text import Text
from shared.domain.wording import COMMON
from shared.journal.event import PersonalErased
from shared.journal.stations import StationReplaced

PRACTICE = Practice(
    name="program",
    title=Text("大厅与设备", "Hall and devices"),
    kinds=(
        Kind(
            PersonalErased,
            Text("清除个人信息", "personal data erased"),
            Text("个人信息已按规定清除", "Personal data was erased"),
            shows=("reason",),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            kiosk_fields=("reason",),
            about=About.BEGUN_HERE,
        ),
        Kind(
            StationReplaced,
            Text("设备换编号", "device goes on under a new id"),
            Text(
                "本机更换了设备编号，原有记录不变",
                "This device has a new device number; its earlier records stay as they were",
            ),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            kiosk_fields=("former", "upto", "reason", "gaps", "unread"),
        ),
    ),
    fields={"staff": PERSON, "reason": OWN_WORDS},
    refusals=COMMON,
    policy=(Hours, KioskTimes, CounterTimes),
)
