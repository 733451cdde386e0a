"""The settings of this device as the staff page shows them. Called on the store thread."""

from dataclasses import dataclass
from pathlib import Path

from shared.device import config
from shared.device.config import DeviceSettings
from shared.device.setting_steps import Plugged
from shared.device.settings import DeviceSetting
from shared.qt import printers


@dataclass(frozen=True)
class Settings:
    """The settings of this device, and the choices it offers (printers, ports, screens)."""

    device: DeviceSettings
    plugged: Plugged


def read(folder: Path, screens: int) -> Settings:
    """Read the settings; `screens`: how many this device has."""
    from serial.tools.list_ports import comports  # late: only where somebody sets them

    ports = tuple(port.device for port in comports())
    return Settings(config.load(folder), Plugged(printers.names(), ports, screens))


def save(folder: Path, changed: DeviceSetting, value: object) -> DeviceSettings:
    """Save one setting and return all. Raises `OSError` if the file cannot be written."""
    device = changed.put(config.load(folder), value)
    config.save(folder, device)
    return device
