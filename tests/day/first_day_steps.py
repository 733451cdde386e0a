"""The steps of a first day, as a person takes them in the set-up window."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counter.desk.all_settings import AllSettingsPart
from counter.desk.display import DisplayPart
from counter.first_day import start
from counter.first_day.devices import DevicesStep, ScannerPart
from counter.first_day.screens import ScreensStep
from counter.first_day.window import FirstDay
from counter.second_screen import SecondScreen
from counter.session import Clock
from shared.device import codes, setup_progress
from tests.counter.walker import cut, goes_round, settles
from tests.support.person import Person
from tests.support.tabs import opened

HALL, BRANCH = "和平大厅", "和平分公司"
STAFF = """工号,姓名,分公司,大厅,窗口,岗位,角色
1001,王芳,和平分公司,和平大厅,1,购气员,窗口人员
1002,李娜,和平分公司,和平大厅,2,购气员,窗口人员
1003,张伟,和平分公司,和平大厅,3,购气员,窗口人员
"""


class Installer(Person):
    """A person at the set-up window."""

    window: FirstDay

    def goes_on(self, title: str) -> None:
        """To the next step, which has this title."""
        self.tap("下一步")
        self.waits(lambda: self.window.page and str(self.window.page.place.title) == title, title)
        settles(self)  # what the step reads changes its buttons, their order and its texts
        problems = goes_round(self, Qt.Key.Key_Backtab).problems(self.window) + cut(self.window)
        assert not problems, f"{title}: {problems}"

    def chooses_in_dialog(self, path: Path) -> None:
        """A file or folder in the system's own dialog."""
        dialogs = lambda: [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]  # noqa: E731
        self.waits(lambda: any(each.isActiveWindow() for each in dialogs()), "the system's own dialog")
        self.types(str(path))
        self.presses(Qt.Key.Key_Return)
        self.waits(lambda: not dialogs(), "it to be chosen")


@contextmanager
def first_day(folder: Path, now: Callable[[], int], *, signs_in: bool = True) -> Iterator[Installer]:
    """The window that an app begins with on this folder."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert setup_progress.needed(folder)
    window = start.build(app, folder, clock=Clock(now=now), signs_in=signs_in)
    window.resize(1024, 768)
    window.show()
    window.activateWindow()
    window.begin(setup_progress.left_at(folder))
    try:
        yield Installer(window)
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


def names_the_hall(installer: Installer) -> None:
    installer.tap("设置本大厅")
    installer.types(HALL, into="大厅名称")
    installer.types(BRANCH, into="所属分公司")
    installer.goes_on("营业时间")
    installer.reads("大厅开始营业的时刻")
    installer.waits(lambda: installer.field("关门").text() == "16:30", "the default")
    installer.types("17:00", into="关门")


def brings_people(installer: Installer, folder: Path) -> None:
    """王芳 from a list; 陈静, the supervisor, by hand: without a supervisor nobody can go on."""
    (folder / "员工.csv").write_text(STAFF, "utf-8")
    installer.goes_on("导入人员名单（没有就下一步）")
    installer.tap("选择文件")
    installer.chooses_in_dialog(folder / "员工.csv")
    installer.reads("读到 3 行可用")
    installer.tap("全部导入")
    installer.reads("已导入")
    installer.goes_on("人员与窗口")
    installer.reads("共 3 人")
    assert "没有站长" in installer.waits(lambda: installer.window.next.why, "why nobody can go on")
    installer.tap("新增人员")
    dialog: Any = installer.waits(QApplication.activeModalWidget, "the form")
    Person(dialog).types("2001", into="工号")
    Person(dialog).types("陈静", into="姓名")
    role = dialog.fields["role"]
    role.setCurrentIndex(role.findData("supervisor"))
    installer.taps_last("保存")
    installer.reads("陈静 的资料已保存")
    for name in ("王芳", "李娜", "张伟"):
        installer.chooses(name)
        installer.tap("上岗")
        installer.reads(f"{name} 已上岗")


def chooses_services(installer: Installer) -> None:
    installer.goes_on("窗口与业务")
    installer.chooses("王芳")
    installer.tap("选择业务")
    installer.waits(QApplication.activeModalWidget, "the services")
    installer.tap("燃气费收取")
    installer.taps_last("确定")
    installer.chooses("燃气费收取")


def hands_pins_out(installer: Installer, folder: Path) -> dict[str, str]:
    installer.goes_on("密码")
    installer.tap("给还没有的人生成密码")
    installer.reads("已生成 4 个密码")
    installer.tap("下一步")
    installer.reads("密码还没有打印")
    installer.tap("存成 PDF")
    installer.tap("其他文件夹")
    installer.chooses_in_dialog(folder)
    installer.taps_last("导出")
    installer.reads("已导出")
    return pins_of(folder / "密码纸条.pdf")


def tries_the_scanner(installer: Installer, folder: Path) -> None:
    """With the badge on a slip that was just printed."""
    installer.goes_on("打印机和扫码枪")
    page = installer.window.page
    assert isinstance(page, DevicesStep)
    opened(page, ScannerPart)
    installer.types(codes.text(codes.Badge("2001"), codes.key(folder)))
    installer.presses(Qt.Key.Key_Return)
    installer.reads("读到 陈静 的工牌")


@contextmanager
def serial_scanner(installer: Installer) -> Iterator[Callable[[str], None]]:
    """One that this PC is set to by the page of all settings; gives what scans a text with it."""
    page = installer.window.page
    assert isinstance(page, DevicesStep)
    ours, theirs = os.openpty()
    opened(page, AllSettingsPart)
    installer.chooses("自助屏扫码器的串口")
    installer.tap("修改")
    dialog: Any = installer.waits(QApplication.activeModalWidget, "the port")
    Person(dialog).types(os.ttyname(theirs), into="新的值")
    installer.taps_last("修改")
    opened(page, ScannerPart)
    installer.reads("已打开，请扫一个码")
    yield lambda text: (os.write(ours, text.encode() + b"\r"), None)[1]
    opened(page, AllSettingsPart)
    os.close(ours)
    os.close(theirs)


def tries_a_serial_scanner(installer: Installer, folder: Path) -> None:
    if sys.platform == "win32":  # pseudo terminals are POSIX
        return
    with serial_scanner(installer) as scan:
        scan("https://somewhere.else")
        installer.reads("不是本大厅的码")
        scan(codes.text(codes.Badge("1001"), codes.key(folder)))
        installer.reads("读到 王芳 的工牌")


def tries_the_screens(installer: Installer) -> None:
    """The customer's display on the only screen there is, and the sign, which is a program of its own."""
    installer.goes_on("声音、用户屏和叫号屏")
    page = installer.window.page
    assert isinstance(page, ScreensStep)
    part = opened(page, DisplayPart)
    installer.tap("试一试")
    installer.reads("请先选一块屏幕")
    display = installer.window.findChild(SecondScreen)
    installer.waits(lambda: part.which.count() == 2, "the screens there are")
    part.which.setCurrentIndex(1)
    installer.tap("试一试")
    installer.waits(display.isVisible, "the customer's display")
    installer.window.activateWindow()
    installer.tap("试叫号屏")
    installer.reads("请看第 1 块屏幕")
    assert page.running
    assert page.running.poll() is None


def gives_a_first_card(installer: Installer) -> None:
    installer.goes_on("试送第一张卡")
    installer.tap("热情")
    installer.reads("已存好。现在请收回")
    assert installer.window.next.why
    installer.tap("收回这张卡")
    installer.reads("这个大厅可以用了")
    installer.goes_on("都准备好了")
    installer.reads("4 人，4 人有密码；站长 陈静")
