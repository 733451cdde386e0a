"""Reads a journal whose first 100 bytes are damaged by giving it the header of a sound one.

Two fields differ between journals (SQLite's file format, section 1.3): the size, which the file itself shows, and the
list of free pages, which reading does not need.
"""

from pathlib import Path

HEADER_BYTES = 100
_PAGE_SIZE = slice(16, 18)
_FORMATS, _WAL, _NO_WAL = slice(18, 20), b"\x02\x02", b"\x01\x01"
_COUNTER, _PAGES, _FREE, _VALID_FOR = slice(24, 28), slice(28, 32), slice(32, 40), slice(92, 96)
_LARGEST = 65_536  # written as 1


def replace(file: Path, like: Path) -> None:
    """Give `file` the header of `like`, a sound journal with the same size of page. Raises `OSError`."""
    header = bytearray(like.read_bytes()[:HEADER_BYTES])
    page = int.from_bytes(header[_PAGE_SIZE]) if header[_PAGE_SIZE] != b"\x00\x01" else _LARGEST
    log = file.with_name(file.name + "-wal")
    header[_FORMATS] = _WAL if log.exists() and log.stat().st_size else _NO_WAL
    header[_PAGES] = (file.stat().st_size // page).to_bytes(4)
    header[_FREE] = bytes(8)
    header[_VALID_FOR] = header[_COUNTER]  # else SQLite ignores the number of pages
    with file.open("r+b") as opened:
        opened.write(header)
