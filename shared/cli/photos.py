"""Make a photo small enough for an event, and square, as the kiosk shows it; or say why it cannot be."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QImageReader

_SIDE = 360  # pixels
_QUALITIES = (85, 70, 55, 40, 25)
_LEAST_SIDE = 64  # pixels; less shows no face
_MOST_MEGAPIXELS = 200  # the largest of a phone; decoding more would exhaust the memory
_TURNS = {2: (0, True), 3: (180, False), 4: (180, True), 5: (270, True), 6: (90, False), 7: (90, True), 8: (270, False)}
"""EXIF's orientations: degrees clockwise that make it upright, after it was mirrored left to right."""
_UNTURNED = (b"\x89PNG", b"RIFF")  # PNG and WebP: Qt ignores their EXIF
_MEBIBYTES = 1024  # that Qt may take for such a picture


class Unfit(msgspec.Struct, frozen=True):
    """Why a file cannot become a photo: a sentence of `shared.cli.words` and its details."""

    code: str
    details: Mapping[str, object] = msgspec.field(default_factory=dict)


def small_enough(content: bytes, limit: int) -> bytes | Unfit:
    """A square JPEG of at most `limit` bytes, cut from the middle of the picture as it is meant to be seen.

    CMYK, transparency, WebP, BMP, TIFF and the turn (EXIF) of JPEG and TIFF are taken care of by Qt.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    from shared.qt import jpeg

    if jpeg.is_truncated(content):
        return Unfit("photo_damaged", {"reason": "JPEG: EOI"})
    buffer = QBuffer(data := QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = _read(reader)
    del reader, buffer, data
    return image if isinstance(image, Unfit) else _as_jpeg(_squared(_turned(image, content)), limit)


def _read(reader: "QImageReader") -> "QImage | Unfit":
    from PySide6.QtGui import QImageReader

    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_MEGAPIXELS * 1_000_000:
        return Unfit("photo_too_many_pixels", {"width": size.width(), "height": size.height()})
    if size.isValid() and min(size.width(), size.height()) < _LEAST_SIDE:
        return Unfit("photo_too_few_pixels", {"width": size.width(), "height": size.height(), "least": _LEAST_SIDE})
    QImageReader.setAllocationLimit(_MEBIBYTES)
    image = reader.read()
    if not image.isNull():
        return image
    known = bytes(reader.format().data())
    return Unfit("photo_damaged", {"reason": reader.errorString()}) if known else Unfit("not_an_image")


def _turned(image: "QImage", content: bytes) -> "QImage":
    """As the camera was held, where Qt has not turned it: it does not read the EXIF of WebP and PNG."""
    from PIL import ExifTags, Image
    from PySide6.QtGui import QTransform

    if not content.startswith(_UNTURNED):
        return image
    try:
        turn = Image.open(io.BytesIO(content)).getexif().get(ExifTags.Base.Orientation, 1)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # Qt could read it
        return image
    clockwise, mirrored = _TURNS.get(turn, (0, False))
    upright = image.mirrored(True, False) if mirrored else image
    return upright.transformed(QTransform().rotate(clockwise))


def _squared(image: "QImage") -> "QImage":
    """The middle of the picture, the upper part of a portrait, on white, in plain RGB."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    side = min(image.width(), image.height())
    cut = image.copy((image.width() - side) // 2, (image.height() - side) // 3, side, side)
    rgb = cut.convertToFormat(QImage.Format.Format_ARGB32)
    scaled = rgb.scaled(_SIDE, _SIDE, mode=Qt.TransformationMode.SmoothTransformation)
    square = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    square.fill(Qt.GlobalColor.white)
    painter = QPainter(square)
    painter.drawImage(0, 0, scaled)
    painter.end()
    return square


def _as_jpeg(square: "QImage", limit: int) -> bytes | Unfit:
    from shared.qt import jpeg

    for quality in _QUALITIES:
        if len(made := jpeg.encoded(square, quality)) <= limit:
            return made
    return Unfit("photo_too_detailed", {"limit_kb": limit // 1000})
