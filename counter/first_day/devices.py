"""打印机和扫码枪: the step with the tabs of 本机设置 for printers and settings, and a test of the scanner."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QHideEvent, QShowEvent

from counter.desk.all_settings import AllSettingsPart
from counter.desk.printers import PrintersPart
from counter.first_day.step import Step, place
from counter.kit.choice import Choice
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Text, named, say
from counter.store_type import Store
from shared.device import codes, config
from shared.qt import serial_port
from shared.qt.boxes import column, row
from shared.qt.scanned_keys import ScannedKeys
from shared.qt.serial_port import SerialPort

_SCAN = QT_TRANSLATE_NOOP("Counter", "请扫一下密码纸条、工牌或小票上的码。")
_ABOUT = QT_TRANSLATE_NOOP("Counter", "像键盘一样的扫码枪插上就能用，不用选；接串口的请选端口，选了就记住。")
_PORT, _NO_PORT = QT_TRANSLATE_NOOP("Counter", "串口扫码枪接在"), QT_TRANSLATE_NOOP("Counter", "没有串口扫码枪")
_OPEN = QT_TRANSLATE_NOOP("Counter", "{port} 已打开，请扫一个码。")
_SHUT = QT_TRANSLATE_NOOP("Counter", "{port} 打不开：请检查插头，或是不是有别的程序在用；接好就会自动再试。")
_BADGE = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到 {name} 的工牌。")
_OUR_CODE = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到一个暖窗的码。")
_UNREADABLE = QT_TRANSLATE_NOOP("Counter", "读到了，但不是本大厅的码。请扫刚打印的纸条。")


class Ports(msgspec.Struct, frozen=True):
    """The port that this PC is set to, and those there are."""

    chosen: str
    there: tuple[str, ...]


class ScannerPart(PageTab):
    """Shows what a scanner reads, at the keys or on a serial port, while the tab is visible."""

    title = QT_TRANSLATE_NOOP("Counter", "扫码枪")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._scanner = ScannedKeys(self, alone=False)
        self._scanner.scanned.connect(self._on_scanned)
        self._serial_port: SerialPort | None = None
        self._open_name = ""
        self.port, self.state = Choice(), Text(style="soft", wrap=True)
        named(self.port, _PORT)
        self.port.activated.connect(lambda _: self._choose(self.port.currentData()))
        texts = Text(_SCAN, "lead", wrap=True), Text(_ABOUT, "soft", wrap=True), Text(_PORT, "caption")
        self.setLayout(column(*texts, row(self.port, None), self.state, None))

    def query(self) -> Callable[[Store], Ports]:
        return lambda store: _ports(store.folder)

    def show_part(self, data: Ports) -> None:
        there = dict.fromkeys((*data.there, data.chosen) if data.chosen else data.there)
        self.port.refill({"": say(_NO_PORT), **{name: name for name in there}}, data.chosen)
        self.port.setCurrentIndex(self.port.findData(data.chosen))
        self._read_from(data.chosen)

    def take_focus(self) -> None:
        self.port.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scanner.listen(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._scanner.stop_listening()
        self._read_from("")

    def _read_from(self, port: str) -> None:
        """Read this serial port while the tab is visible; "" for none."""
        port = port if self.isVisible() else ""
        if port == self._open_name:
            return
        self._open_name = port
        self.state.setText("")
        if self._serial_port is not None:
            self._serial_port.stop()
            self._serial_port.deleteLater()
            self._serial_port = None
        if port:
            self._serial_port = SerialPort(port, self)
            self._serial_port.received.connect(self._on_scanned)
            self._serial_port.opened.connect(self._show_opened)
            self._serial_port.start()

    def _show_opened(self, opened: bool) -> None:
        self.state.setText(say(_OPEN if opened else _SHUT).format(port=self._open_name))

    def _choose(self, port: str) -> None:
        def keep(store: Store) -> None:
            device = config.load(store.folder)
            config.save(store.folder, replace(device, scanner=replace(device.scanner, port=port)))

        self.page.session.read(self, keep, lambda _: self._read_from(port))

    def _on_scanned(self, text: str) -> None:
        self.page.session.read(self, lambda store: codes.parse(text, codes.key(store.folder)), self._show_code)

    def _show_code(self, code: codes.Code | codes.Unreadable) -> None:
        notice, here = self.page.notice, self.page.session.here
        if isinstance(code, codes.Unreadable):
            notice.say(say(_UNREADABLE), "warn", 0)
        elif isinstance(code, codes.Badge):
            notice.say(say(_BADGE).format(name=here.name(code.staff)), "good", 0)
        else:
            notice.say(say(_OUR_CODE), "good", 0)


def _ports(folder: Path) -> Ports:
    return Ports(config.load(folder).scanner.port, serial_port.names())


class DevicesStep(Step, PageOfTabs):
    """Optional: each tab saves by its own button."""

    place = place("first_devices", QT_TRANSLATE_NOOP("Counter", "打印机和扫码枪"), "scan")

    def tab_types(self) -> Sequence[type[PageTab]]:
        return PrintersPart, ScannerPart, AllSettingsPart
