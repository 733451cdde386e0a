"""What both apps share on the screen: start-up, threads, theme, words, widgets. Knows no journal and no practice.

PySide6 6.12 returns None, True and False without counting the reference, as if they were immortal. They are from
Python 3.12 on; before, some thousand calls end the process ("deallocating None"; measured: one per call of a void
method, none with 6.11.1). So they are made immortal here, before the first Qt call.
"""

import ctypes
import sys

_FOR_EVER = sys.maxsize >> 8  # more than any kiosk will use up

if sys.version_info < (3, 12) and sys.getrefcount(None) < _FOR_EVER:
    for _constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_constant)).value += _FOR_EVER
