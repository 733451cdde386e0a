"""The last step: a summary, and what to do next."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit.page import Page
from counter.kit.words import Text
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.people import views
from shared.people.views import Hall, Person

_NOW = QT_TRANSLATE_NOOP(
    "Counter",
    "按“打开”开始工作。每人用工号（或刷纸条上的码）和自己的密码登录；忘记密码请找站长。"
    "上面每一项以后都能在窗口工作台里改：人员在“人员与窗口”，打印机、声音和屏幕在“本机设置”，规则在“管理参数”；按F1看每一页的说明。",
)
_KIOSK = QT_TRANSLATE_NOOP(
    "Counter",
    "这台电脑只开自助屏时：按住右上角3秒，用站长的工号和密码进“工作人员”，“本机设置”里能用手指改每一项，也从那里退出。",
)


class SetUp(msgspec.Struct, frozen=True):
    """What was set up: hall, people, and how many of them have a PIN."""

    hall: Hall | None
    people: tuple[Person, ...]
    with_pin: int


class ReadyStep(Step, Page[SetUp]):
    """Shows the summary; “next” opens the app."""

    place = place("first_ready", QT_TRANSLATE_NOOP("Counter", "都准备好了"), "check")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.made = Text(style="lead", wrap=True)
        self.body.addWidget(self.made)
        self.body.addWidget(Text(_NOW, wrap=True))
        self.body.addWidget(Text(_KIOSK, "soft", wrap=True))
        self.body.addStretch(1)

    def query(self) -> Callable[[Store], SetUp]:
        def read(store: Store) -> SetUp:
            people = views.everyone(store)
            return SetUp(views.hall(store), people, sum(views.has_pin(store, person.number) for person in people))

        return read

    def show_data(self, data: SetUp) -> None:
        supervisors = [person.name for person in data.people if person.role is Role.SUPERVISOR]
        text = self.tr("{hall}：{n} 人，{pins} 人有密码；站长 {keepers}。")
        hall = f"{data.hall.branch} · {data.hall.name}" if data.hall else ""
        self.made.setText(
            text.format(hall=hall, n=len(data.people), pins=data.with_pin, keepers="、".join(supervisors) or "—")
        )
