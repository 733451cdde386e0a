"""The tab 快乐驿站 of 制度与驿站: the hotlines and the group that every hall sees."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.panel import Panel
from counter.kit.words import Button, Text, TextField, named
from shared.practice.happiness.facts import Hotline, Station
from shared.qt.boxes import row

_LINES = QT_TRANSLATE_NOOP("Counter", "热线名称与号码")
_GROUP = QT_TRANSLATE_NOOP("Counter", "群名称")
_GROUP_CODE = QT_TRANSLATE_NOOP("Counter", "群二维码的内容（扫码所得的文字）")
_HOTLINES = 2  # the rulebook names two


class StationPart(QWidget):
    """The form of the station; its page publishes it."""

    def __init__(self) -> None:
        super().__init__()
        self.hotlines = tuple((TextField(), TextField()) for _ in range(_HOTLINES))
        self.group, self.group_code = TextField(), TextField()
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布驿站"), "primary", "check", "Ctrl+Return")
        self._filled = Station()
        box = QVBoxLayout(self)
        box.addWidget(self._form())
        box.addStretch(1)

    def fill(self, station: Station) -> None:
        """Fill in what is in force, unless it is filled in already: what is being typed stays."""
        if station == self._filled:
            return
        self._filled = station
        lines = (*station.hotlines, *(Hotline("", "") for _ in self.hotlines))
        for (name, phone), line in zip(self.hotlines, lines, strict=False):
            name.setText(line.name)
            phone.setText(line.phone)
        self.group.setText(station.group)
        self.group_code.setText(station.group_code)

    @property
    def typed(self) -> Station:
        """The station as it stands in the form; a line without a number is none."""
        lines = ((name.text().strip(), phone.text().strip()) for name, phone in self.hotlines)
        return Station(
            hotlines=tuple(Hotline(name, phone) for name, phone in lines if phone),
            group=self.group.text().strip(),
            group_code=self.group_code.text().strip(),
        )

    def _form(self) -> Panel:
        form = Panel()
        form.box.addWidget(Text(_LINES, "caption"))
        for name, phone in self.hotlines:
            named(name, QT_TRANSLATE_NOOP("Counter", "热线名称"))
            named(phone, QT_TRANSLATE_NOOP("Counter", "热线号码"))
            form.box.addLayout(row(name, phone))
        for source, field in ((_GROUP, self.group), (_GROUP_CODE, self.group_code)):
            named(field, source)
            form.box.addWidget(Text(source, "caption"))
            form.box.addWidget(field)
        form.box.addLayout(row(None, self.publish))
        return form
