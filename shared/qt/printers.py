"""The system's printers, and the one this device uses for each kind of paper. Slow to ask: store thread only.

`shared.device.config.Printers` keeps the choice by name; a name that the system no longer knows is no printer.
"""

import logging
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from shared.device import config
from shared.qt import print_service

Use = Literal["pages", "slips"]
"""A4 pages, or the roll of slips."""
log = logging.getLogger("warm_window.printers")


def names() -> tuple[str, ...]:
    """The printers of this system by their names, the system's own default first; none while its service hangs."""
    if not print_service.answers():
        log.warning("the print service does not answer")
        return ()
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def chosen(folder: Path, use: Use) -> str:
    """The name kept for this device, also of a printer that is gone; "" where none was chosen."""
    name: str = getattr(config.load(folder).printers, use)
    return name


def choose(folder: Path, use: Use, name: str) -> None:
    """Keep the printer of this device for `use`; "" is none: the system's default for pages, the screen for slips."""
    device = config.load(folder)
    printers = msgspec.structs.replace(device.printers, **{use: name})
    config.save(folder, msgspec.structs.replace(device, printers=printers))


def without_choice(use: Use) -> str:
    """The printer where none was chosen: the system's first for pages, none for slips."""
    return next(iter(names()), "") if use == "pages" else ""


def printer(name: str) -> QPrinter | None:
    """The system's printer of that name; None where there is none, and while the print service hangs."""
    if not print_service.answers():
        log.warning("the print service does not answer: %s", name)
        return None
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        log.warning("there is no printer %s", name)
        return None
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)
