"""The main job, act by act, by the people of a hall: each act uses the real app on the hall's one journal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

import counter.__main__ as counter_app
import kiosk.__main__ as kiosk_app
from counter.session import Clock
from shared.qt.qr import QrCode
from tests.support.person import Person

_STANDING, _DESK = (1080, 1920), (1366, 768)
_PAUSE_MS = 4 * 60_000  # how long the clerk rests on the steady clock: a pause of seconds would not count


def say_nothing(_sentence: str) -> None:
    """Play without words."""


@dataclass(frozen=True)
class Clerk:
    """Somebody who signs in at the counter."""

    number: str
    name: str
    pin: str


@dataclass
class Story:
    """One hall's main job. `now` is the time of the apps; `tell` gets each step; pictures go to `pictures`."""

    app: QApplication
    folder: Path
    pictures: Path
    clerk: Clerk
    supervisor: Clerk
    now: Callable[[], int]
    tell: Callable[[str], None] = say_nothing
    rested_ms: int = 0
    said: dict[str, str] = field(default_factory=dict)
    """What the screens answered, by act: thanks, inquiry, refused, answered, closed, signed, exported."""

    def play(self) -> None:
        """All acts, in the order of a day."""
        with self.lobby() as customer:
            self.a_card_is_given(customer)
            self.help_is_asked_for(customer)
        with self.desk(self.clerk) as clerk:
            self.a_pause_is_taken(clerk)
            self.an_inquiry_is_answered_on_the_spot(clerk)
        with self.desk(self.supervisor) as supervisor:
            self.the_customers_inquiry_is_answered(supervisor)
            self.the_day_is_signed(supervisor)
            self.the_day_is_exported(supervisor)

    # ---- where people stand ------------------------------------------------------------------------------------------

    @contextmanager
    def lobby(self) -> Iterator[Person]:
        """A customer before the kiosk."""
        options = kiosk_app.parse_arguments(["--windowed", "--always-open", "--still"])
        window = kiosk_app.build(self.app, self.folder, options, self.now)
        window.resize(*_STANDING)
        window.show()
        try:
            customer = Person(window)
            customer.waits(lambda: window.session.lobby, "the hall")
            yield customer
        finally:
            window.session.close()
            window.hide()
            window.deleteLater()

    @contextmanager
    def desk(self, clerk: Clerk) -> Iterator[Person]:
        """Somebody signed in at the counter."""
        window = counter_app.build(self.app, self.folder, clock=Clock(now=self.now, steady=lambda: self.rested_ms))
        window.resize(*_DESK)
        window.show()
        window.start()
        try:
            person = Person(window)
            person.waits(lambda: window.session.here.hall, "the hall")
            person.types(clerk.number, into="工号")
            person.types(clerk.pin, into="密码")
            person.reads(clerk.name)
            person.waits(lambda: window.session.actor, f"{clerk.name} to be signed in")
            yield person
        finally:
            window.session.background.close()
            window.hide()
            window.deleteLater()

    # ---- the acts ----------------------------------------------------------------------------------------------------

    def a_card_is_given(self, customer: Person) -> None:
        """Three touches, and a sentence."""
        self._picture(customer, "1-kiosk-welcome")
        customer.tap("送一张5P卡")
        self._picture(customer, "2-kiosk-who")
        customer.tap(self.clerk.name)
        self._picture(customer, "3-kiosk-which-p")
        customer.tap("热情")
        self.said["thanks"] = customer.reads("收到了您的")
        self._picture(customer, "4-kiosk-thanks")
        self.tell(f"用户点了三下 · three touches at the kiosk: {self.said['thanks']}")
        customer.tap("好了")

    def help_is_asked_for(self, customer: Person) -> None:
        """我有意见 / 需要帮助, with a phone number."""
        customer.tap("我有意见")
        customer.tap("需要帮助")
        customer.tap("需要上门服务")
        customer.tap("下一步")
        for digit in "13840001234":
            customer.tap(digit)
        self._picture(customer, "5-kiosk-phone")
        customer.tap("下一步")
        customer.reads("这样提交，对吗？")
        customer.tap("提交")
        customer.reads("您的首问工单号")
        self.said["inquiry"] = customer.reads("答复您")
        customer.waits(lambda: any(code.isVisible() for code in customer.window.findChildren(QrCode)), "the QR code")
        self._picture(customer, "6-kiosk-promise")
        self.tell(f"用户请求上门服务 · help asked for at the kiosk: {self.said['inquiry']}")

    def a_pause_is_taken(self, clerk: Person) -> None:
        """Seven people wait: refused, with the reason. Two: granted at once."""
        clerk.tap("暂停服务")
        clerk.reads("今天还可暂停 2 次")
        clerk.types("7", into="现在有几位用户")
        clerk.tap("申请暂停")
        self.said["refused"] = clerk.reads("这次不能暂停")
        self._picture(clerk, "7-counter-pause-refused")
        clerk.types("2", into="现在有几位用户")
        clerk.tap("申请暂停")
        clerk.reads("好好歇一歇")
        self._picture(clerk, "8-counter-pause")
        self.rested_ms += _PAUSE_MS
        clerk.tap("我回来了")
        clerk.reads("今天还可暂停 1 次")
        self.tell(f"{self.clerk.name} 先被婉拒，后暂停了一次 · one pause refused, one taken: {self.said['refused']}")

    def an_inquiry_is_answered_on_the_spot(self, clerk: Person) -> None:
        """Asked at the window, answered there: opened and closed in one."""
        clerk.tap("首问工单")
        clerk.tap("登记新工单")
        clerk.types("过户更名需要带什么材料？", into="用户问什么")
        clerk.types("带身份证、房产证和最近一期的缴费单。", into="当场答复")
        self._picture(clerk, "9-counter-inquiry")
        clerk.taps_last("登记")
        self.said["answered"] = clerk.reads("当场办结")
        self.tell(f"{self.clerk.name} 当场答复 · answered on the spot: {self.said['answered']}")

    def the_customers_inquiry_is_answered(self, supervisor: Person) -> None:
        """The kiosk's inquiry belongs to the supervisor; it is answered and closed."""
        supervisor.tap("首问工单")
        supervisor.chooses("需要上门服务")
        supervisor.tap("答复办结")
        supervisor.types("已约好明天上午九点上门。", into="给用户的答复")
        supervisor.taps_last("确定")
        self.said["closed"] = supervisor.reads("答复办结，已记录")
        self._picture(supervisor, "10-counter-inquiries")
        self.tell(f"{self.supervisor.name} 答复了用户 · the customer's inquiry is answered: {self.said['closed']}")

    def the_day_is_signed(self, supervisor: Person) -> None:
        """The supervisor reads the day and signs it."""
        supervisor.tap("当日日志")
        supervisor.tap("签字确认")
        supervisor.taps_last("签字")
        self.said["signed"] = supervisor.reads("已签字")
        supervisor.waits(lambda: "尚未签字" not in supervisor.sees(), "the page as it is now")
        self._picture(supervisor, "11-counter-day")
        self.tell(f"{self.supervisor.name} 签了字 · the day is signed: {self.said['signed']}")

    def the_day_is_exported(self, supervisor: Person) -> None:
        """The signed page as PDF, in the story's folder."""
        supervisor.tap("导出")
        supervisor.tap("其他文件夹")
        folders = partial(supervisor.window.findChildren, QFileDialog)
        supervisor.waits(lambda: any(each.isActiveWindow() for each in folders()), "the system's own dialog")
        supervisor.types(str(self.pictures))
        supervisor.presses(Qt.Key.Key_Return)
        supervisor.waits(lambda: not folders(), "the folder to be chosen")
        supervisor.taps_last("导出")
        self.said["exported"] = supervisor.reads("已导出")
        self.tell(f"当日日志写成 PDF · the signed day on paper: {self.said['exported']}")

    def _picture(self, person: Person, name: str) -> None:
        person.photographs(self.pictures / f"{name}.png")
