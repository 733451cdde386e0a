"""The settings of this device as the staff page shows them. Called on the store thread."""

from dataclasses import dataclass
from pathlib import Path

from shared.device import config
from shared.device.config import Device
from shared.device.settings import DeviceSetting
from shared.device.steps import Plugged


@dataclass(frozen=True)
class Settings:
    """How the device is set, and what there is to be chosen from."""

    device: Device
    plugged: Plugged


def read(folder: Path, screens: int) -> Settings:
    """`screens`: how many this device has."""
    from serial.tools.list_ports import comports  # late, like the printers: only where somebody sets them

    from shared.qt import printers

    ports = tuple(port.device for port in comports())
    return Settings(config.load(folder), Plugged(printers.names(), ports, screens))


def put(folder: Path, changed: DeviceSetting, value: object) -> Device:
    """Store one setting; the device as it is set now. Raises `OSError` where the disk takes no file."""
    device = changed.put(config.load(folder), value)
    config.save(folder, device)
    return device
