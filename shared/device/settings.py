"""All settings of a device as declared in `config`, for the pages that show and change them."""

import re
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec

from shared.device.config import DeviceSettings
from shared.domain.policy import Section, Setting, setting, settings
from shared.domain.text import Text

_OTHERS = Text("数据", "Data")
_CLOCKS = ("voice.quiet_from", "voice.quiet_to")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


class DeviceSetting(msgspec.Struct, frozen=True):
    """One setting: the part of `Device` that holds it ("": `Device` itself), that part's title, what it is."""

    part: str
    title: Text
    setting: Setting

    @property
    def path(self) -> str:
        """`kiosk.click`: how the file and the handbook name it."""
        return f"{self.part}.{self.setting.name}" if self.part else self.setting.name

    def of(self, device: DeviceSettings) -> Any:
        """Its value."""
        return getattr(getattr(device, self.part) if self.part else device, self.setting.name)

    def put(self, device: DeviceSettings, value: Any) -> DeviceSettings:
        """The same device with another value of it. Raises `ValueError` for one that cannot be."""
        if self.path in _CLOCKS and value and not _CLOCK.fullmatch(str(value)):
            raise ValueError(value)
        found = {self.setting.name: self.setting.read(value)}
        if not self.part:
            return msgspec.structs.replace(device, **found)
        changed = msgspec.structs.replace(getattr(device, self.part), **found)
        return msgspec.structs.replace(device, **{self.part: changed})


def all_settings() -> tuple[DeviceSetting, ...]:
    """All of them. Raises `TypeError` for one that is declared without its name and meaning."""
    return tuple(_all())


def _all() -> Iterator[DeviceSetting]:
    hints = get_type_hints(DeviceSettings, include_extras=True)
    for field in msgspec.structs.fields(DeviceSettings):
        if isinstance(field.default, Section):
            yield from (DeviceSetting(field.name, field.default.title, each) for each in settings(type(field.default)))
        else:
            yield DeviceSetting("", _OTHERS, setting(field.name, hints[field.name], field.default))
