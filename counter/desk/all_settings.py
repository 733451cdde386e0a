"""全部设置: a table of every setting of this PC with meaning and default, changed one by one."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.desk.display import displays
from counter.kit import policy_fields
from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.policy_words import unit, written
from counter.kit.printer_choice import PrinterChoice
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, listed, say
from counter.store_type import Store
from shared.device import config
from shared.device.config import DeviceSettings
from shared.device.setting_steps import SCREENS, Plugged
from shared.device.settings import DeviceSetting, all_settings
from shared.qt import printers, serial_port
from shared.qt.boxes import column, row

_CHANGE = QT_TRANSLATE_NOOP("Counter", "修改")
_NEW = QT_TRANSLATE_NOOP("Counter", "新的值")
_SAVED = QT_TRANSLATE_NOOP("Counter", "“{name}”已保存。正在运行的自助屏和叫号屏，下次启动时生效。")
_MEANING = QT_TRANSLATE_NOOP("Counter", "{meaning}。可填：{may}。出厂值：{usual}")
_WRONG = QT_TRANSLATE_NOOP("Counter", "这个值不能用。可填：{may}")
_PORTS = QT_TRANSLATE_NOOP("Counter", "现在接着的串口：{ports}")
_NO_PORT = QT_TRANSLATE_NOOP("Counter", "现在没有接着任何串口设备。")
_ONE = QT_TRANSLATE_NOOP("Counter", "一块屏幕")
_PLACE = QT_TRANSLATE_NOOP("Counter", "屏幕 {n}")
_TEXT = QT_TRANSLATE_NOOP("Counter", "名称或时间，可以留空")
_EMPTY = QT_TRANSLATE_NOOP("Counter", "（没有）")
_IS_DEFAULT = QT_TRANSLATE_NOOP("Counter", "已经是出厂值。")
_ABOUT = QT_TRANSLATE_NOOP("Counter", "这台电脑的每一项设置。业务规则不在这里：由经营管理部在“管理参数”里发布。")


class SettingLine(msgspec.Struct, frozen=True):
    """One setting and its value on this PC."""

    declared: DeviceSetting
    value: Any

    @property
    def is_default(self) -> bool:
        return bool(self.value == self.declared.setting.default)


class AllSettingsPart(PageTab):
    """The tab with the table; Enter on a line changes it."""

    title = QT_TRANSLATE_NOOP("Counter", "全部设置")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self.table: Table[SettingLine] = Table(self.title, _columns(), key=lambda line: line.declared.path)
        self.meaning = Text(wrap=True)
        self.change = Button(_CHANGE, shortcut="Ctrl+M")
        self.restore = Button(QT_TRANSLATE_NOOP("Counter", "恢复出厂值"), "quiet", shortcut="Ctrl+R")
        below = row(self.change, self.restore, None)
        self.setLayout(column(Text(_ABOUT, "soft", wrap=True), self.table, text_below(self.meaning), below))
        self.table.moved.connect(self._explain)
        self.table.chosen.connect(lambda _: self._change())
        self.change.clicked.connect(self._change)
        self.restore.clicked.connect(self._restore)

    def query(self) -> Callable[[Store], DeviceSettings]:
        return lambda store: config.load(store.folder)

    def show_part(self, data: DeviceSettings) -> None:
        self.table.show_rows([SettingLine(each, each.of(data)) for each in all_settings()])
        self._explain(self.table.current())

    def take_focus(self) -> None:
        self.table.setFocus()

    def _explain(self, line: SettingLine | None) -> None:
        self.meaning.setText("" if line is None else meaning(line.declared))
        self.restore.unless((line is None, CHOOSE), (line is not None and line.is_default, _IS_DEFAULT))

    def _change(self) -> None:
        """Read the connected devices if the setting chooses one of them, then ask for the new value."""
        if (line := self.table.current()) is not None:
            path = line.declared.path
            self.page.session.read(self.page, lambda _: _connected_devices(path), lambda found: self._ask(line, found))

    def _ask(self, line: SettingLine, devices: Plugged) -> None:
        declared = line.declared
        dialog = Dialog(self.page, _CHANGE, f"{declared.setting.value.name}\n{meaning(declared)}", ok=_CHANGE)
        if declared.part == "printers":
            printer = PrinterChoice("slips" if declared.setting.name == "slips" else "pages")
            printer.offer(devices.printers, line.value)
            dialog.add("value", _NEW, printer)
        elif declared.path in SCREENS:
            screens = displays(self.page.screen(), none=declared.setting.default < 0)
            which = choice(screens)
            which.setCurrentIndex(max(0, which.findData(line.value)))
            dialog.add("value", _NEW, which)
        else:
            policy_fields.ask(dialog, declared.setting, line.value)
        if declared.path == "scanner.port":
            there = say(_PORTS).format(ports=listed(devices.ports)) if devices.ports else say(_NO_PORT)
            found = Text(style="soft", wrap=True)
            found.setText(there)
            dialog.note(found)
        dialog.ask(lambda asked, values: self._submit(asked, line, values))

    def _submit(self, asked: Dialog, line: SettingLine, values: Mapping[str, Any]) -> None:
        self._save(line, policy_fields.answer(line.declared.setting, values), asked.accept, asked.refused)

    def _restore(self) -> None:
        if line := self.table.current():
            self._save(line, line.declared.setting.default, lambda: None, self.page.warn)

    def _save(
        self, line: SettingLine, value: object, done: Callable[[], object], refused: Callable[[str], object]
    ) -> None:
        try:
            line.declared.put(DeviceSettings(), value)
        except ValueError:
            refused(say(_WRONG).format(may=allowed_values(line.declared)))
            return

        def keep(store: Store) -> None:
            config.save(store.folder, line.declared.put(config.load(store.folder), value))

        def kept(_: None) -> None:
            done()
            self.page.session.display_set.emit()
            self.page.notice.say(say(_SAVED).format(name=line.declared.setting.value.name))
            self.page.refresh()

        self.page.session.read(self.page, keep, kept)


def meaning(declared: DeviceSetting) -> str:
    """The meaning, allowed values and default of a setting, as one text."""
    allowed, usual = allowed_values(declared), _default_text(declared)
    return say(_MEANING).format(meaning=declared.setting.value.meaning, may=allowed, usual=usual)


def allowed_values(declared: DeviceSetting) -> str:
    """The values allowed for a setting, as text."""
    setting = declared.setting
    if declared.path in SCREENS:
        return say(_ONE)
    if setting.type is bool:
        return listed(written(setting, each) for each in (True, False))
    if options := setting.value.options:
        return listed(map(str, options.values()))
    if span := setting.value.range:
        return f"{span.ge:g}–{span.le:g} {span.unit}"
    return say(_TEXT)


def _connected_devices(path: str) -> Plugged:
    if path.startswith("printers."):
        return Plugged(printers=printers.names())
    if path == "scanner.port":
        return Plugged(ports=serial_port.names())
    return Plugged()


def _columns() -> list[Column[SettingLine]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda line: str(line.declared.title)),
        Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda line: str(line.declared.setting.value.name)),
        Column(
            QT_TRANSLATE_NOOP("Counter", "现在"),
            _current_text,
            lambda line: "" if line.is_default else "warn",
            stretch=True,
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "出厂值"), lambda line: _default_text(line.declared)),
        Column(QT_TRANSLATE_NOOP("Counter", "单位"), _unit),
    ]


def _default_text(declared: DeviceSetting) -> str:
    return _value_text(declared, declared.setting.default)


def _current_text(line: SettingLine) -> str:
    return _value_text(line.declared, line.value)


def _value_text(declared: DeviceSetting, value: Any) -> str:
    if declared.path in SCREENS:
        return say(_PLACE).format(n=value + 1) if value >= 0 else say(_EMPTY)
    return written(declared.setting, value) or say(_EMPTY)


def _unit(line: SettingLine) -> str:
    return "" if line.declared.path in SCREENS else unit(line.declared.setting)
