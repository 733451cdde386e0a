"""What people and halls say of themselves: the office decides; a hall's supervisor sets duty and PINs."""

from shared.declaration.practice import PERSON, PLAIN, About, Kind, Practice, Shown, coded
from shared.domain.text import Text
from shared.people import acting, words  # acting: registers itself with `shared.reference`
from shared.people.facts import DutySet, HallSet, PhotoSet, PinFailed, PinSet, SignedIn, StaffSet
from shared.people.policy import PinsPolicy
from shared.people.tables import projection

__all__ = ["PRACTICE", "acting"]
PRACTICE = Practice(
    name="people",
    title=Text("人员", "People"),
    projection=projection,
    kinds=(
        Kind(
            HallSet,
            Text("大厅资料", "hall details"),
            Text("大厅资料已更新", "The hall's details were updated"),
            kiosk_reads=True,
            everywhere=True,
            news=True,
            kiosk_fields=("code", "name", "branch"),
            about=About.HALL,
        ),
        Kind(
            StaffSet,
            Text("人员资料", "staff details"),
            Text("{staff}的人员资料已更新（{role}）", "{staff}'s details were updated ({role})"),
            shows=("role", "active"),
            kiosk_reads=True,
            everywhere=True,
            news=True,
            kiosk_fields=("number", "name", "branch", "hall", "window", "post", "role", "active", "since"),
            about=About.PERSON,
        ),
        Kind(
            DutySet,
            Text("上岗离岗", "on and off duty"),
            Text("{staff}{on}", "{staff} {on}"),
            shows=("on", "window"),
            kiosk_reads=True,
            everywhere=True,
            kiosk_fields=("on", "window"),
            about=About.PERSON,
        ),
        Kind(
            PhotoSet,
            Text("照片", "photo"),
            Text("{staff}的照片已更新", "{staff}'s photo was updated"),
            kiosk_reads=True,
            everywhere=True,
            kiosk_fields=("image", "sha256"),
            about=About.PERSON,
        ),
        Kind(
            PinSet,
            Text("设置密码", "PIN set"),
            Text("{staff}的密码已设置", "{staff}'s PIN was set"),
            everywhere=True,
            about=About.PERSON,
        ),
        Kind(
            PinFailed,
            Text("密码有误", "wrong PIN"),
            Text("{staff}的密码输入有误（{program}）", "A wrong PIN for {staff} ({program})"),
            shows=("program",),
        ),
        Kind(
            SignedIn,
            Text("登录", "signed in"),
            Text("{staff}登录（{program}）", "{staff} signed in ({program})"),
            shows=("program",),
        ),
    ),
    fields={
        "staff": PERSON,
        "role": coded(words.role),
        "program": coded(words.program),
        "active": PLAIN,
        "on": Shown(words.on_duty),
        "window": PLAIN,
    },
    refusals=words.REFUSALS,
    policy=(PinsPolicy,),
)
