"""A first day in real windows, from an empty folder to the first signed log: one PC alone, and three with a hub."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pypdfium2
import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from counter.desk.all_settings import AllSettingsPart
from counter.desk.display import DisplayPart
from counter.first_day import start
from counter.first_day.devices import DevicesStep, ScannerPart
from counter.first_day.screens import ScreensStep
from counter.first_day.window import FirstDay
from counter.second_screen import SecondScreen
from counter.session import Clock
from shared import device_journal
from shared.cli.group import commands
from shared.daily_log import views as log
from shared.device import codes, setting_up
from shared.domain.clock import wall_clock
from shared.domain.sections import Hours
from shared.domain.workdays import day_of
from shared.journal import verify
from shared.people import actions as people_actions
from shared.people import views as people
from shared.practice.cards.facts import CardAwarded, CardWithdrawn
from shared.practice.line import views as line
from shared.reference.views import policy
from shared.sync import enrolment
from shared.sync.hub import Hub
from shared.sync.round import Round
from tests.counter.walker import cut, goes_round
from tests.hub.site import Site
from tests.support.builders import MONDAY, PIN, ROSTER, at
from tests.support.person import Person
from tests.tour.story import Clerk, Story

HALL, BRANCH = "和平大厅", "和平分公司"
STAFF = """工号,姓名,分公司,大厅,窗口,岗位,角色
1001,王芳,和平分公司,和平大厅,1,购气员,窗口人员
1002,李娜,和平分公司,和平大厅,2,购气员,窗口人员
1003,张伟,和平分公司,和平大厅,3,购气员,窗口人员
"""


@pytest.fixture
def now() -> Callable[[], int]:
    """Half past eight and on; a second passes whenever a window looks at the clock."""
    second = count()
    return lambda: at("08:30") + next(second) * 1000


class Setter(Person):
    """Somebody before the window of the first day."""

    window: FirstDay

    def goes_on(self, title: str) -> None:
        """To the next step, which has this title."""
        self.tap("下一步")
        self.waits(lambda: self.window.page and str(self.window.page.place.title) == title, title)
        assert goes_round(self, Qt.Key.Key_Backtab).problems(self.window) == [], title
        assert cut(self.window) == [], title

    def chooses_in_dialog(self, path: Path) -> None:
        """A file or folder in the system's own dialog."""
        dialogs = lambda: [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]  # noqa: E731
        self.waits(lambda: any(each.isActiveWindow() for each in dialogs()), "the system's own dialog")
        self.types(str(path))
        self.presses(Qt.Key.Key_Return)
        self.waits(lambda: not dialogs(), "it to be chosen")


