"""打印机与扫码枪: the slip printer is chosen and prints a slip; a scanned code is read back."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from counter.first_day.step import Step, place
from counter.kit import printer_choice
from counter.kit.page import Page
from counter.kit.printer_choice import PrinterChoice
from counter.kit.words import Button, Text, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import codes, config
from shared.device.config import Device
from shared.domain.actor import Actor
from shared.qt import printers
from shared.qt.boxes import row
from shared.qt.scanned_keys import ScannedKeys

_PORT = QT_TRANSLATE_NOOP("Counter", "串口扫码枪的端口，如 COM3、/dev/ttyACM0（像键盘一样的不用填）")
_TRY = QT_TRANSLATE_NOOP("Counter", "打一张试试")
_SCAN = QT_TRANSLATE_NOOP("Counter", "试扫码枪：就在这一页，扫一下密码纸条、工牌或小票上的码。")
_PRINTED = QT_TRANSLATE_NOOP("Counter", "已送往打印机。")
_NOT_PRINTED = QT_TRANSLATE_NOOP("Counter", "打印机没有响应。")
_CHOOSE = QT_TRANSLATE_NOOP("Counter", "请先选一台打印机。")
_BADGE = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到 {name} 的工牌。")
_READ = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到一个暖窗的码。")
_UNREAD = QT_TRANSLATE_NOOP("Counter", "读到了，但不是本大厅的码。请扫刚打印的纸条。")


@dataclass(frozen=True)
class Devices:
    """What this PC is set to, and the printers that the system has."""

    device: Device
    printers: tuple[str, ...]


class DevicesStep(Step, Page[Devices]):
    """Kept with “next”; without any of them a hall works too."""

    place = place("first_devices", QT_TRANSLATE_NOOP("Counter", "打印机和扫码枪"), "scan")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.printer, self.port = PrinterChoice("slips"), TextField()
        self.try_ = Button(_TRY, "", "page", "Ctrl+P")
        self._shown: Device | None = None
        named(self.port, _PORT)
        for field, label in ((self.printer, printer_choice.LABELS["slips"]), (self.port, _PORT)):
            self.body.addWidget(Text(label, "caption", wrap=True))
            self.body.addWidget(field)
            if field is self.printer:
                self.body.addLayout(row(self.try_, None))
        self.body.addWidget(Text(_SCAN, "lead", wrap=True))
        self.body.addStretch(1)
        self.printer.currentIndexChanged.connect(self._tell)
        self.try_.clicked.connect(self._try)
        self._scanner = ScannedKeys(self, alone=False)
        self._scanner.scanned.connect(self._scanned)

    def take_focus(self) -> None:
        self.printer.setFocus()

    def query(self) -> Callable[[Store], Devices]:
        return lambda store: Devices(config.load(store.folder), printers.names())

    def show_data(self, data: Devices) -> None:
        if data.device != self._shown:  # not what somebody is choosing just now
            self._shown = data.device
            self.printer.offer(data.printers, data.device.printers.slips)
            self.port.setText(data.device.scanner.port)
        self._tell()

    def keep(self, go_on: Callable[[], None]) -> None:
        slips, port = self.printer.currentData() or "", self.port.text().strip()

        def work(store: Store) -> None:
            known = config.load(store.folder)
            scanner = msgspec.structs.replace(known.scanner, port=port)
            config.save(store.folder, msgspec.structs.replace(known, scanner=scanner))
            printers.choose(store.folder, "slips", slips)

        self.session.read(self, work, lambda _: go_on())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._listen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._listen(False)

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self._scanner)
        if on:
            app.installEventFilter(self._scanner)

    def _tell(self) -> None:
        self.try_.unless((not self.printer.currentData(), _CHOOSE))

    def _try(self) -> None:
        name, now = self.printer.currentData(), self.session.now()

        def work(store: Store) -> bool:
            from shared import slip_printer  # late: only where there is a printer

            return slip_printer.trial(store, "slips", name, now)

        self.session.read(
            self,
            work,
            lambda done: self.notice.say(say(_PRINTED if done else _NOT_PRINTED), "good" if done else "bad"),
        )

    def _scanned(self, text: str) -> None:
        self.session.read(self, lambda store: codes.parse(text, codes.key(store.folder)), self._say_read)

    def _say_read(self, code: codes.Code | codes.Unreadable) -> None:
        if isinstance(code, codes.Unreadable):
            self.notice.say(say(_UNREAD), "warn", 0)
        elif isinstance(code, codes.Badge):
            self.notice.say(say(_BADGE).format(name=self.session.here.name(code.staff)), "good", 0)
        else:
            self.notice.say(say(_READ), "good", 0)
