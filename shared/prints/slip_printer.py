"""Prints the slip of a number on this device's slip printer, and a sample slip to try a printer.

Called on the store thread; import it on the GUI thread, where Qt's classes have to be made.
"""

import logging

from PySide6.QtPrintSupport import QPrinter

from shared.device import codes
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.line.actions import Taken
from shared.prints import slips
from shared.prints.sheet import title
from shared.qt import printers, sheets

_SAMPLE = f"number:{0:032x}"
log = logging.getLogger(__name__)


def printed(store: Store, taken: Taken) -> bool:
    """Print the slip; False where no printer is set, it is not there, or it cannot print: the screen shows it then."""
    name = printers.chosen(store.folder, "slips")
    if not name:
        return False
    try:
        device = printers.printer(name)
        return device is not None and _print(store, taken, device)
    except Exception:  # a printer's driver may raise anything; the screen shows the number then
        log.exception("the slip could not be printed on %s", name)
        return False


def _print(store: Store, taken: Taken, device: QPrinter) -> bool:
    hall = people.hall(store)
    device.setDocName(taken.label)
    pages = slips.number_slip(
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
    return sheets.printed(pages, device, slips.SLIP_ROLL.size)


def trial(store: Store, use: printers.Use, name: str, now: int) -> bool:
    """Print a sample slip on the printer `name`, to see what comes out; False if it is not there or did not begin."""
    device = printers.printer(name)
    if device is None:
        return False
    sheet = slips.SLIP_ROLL if use == "slips" else slips.SLIP
    hall = f"{title('trial')} · {name}"
    pages = slips.number_slip(_SAMPLE, "A000", "", now, 0, hall, codes.key(store.folder), sheet)
    return sheets.printed(pages, device, sheet.size)