@contextmanager
def first_day(folder: Path, now: Callable[[], int], *, signs_in: bool = True) -> Iterator[Setter]:
    """The window that an app begins with on this folder."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert setting_up.needed(folder)
    window = start.build(app, folder, clock=Clock(now=now), signs_in=signs_in)
    window.resize(1024, 768)
    window.show()
    window.activateWindow()
    window.begin(setting_up.left_at(folder))
    try:
        yield Setter(window)
        assert (window.width(), window.height()) == (1024, 768)  # no step needs more
    finally:
        window.close()
        window.translation.uninstall()
        window.hide()
        window.deleteLater()


def paper(file: Path) -> str:
    """All text of a PDF; it names some characters by their radical (⽇ for 日)."""
    with pypdfium2.PdfDocument(file) as document:
        return normalize("NFKC", "\n".join(page.get_textpage().get_text_range() for page in document))


def new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def pins_of(file: Path) -> dict[str, str]:
    """What the printed slips say: number -> PIN."""
    words = paper(file).split()
    numbers = [word for word in words if len(word) == 4 and word.isdecimal()]
    pins = [word for word in words if len(word) == 6 and word.isdecimal()]
    return dict(zip(numbers, pins, strict=True))


def names_the_hall(setter: Setter) -> None:
    setter.tap("设置本大厅")
    setter.types(HALL, into="大厅名称")
    setter.types(BRANCH, into="所属分公司")
    setter.goes_on("营业时间")
    setter.reads("大厅开始营业的时刻")
    setter.waits(lambda: setter.field("关门").text() == "16:30", "the default")
    setter.types("17:00", into="关门")


def brings_people(setter: Setter, folder: Path) -> None:
    """王芳 by a list; 陈静, who keeps the hall, by hand: before her nobody goes on."""
    (folder / "员工.csv").write_text(STAFF, "utf-8")
    setter.goes_on("导入人员名单（没有就下一步）")
    setter.tap("选择文件")
    setter.chooses_in_dialog(folder / "员工.csv")
    setter.reads("读到 3 行可用")
    setter.tap("全部导入")
    setter.reads("已导入")
    setter.goes_on("人员与窗口")
    setter.reads("共 3 人")
    assert "没有站长" in setter.waits(lambda: setter.window.next.why, "why nobody can go on")
    setter.tap("新增人员")
    dialog: Any = setter.waits(QApplication.activeModalWidget, "the form")
    Person(dialog).types("2001", into="工号")
    Person(dialog).types("陈静", into="姓名")
    role = dialog.fields["role"]
    role.setCurrentIndex(role.findData("supervisor"))
    setter.taps_last("保存")
    setter.reads("陈静 的资料已保存")
    for name in ("王芳", "李娜", "张伟"):
        setter.chooses(name)
        setter.tap("上岗")
        setter.reads(f"{name} 已上岗")


def chooses_services(setter: Setter) -> None:
    setter.goes_on("窗口与业务")
    setter.chooses("王芳")
    setter.tap("选择业务")
    setter.waits(QApplication.activeModalWidget, "the services")
    setter.tap("燃气费收取")
    setter.taps_last("确定")
    setter.chooses("燃气费收取")


def hands_pins_out(setter: Setter, folder: Path) -> dict[str, str]:
    setter.goes_on("密码")
    setter.tap("给还没有的人生成密码")
    setter.reads("已生成 4 个密码")
    setter.tap("下一步")
    setter.reads("密码还没有打印")
    setter.tap("存成 PDF")
    setter.tap("其他文件夹")
    setter.chooses_in_dialog(folder)
    setter.taps_last("导出")
    setter.reads("已导出")
    return pins_of(folder / "密码纸条.pdf")


def tries_the_scanner(setter: Setter, folder: Path) -> None:
    """With the badge on a slip that was just printed."""
    setter.goes_on("打印机和扫码枪")
    page = setter.window.page
    assert isinstance(page, DevicesStep)
    page.open_part(ScannerPart)
    setter.types(codes.text(codes.Badge("2001"), codes.key(folder)))
    setter.presses(Qt.Key.Key_Return)
    setter.reads("读到 陈静 的工牌")


@contextmanager
def serial_scanner(setter: Setter) -> Iterator[Callable[[str], None]]:
    """One that this PC is set to by the page of all settings; gives what scans a text with it."""
    page = setter.window.page
    assert isinstance(page, DevicesStep)
    ours, theirs = os.openpty()
    page.open_part(AllSettingsPart)
    setter.chooses("自助屏扫码器的串口")
    setter.tap("修改")
    dialog: Any = setter.waits(QApplication.activeModalWidget, "the port")
    Person(dialog).types(os.ttyname(theirs), into="新的值")
    setter.taps_last("修改")
    page.open_part(ScannerPart)
    setter.reads("已打开，请扫一个码")
    yield lambda text: (os.write(ours, text.encode() + b"\r"), None)[1]
    page.open_part(AllSettingsPart)
    os.close(ours)
    os.close(theirs)


def tries_a_serial_scanner(setter: Setter, folder: Path) -> None:
    if sys.platform == "win32":  # pseudo terminals are POSIX
        return
    with serial_scanner(setter) as scan:
        scan("https://somewhere.else")
        setter.reads("不是本大厅的码")
        scan(codes.text(codes.Badge("1001"), codes.key(folder)))
        setter.reads("读到 王芳 的工牌")


def tries_the_screens(setter: Setter) -> None:
    """The customer's display on the only screen there is, and the sign, which is a program of its own."""
    setter.goes_on("声音、用户屏和叫号屏")
    page = setter.window.page
    assert isinstance(page, ScreensStep)
    part = page.open_part(DisplayPart)
    setter.tap("试一试")
    setter.reads("请先选一块屏幕")
    display = setter.window.findChild(SecondScreen)
    setter.waits(lambda: part.which.count() == 2, "the screens there are")
    part.which.setCurrentIndex(1)
    setter.tap("试一试")
    setter.waits(display.isVisible, "the customer's display")
    setter.window.activateWindow()
    setter.tap("试叫号屏")
    setter.reads("请看第 1 块屏幕")
    assert page.running
    assert page.running.poll() is None


