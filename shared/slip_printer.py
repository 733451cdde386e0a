"""The roll printer: prints the slip of a number, where `device.json` names one for slips. Never asks anybody.

Called on the store thread. What it needs is heavy and is loaded only where there is a printer.
"""

import logging
from typing import TYPE_CHECKING

from shared.device import codes, config
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.line.actions import Taken

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

log = logging.getLogger(__name__)


def printed(store: Store, taken: Taken) -> bool:
    """Print the slip; False where no printer is set, it is not there, or it cannot print: the screen shows it then."""
    name = config.load(store.folder).printers.slips
    if not name:
        return False
    try:
        device = printer(name)
        return device is not None and _print(store, taken, device)
    except Exception:  # the number is taken; whatever a printer's driver does, its customer sees it
        log.exception("the slip could not be printed on %s", name)
        return False


def printer(name: str) -> "QPrinter | None":
    """The system's printer of that name."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        log.warning("there is no printer %s", name)
        return None
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _print(store: Store, taken: Taken, device: "QPrinter") -> bool:
    from shared import print_sheets
    from shared.qt import sheets

    hall = people.hall(store)
    device.setDocName(taken.label)
    pages = print_sheets.number_slip(
        taken.id,
        taken.label,
        taken.service,
        taken.at,
        taken.ahead,
        hall.name if hall else "",
        codes.key(store.folder),
        priority=taken.priority,
        minutes=taken.minutes,
    )
    return sheets.printed(pages, device, print_sheets.SLIP_ROLL.size)
