"""Settings of this device: where its data lies, what is plugged into it. Rule values are `domain.policy`'s matter.

One small JSON file beside the journal. A setting that a newer version wrote is kept when an older one saves.
"""

import logging
from pathlib import Path
from typing import Any, Literal

import msgspec

FILE = "device.json"
_DAMAGED = FILE + ".damaged"
log = logging.getLogger("warm_window.device")


class Screens(msgspec.Struct, frozen=True):
    """What this device shows and where; what a customer changed goes back to this."""

    language: Literal["zh_CN", "en"] = "zh_CN"
    second_screen: int = -1  # a display that faces the customer: the system's number from 0; -1 is none
    rating: Literal["no", "cards", "code"] = "no"  # after a service: the five cards to touch, or the slip's code
    rating_seconds: int = 30  # how long it waits for a touch
    senior: bool = False  # large text from the start


class Voice(msgspec.Struct, frozen=True):
    """Calls of numbers, spoken by this device."""

    speaks: Literal["", "sign", "window", "hall"] = ""  # nobody, the sign, the counter: its own window's calls or all
    language: Literal["zh_CN", "en", "both"] = "zh_CN"
    volume: int = 80  # percent
    times: int = 1  # how often each call is said
    quiet_from: str = ""  # HH:MM; nothing is said from here to `quiet_to`
    quiet_to: str = ""


class Printers(msgspec.Struct, frozen=True):
    """Printers by their system names; "" is the system's own default."""

    pages: str = ""  # A4: the day's log, certificates
    slips: str = ""  # the roll in the kiosk: queue numbers; a kiosk without one shows them large


class Scanner(msgspec.Struct, frozen=True):
    """A code scanner on a serial port (/dev/ttyACM0, COM3); one that plays keyboard needs no setting."""

    port: str = ""


class Kiosk(msgspec.Struct, frozen=True):
    """What this device's kiosk does of itself."""

    rating_after_service: bool = False  # offer the card page of who has just finished a number
    rating_seconds: int = 30  # how long it waits for a touch
    motion: bool = True  # whether pages slide
    sound: bool = True  # whether a stored card is heard
    click: bool = True  # whether a touch is heard, but for the quiet hours of the voice


class Device(msgspec.Struct, frozen=True):
    """All settings of one device. (The hub it belongs to stands in `hub.json`, see `shared.sync.enrolment`.)"""

    screens: Screens = Screens()
    printers: Printers = Printers()
    scanner: Scanner = Scanner()
    kiosk: Kiosk = Kiosk()
    voice: Voice = Voice()
    backups_kept: int = 7


def load(folder: Path) -> Device:
    """The settings in `folder`, defaults where nothing is set; defaults too where the file is wrong (see `fault`)."""
    try:
        return msgspec.convert(_read(folder), Device)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        log.error("%s cannot be read, the defaults hold: %s", folder / FILE, error)
        return Device()


def fault(folder: Path) -> str:
    """What is wrong with the file, naming a wrong setting; "" where nothing is."""
    try:
        msgspec.convert(_read(folder), Device)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        return str(error)
    return ""


def save(folder: Path, device: Device) -> None:
    """Write the settings, whole or not at all. A file that is no JSON is kept beside the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        before = _read(folder)
    except (msgspec.DecodeError, UnicodeDecodeError):
        (folder / FILE).replace(folder / _DAMAGED)
        before = {}
    text = msgspec.json.format(msgspec.json.encode(_merged(before, msgspec.to_builtins(device))), indent=2)
    partial = folder / (FILE + ".partial")
    partial.write_bytes(text + b"\n")
    partial.replace(folder / FILE)


def _read(folder: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return {}


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    sections = {
        name: {**old.get(name, {}), **value} if isinstance(value, dict) else value for name, value in new.items()
    }
    return {**old, **sections}