def gives_a_first_card(setter: Setter) -> None:
    setter.goes_on("试送第一张卡")
    setter.tap("热情")
    setter.reads("已存好。现在请收回")
    assert setter.window.next.why
    setter.tap("收回这张卡")
    setter.reads("这个大厅可以用了")
    setter.goes_on("都准备好了")
    setter.reads("4 人，4 人有密码；站长 陈静")


def test_from_an_empty_folder_to_the_first_signed_log(
    tmp_path: Path, now: Callable[[], int], qtbot: QtBot, qapp: QApplication
) -> None:
    folder, desk = tmp_path / "data", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with first_day(folder, now) as setter:
        setter.tap("设置本大厅")
        setter.tap("退出，下次接着做")
    assert list(folder.iterdir()) == []  # nothing is written before somebody named the hall
    with first_day(folder, now) as setter:
        names_the_hall(setter)
        setter.goes_on("导入人员名单（没有就下一步）")
        setter.waits(lambda: setting_up.left_at(folder) == "first_list", "the step to be noted")
    with first_day(folder, now) as setter:  # closed half-way: it goes on from there, and back
        setter.waits(lambda: setter.window.page, "the step it was left at")
        setter.tap("上一步")
        setter.waits(lambda: setter.field("关门").text() == "17:00", "what was chosen")
        brings_people(setter, desk)
        chooses_services(setter)
        pins = hands_pins_out(setter, desk)
        tries_the_scanner(setter, folder)
        tries_a_serial_scanner(setter, folder)
        tries_the_screens(setter)
        screens = setter.window.page
        gives_a_first_card(setter)
        assert isinstance(screens, ScreensStep)
        assert screens.running is None  # the sign went with its step
        setter.tap("打开")
    assert setter.window.finished
    assert not setting_up.needed(folder)
    story = Story(
        app=qapp,
        folder=folder,
        pictures=tmp_path / "pictures",
        clerk=Clerk("1001", "王芳", pins["1001"]),
        supervisor=Clerk("2001", "陈静", pins["2001"]),
        now=now,
    )
    story.play()
    with device_journal.opened(folder, now=now()) as store:
        assert people.hall(store) == people.Hall(HALL, HALL, BRANCH)
        assert f"{policy(store)[Hours].close:%H:%M}" == "17:00"
        assert line.services(store, HALL, "1") == ("gas_payment",)
        kinds = [event.kind for event in store.events()]
        assert (kinds.count(CardAwarded.kind()), kinds.count(CardWithdrawn.kind())) == (2, 1)
        day = log.day(store, HALL, MONDAY, now=now())
        assert verify.journal(store).found is None
    totals = day.totals
    assert sum(totals.cards.customers.values()) == 1  # the trial was taken back
    assert (totals.pauses.granted, totals.pauses.refused) == (1, 1)
    assert (totals.inquiries.opened, totals.inquiries.closed, day.inquiries, day.late) == (2, 2, (), ())
    assert day.signature
    assert day.signature.intact
    (signed,) = (tmp_path / "pictures").glob("*.pdf")
    said = paper(signed)
    assert "1384" not in said
    for words in ("王芳", "陈静", "热情", day.signature.seal[:16]):
        assert words in said


