"""A photo of evidence made small enough for an event, and when it was taken (EXIF)."""

import re
from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from shared.qt import jpeg

_SIDES = (1024, 800, 640, 480, 360)  # px of the longer side
_QUALITIES = (75, 60, 45)
_MOST_MEGAPIXELS = 200
_MEBIBYTES = 1024  # that Qt may take for a large picture
_EXIF, _HEAD = b"Exif\0\0", 65_536
_EXIF_IFD, _ORIGINAL = 0x8769, 0x9003
_TIME = re.compile(rb"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")


def small(content: bytes, limit: int) -> bytes | None:
    """A JPEG of at most `limit` bytes, turned as it was held, without what the camera wrote into it (place, owner).

    None for a file that is no picture, or one that is damaged.
    """
    image = _read(content)
    if image is None:
        return None
    for side in _SIDES:
        fits = max(image.width(), image.height()) <= side
        scaled = (
            image
            if fits
            else image.scaled(
                QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        for quality in _QUALITIES:
            if len(made := jpeg.encoded(scaled, quality)) <= limit:
                return made
    return None


def _read(content: bytes) -> QImage | None:
    if jpeg.is_truncated(content):
        return None
    buffer = QBuffer(data := QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_MEGAPIXELS * 1_000_000:
        return None
    QImageReader.setAllocationLimit(_MEBIBYTES)
    image = reader.read()
    del reader, buffer, data
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


def taken_at(content: bytes) -> datetime | None:
    """The local time that the camera wrote (EXIF DateTimeOriginal); None where the file does not say."""
    begin = content.find(_EXIF, 0, _HEAD)
    if begin < 0:
        return None
    tiff = content[begin + len(_EXIF) :][:_HEAD]
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return None
    number = _Numbers(tiff, order == "little")
    inner = next((value for tag, _, value in number.entries(number.at(4, 4)) if tag == _EXIF_IFD), 0)
    for tag, count, value in number.entries(inner):
        if tag == _ORIGINAL and (found := _TIME.match(tiff[value : value + count])):
            return _moment([int(part) for part in found.groups()])
    return None


def _moment(parts: list[int]) -> datetime | None:
    try:
        year, month, day, hour, minute, second = parts
        return datetime(year, month, day, hour, minute, second)
    except ValueError:  # a camera whose clock was never set writes 0000:00:00
        return None


class _Numbers:
    """Reads numbers of a TIFF block; beyond its end they are 0."""

    def __init__(self, block: bytes, little: bool) -> None:
        self._block, self._little = block, little

    def at(self, place: int, size: int) -> int:
        return int.from_bytes(self._block[place : place + size], "little" if self._little else "big")

    def entries(self, place: int) -> Iterator[tuple[int, int, int]]:
        """(tag, count, value or its place) of a directory."""
        if place <= 0 or place >= len(self._block):
            return
        for number in range(min(self.at(place, 2), 200)):
            entry = place + 2 + number * 12
            yield self.at(entry, 2), self.at(entry + 4, 4), self.at(entry + 8, 4)
