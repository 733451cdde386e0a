"""A text as a QR code: its modules, and as one path for SVG."""

import re
from functools import lru_cache

_KEPT = 32


def load() -> None:
    """Load the library, 30 ms on the store thread, before a code is wanted at once."""
    import qrcode  # noqa: F401


@lru_cache(maxsize=_KEPT)  # tens of ms each, and pages show the same few again and again
def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The QR code of a text with its quiet zone of four modules, rows of dark and light; survives 15 % damage.

    The first takes 40 ms with its library: a screen asks for it on the store thread before it shows it.
    """
    import qrcode  # late: nothing draws a code before the first frame

    drawn = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    drawn.add_data(text)
    drawn.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in drawn.get_matrix())


def drawn(text: str) -> str:
    """The same text, once its code is known: on the screen's thread that would take 9 ms, the first 40."""
    matrix(text)
    return text


def path(text: str) -> tuple[int, str]:
    """The QR code as an SVG path of dark runs, in modules, and its side with the quiet zone.

    Give it `stroke-width="0"`: printed to PDF, Qt 6.12 surrounds every filled path with a line of that width.
    """
    rows = matrix(text)
    return len(rows), "".join(_runs(y, row) for y, row in enumerate(rows))


def _runs(y: int, row: tuple[bool, ...]) -> str:
    """Each run reaches a little under the next row, so that no renderer leaves a light seam between them."""
    dark = "".join(" #"[module] for module in row)
    return "".join(f"M{run.start()} {y}h{len(run[0])}v1.04h-{len(run[0])}z" for run in re.finditer("#+", dark))