# ---- three PCs -------------------------------------------------------------------------------------------------------


def command(*words: object) -> None:
    """One of `warm-window`, as a person types it."""
    done = CliRunner().invoke(commands, [*map(str, words)])
    assert done.exit_code == 0, done.output


def joins_by_its_file(folder: Path, file: Path, now: Callable[[], int]) -> None:
    """A new PC, through the window alone; the file with its secret goes."""
    with first_day(new(folder), now, signs_in=file.stem != "kiosk") as setter:
        setter.tap("用登记文件加入")
        setter.tap("选择登记文件")
        setter.chooses_in_dialog(file)
        setter.reads("已加入汇聚库")
        setter.tap("删除登记文件")
        setter.reads("登记文件已删除")
        setter.tap("打开")
    assert setter.window.finished
    assert not file.exists()
    assert not setting_up.needed(folder)


def syncs(folder: Path, now: Callable[[], int]) -> None:
    """One round of this PC's courier."""
    member = enrolment.joined(folder)
    assert member
    with (
        device_journal.opened(folder, now=now()) as store,
        Hub.connect(member, enrolment.secret(folder, member.login), {}) as hub,
    ):
        Round(store, hub, clock=now, pause=lambda seconds: True, thorough=True).run()


def test_three_pcs_join_by_their_files_and_sign_their_first_day(
    site: Site, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    begun, looks = wall_clock(), count()  # today: what a kiosk brings from months ago the hub sets aside

    def now() -> int:
        return begun + next(looks)

    office, desk, lobby = (tmp_path / name for name in ("office", "counter", "kiosk"))
    for kind in ("office", "counter", "kiosk"):
        place = () if kind == "office" else ("--hall", HALL)
        out = tmp_path / f"{kind}.json"
        command("hub", "--url", site.url, "enroll", f"{kind}-1", "--kind", kind, *place, "--out", out)
    command("--data", office, "join", tmp_path / "office.json")  # the roster comes from here, before anybody has a PIN
    with device_journal.opened(office, now=now()) as store:
        people_actions.import_staff(store, ROSTER, now=now())
        for number in ("1001", "2001"):
            assert people_actions.set_pin(store, number, PIN, now=now()) is None
    with first_day(new(tmp_path / "wrong"), now) as setter:
        setter.tap("用登记文件加入")
        setter.tap("选择登记文件")
        setter.chooses_in_dialog(tmp_path / "kiosk.json")
        setter.reads("这是自助屏的登记文件")
    joins_by_its_file(desk, tmp_path / "counter.json", now)
    joins_by_its_file(lobby, tmp_path / "kiosk.json", now)
    for folder in (office, desk, lobby):
        syncs(folder, now)
    clerk, supervisor = Clerk("1001", "王芳", PIN), Clerk("2001", "陈静", PIN)
    story = Story(qapp, desk, tmp_path / "pictures", clerk, supervisor, now)
    with story.desk(clerk) as person:
        person.tap("上岗")
        person.reads("在岗")
    for folder in (desk, lobby):
        syncs(folder, now)
    with replace(story, folder=lobby).lobby() as customer:
        story.a_card_is_given(customer)
    for folder in (lobby, desk):
        syncs(folder, now)
    with story.desk(supervisor) as person:
        story.the_day_is_signed(person)
    syncs(desk, now)
    with device_journal.opened(desk, now=now()) as store:
        day = log.day(store, HALL, day_of(begun), now=now())
    assert sum(day.totals.cards.customers.values()) == 1
    assert day.signature
    assert day.signature.intact
    assert site.faults() == {}
    assert site.sql("SELECT count(*) FROM hub.event WHERE kind = 'day_signed'") == [(1,)]
