"""Whether the system's print service (CUPS, the Windows spooler) answers at all.

PySide holds the interpreter's lock while Qt waits for the service: one that hangs stopped every screen for minutes.
ctypes releases the lock, so the service is asked by it first, on a thread of its own and with a limit.
"""

import ctypes
import sys
import threading

SECONDS = 2.0
_LOCAL_AND_CONNECTED = 0x2 | 0x4  # PRINTER_ENUM_LOCAL, PRINTER_ENUM_CONNECTIONS
_NAMES_ONLY = 4  # the level of PRINTER_INFO that asks no printer


class _Question(threading.Thread):
    """Asks for the list of printers, and ends when the service has answered or is not there."""

    def __init__(self) -> None:
        super().__init__(name="print service", daemon=True)  # one that never ends does not keep the program

    def run(self) -> None:
        if sys.platform == "win32":
            size, count = ctypes.c_ulong(), ctypes.c_ulong()
            answer = ctypes.byref(size), ctypes.byref(count)
            ctypes.WinDLL("winspool.drv").EnumPrintersW(_LOCAL_AND_CONNECTED, None, _NAMES_ONLY, None, 0, *answer)
            return
        try:
            cups = ctypes.CDLL("libcups.so.2")
        except OSError:
            return  # Qt has none either
        found = ctypes.c_void_p()
        cups.cupsFreeDests(cups.cupsGetDests(ctypes.byref(found)), found)


_open: list[_Question] = []
"""The question that had no answer in time, if there is one."""


def answers() -> bool:
    """Ask, and wait up to `SECONDS`; False at once as long as an earlier question has no answer."""
    _open[:] = [question for question in _open if question.is_alive()]
    if _open:
        return False
    question = _Question()
    question.start()
    question.join(SECONDS)
    if question.is_alive():
        _open.append(question)
    return not _open
