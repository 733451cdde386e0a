"""Writes a PDF file whose text can be searched and copied.

Noto draws the radical ⻓ and the character 长 with one glyph, and Qt names a glyph in `/ToUnicode` by the lowest code
point that has it: the radical. A search for 站长 would find nothing, so each radical is replaced by its character.
"""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

import resources

_KANGXI = range(0x2F00, 0x2FD6)  # NFKC maps these, but only two of the supplement (2E80-2EF3)
_PAIRS = resources.FOLDER / "radicals.txt"
"""Pairs of a radical and its character: the supplement's rows of Unicode's EquivalentUnifiedIdeograph. In the last row
pairs of a sign that is rare on a Chinese page and the common one that Noto draws alike."""
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[([^\]]*)\])")  # glyphs from, to; first meaning, or all
_CODE = re.compile(rb"<(\w{4})>")


def write(file: Path, title: str, paint: Callable[[QPdfWriter], bool]) -> None:
    """Write what `paint` paints to `file`; `paint` returns False if it could not begin. Raises `OSError`."""
    with file.open("wb") as out:  # opened first, for its OSError: Qt would not say what is wrong
        painted = QBuffer()
        painted.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(painted)
        writer.setTitle(title)
        writer.setCreator("Warm Window")
        if not paint(writer):
            raise OSError(f"cannot write {file}")
        out.write(searchable(bytes(painted.data().data())))


def searchable(document: bytes) -> bytes:
    """The same PDF with characters instead of radicals in its text."""
    import pikepdf  # late: only a print needs it

    out = BytesIO()
    with pikepdf.open(BytesIO(document)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and isinstance(meant := each.get("/ToUnicode"), pikepdf.Stream):
                meant.write(_RANGE.sub(_in_characters, meant.read_bytes()))
        pdf.save(out)
    return out.getvalue()


def _in_characters(range_: re.Match[bytes]) -> bytes:
    """One line of a `/ToUnicode` map with its range written out, as a radical may be anywhere in it."""
    first, last = int(range_[1], 16), int(range_[2], 16)
    if range_[3]:
        start = int(range_[3], 16)
        codes = list(range(start, start + last - first + 1))
    else:
        codes = [int(code, 16) for code in _CODE.findall(range_[4])]
    meant = b" ".join(b"<%s>" % _character(code) for code in codes)
    return b"<%s> <%s> [%s]" % (range_[1], range_[2], meant)


@cache
def _characters() -> dict[str, str]:
    pairs = {pair[0]: pair[1] for pair in _PAIRS.read_text("utf-8").split()}
    return {chr(code): normalize("NFKC", chr(code)) for code in _KANGXI} | pairs


def _character(code: int) -> bytes:
    read = _characters().get(chr(code))
    return read.encode("utf-16-be").hex().encode() if read else b"%04x" % code
