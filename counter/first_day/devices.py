"""打印机和扫码枪: the step with the tabs of 本机设置 for printers and settings, and a test of the scanner."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from counter.desk.all_settings import AllSettingsPart
from counter.desk.printers import PrintersPart
from counter.first_day.step import Step, place
from counter.kit.parts import PageOfParts, PagePart
from counter.kit.words import Text, say
from counter.store_type import Store
from shared.device import codes
from shared.qt.boxes import column
from shared.qt.scanned_keys import ScannedKeys

_SCAN = QT_TRANSLATE_NOOP("Counter", "请扫一下密码纸条、工牌或小票上的码。")
_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "像键盘一样的扫码枪插上就能用。接串口的，在“全部设置”里填端口，如 COM3、/dev/ttyACM0，然后在自助屏上试。",
)
_BADGE = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到 {name} 的工牌。")
_OUR_CODE = QT_TRANSLATE_NOOP("Counter", "扫码枪可以用：读到一个暖窗的码。")
_UNREADABLE = QT_TRANSLATE_NOOP("Counter", "读到了，但不是本大厅的码。请扫刚打印的纸条。")


class ScannerPart(PagePart):
    """Shows what a keyboard scanner reads while the tab is visible."""

    title = QT_TRANSLATE_NOOP("Counter", "扫码枪")

    def __init__(self, page: PageOfParts) -> None:
        super().__init__(page)
        self._scanner = ScannedKeys(self, alone=False)
        self._scanner.scanned.connect(self._on_scanned)
        self.setLayout(column(Text(_SCAN, "lead", wrap=True), Text(_ABOUT, "soft", wrap=True), None))

    def query(self) -> Callable[[Store], None]:
        return lambda _: None

    def show_part(self, data: None) -> None:
        """Nothing to show: the texts are fixed."""

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


class DevicesStep(Step, PageOfParts):
    """Optional: each tab saves by its own button."""

    place = place("first_devices", QT_TRANSLATE_NOOP("Counter", "打印机和扫码枪"), "scan")

    def make_parts(self) -> Sequence[PagePart]:
        return PrintersPart(self), ScannerPart(self), AllSettingsPart(self)
