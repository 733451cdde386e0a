"""本机设置: every setting of this device with its default and meaning, by touch alone. Behind the staff exit."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.store import settings
from kiosk.store.settings import Settings
from kiosk.widgets.setting_row import SettingRow
from shared.device import setting_steps
from shared.device.config import DeviceSettings
from shared.device.settings import DeviceSetting, all_settings
from shared.qt import theme
from shared.qt.buttons import TouchButton

_MOST_ROWS = 9  # on a page


class SettingsPage(Page[None, int]):
    """Pages of rows instead of scrolling; a touch stores the value at once."""

    ends_visit = True
    allows_scans = False
    has_foot = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._all = all_settings()
        self._first, self._slots = 0, _MOST_ROWS
        self._settings: Settings | None = None
        self.heading = Heading(kiosk)
        self.rows = [SettingRow() for _ in range(_MOST_ROWS)]
        self.previous_page, self.next_page = TouchButton().tall(), TouchButton().tall()
        self.previous_page.clicked.connect(lambda: self._turn_page(-1))
        self.next_page.clicked.connect(lambda: self._turn_page(1))
        lines = QVBoxLayout()
        lines.setSpacing(theme.current().px("gap"))
        for place, row in enumerate(self.rows):
            lines.addWidget(row)
            row.stepped.connect(partial(self._step, place))
        self.box.addWidget(self.heading)
        self.box.addLayout(lines)
        self.box.addStretch(1)
        self.box.addLayout(self.bottom_row(self.heading, self.previous_page, self.next_page))

    def show_for(self, _request: None) -> None:
        self._first = 0
        self.retranslate()
        screens = len(QGuiApplication.screens())
        self.kiosk.session.read(self, lambda store: settings.read(store.folder, screens), self._read)

    def keep(self) -> int:
        return self._first

    def restore(self, request: None, first: int) -> None:
        self.show_for(request)
        self._first = first

    def refresh(self) -> None:
        self._fill()

    def lay_out(self, portrait: bool) -> None:
        self._fill()

    def retranslate(self) -> None:
        about = self.tr("改一项就存好一项。叫号屏和窗口程序下次启动时生效。")
        self.heading.set_texts(self.tr("返回"), self.tr("本机设置"), about)
        self.previous_page.setText(self.tr("上一页"))
        self.next_page.setText(self.tr("下一页"))
        self._fill()

    def _read(self, found: Settings) -> None:
        self._settings = found
        self._fill()

    def _fill(self) -> None:
        """Show as many rows as fit."""
        for self._slots in range(_MOST_ROWS, 0, -1):
            for place, row in enumerate(self.rows):
                self._show(place, row)
            if self._fits():
                break
        self.previous_page.setEnabled(self._first > 0)
        self.next_page.setEnabled(self._first + self._slots < len(self._all))

    def _fits(self) -> bool:
        for row in self.rows:
            row.measure()
        self.box.activate()
        return self.box.totalMinimumHeightForWidth(self.width()) <= self.height()

    def _show(self, place: int, row: SettingRow) -> None:
        shown = self._settings is not None and place < self._slots and self._first + place < len(self._all)
        row.setVisible(shown)
        if self._settings is None or not shown:
            return
        declared = self._all[self._first + place]
        name = f"{declared.title} · {declared.setting.value.name}"
        about = self.tr("{meaning}。出厂值：{usual}").format(
            meaning=declared.setting.value.meaning, usual=self._value_text(declared, declared.setting.default)
        )
        value = self._value_text(declared, declared.of(self._settings.device))
        less, more = self.tr("{name}：上一个").format(name=name), self.tr("{name}：下一个").format(name=name)
        row.show_texts(name, about, value, less, more)

    def _value_text(self, declared: DeviceSetting, value: object) -> str:
        setting = declared.setting
        if isinstance(value, bool):
            return self.tr("是") if value else self.tr("否")
        if value in setting.value.options:
            return str(setting.value.options[str(value)])
        if declared.path in setting_steps.SCREENS and isinstance(value, int):
            return self.tr("屏幕 {n}").format(n=value + 1) if value >= 0 else self.tr("没有")
        if span := setting.value.range:
            return f"{value} {span.unit}"
        return str(value) or self.tr("没有")

    def _step(self, place: int, by: int) -> None:
        if self._settings is None:
            return
        declared = self._all[self._first + place]
        now = declared.of(self._settings.device)
        value = setting_steps.moved(setting_steps.values(declared, self._settings.plugged, now), now, by)
        if value == now:
            self.kiosk.say(self.tr("到头了。"), "warn")
            return
        self._set_device(declared.put(self._settings.device, value))
        self.kiosk.session.read(
            self, lambda store: settings.save(store.folder, declared, value), self._stored, self._refused
        )

    def _set_device(self, device: DeviceSettings) -> None:
        assert self._settings is not None
        self._settings = Settings(device, self._settings.plugged)
        self._fill()

    def _stored(self, device: DeviceSettings) -> None:
        self._set_device(device)
        self.kiosk.session.device_set.emit()

    def _refused(self, error: Exception) -> None:
        self.kiosk.say(self.tr("没有存下来：{why}").format(why=error), "bad")
        self.show_for(None)

    def _turn_page(self, by: int) -> None:
        self._first = max(0, self._first + by * self._slots)
        self._fill()
