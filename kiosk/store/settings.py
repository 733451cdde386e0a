"""The settings of this device as the staff page shows them. Called on the store thread."""

from pathlib import Path

import msgspec

from shared.device import config
from shared.device.config import DeviceSettings
from shared.device.setting_steps import Plugged
from shared.device.settings import DeviceSetting
from shared.qt import printers, serial_port


class Settings(msgspec.Struct, frozen=True):
    """The settings of this device, and the choices it offers (printers, ports, screens)."""

    device: DeviceSettings
    plugged: Plugged


def read(folder: Path, screens: int) -> Settings:
    """Read the settings; `screens`: how many this device has."""
    return Settings(config.load(folder), Plugged(printers.names(), serial_port.names(), screens))


def save(folder: Path, changed: DeviceSetting, value: object) -> DeviceSettings:
    """Save one setting and return all. Raises `OSError` if the file cannot be written."""
    device = changed.put(config.load(folder), value)
    config.save(folder, device)
    return device
