"""Photos as phones, scanners and design shops hand them over: turned, in CMYK, as WebP, too large, no photo."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter

from shared.cli import photos
from shared.people.actions import PHOTO_BYTES

RED, BLUE = QColor("#c02020"), QColor("#2020c0")


def picture(width: int, height: int) -> QImage:
    """Red above, blue below."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    for y in range(height // 2, height):
        for x in range(width):
            image.setPixelColor(x, y, BLUE)
    return image


def written(image: QImage, form: str, turn: QImageIOHandler.Transformation | None = None) -> bytes:
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form.encode())
    if turn is not None:
        writer.setTransformation(turn)
    assert writer.write(image), writer.errorString()
    del writer
    return bytes(data.data())


def look(content: bytes) -> QImage:
    made = photos.small_enough(content, PHOTO_BYTES)
    assert isinstance(made, bytes), made
    assert len(made) <= PHOTO_BYTES
    image = QImage.fromData(made)
    assert (image.width(), image.height()) == (360, 360)
    return image


def close_to(found: QColor, wanted: QColor) -> bool:
    pairs = ((found.red(), wanted.red()), (found.green(), wanted.green()), (found.blue(), wanted.blue()))
    return all(abs(one - other) < 90 for one, other in pairs)


@pytest.mark.parametrize("form", ["jpeg", "webp", "png", "tiff"])
def test_the_camera_s_turn_is_followed_in_every_format_that_says_it(qapp: object, form: str) -> None:
    above_red = Image.new("RGB", (200, 200), "#2020c0")
    above_red.paste("#c02020", (0, 0, 200, 100))
    for orientation, place in ((1, (180, 20)), (3, (180, 340)), (6, (340, 180)), (8, (20, 180))):
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = orientation
        buffer = io.BytesIO()
        above_red.save(buffer, form, exif=exif)
        assert close_to(look(buffer.getvalue()).pixelColor(*place), RED), orientation


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "bmp", "tiff"])
def test_every_kind_of_picture_is_converted(qapp: object, form: str) -> None:
    image = look(written(picture(200, 200), form))
    assert close_to(image.pixelColor(180, 20), RED)
    assert close_to(image.pixelColor(180, 340), BLUE)


def test_a_camera_held_upright_is_not_shown_lying(qapp: object) -> None:
    turned = written(picture(200, 200), "jpeg", QImageIOHandler.Transformation.TransformationRotate90)
    image = look(turned)
    assert close_to(image.pixelColor(340, 180), RED)  # above became right
    assert close_to(image.pixelColor(20, 180), BLUE)


def test_a_picture_for_the_printer_keeps_its_colours(qapp: object) -> None:
    cmyk = picture(200, 200).convertToFormat(QImage.Format.Format_CMYK8888)
    content = written(cmyk, "jpeg")
    assert QImage.fromData(content).format() is QImage.Format.Format_CMYK8888  # else it shows nothing
    image = look(content)
    assert close_to(image.pixelColor(180, 20), RED)
    assert close_to(image.pixelColor(180, 340), BLUE)


def test_transparent_pixels_become_white(qapp: object) -> None:
    clear = QImage(100, 100, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert close_to(look(written(clear, "png")).pixelColor(50, 50), QColor("white"))


def test_a_phone_s_largest_picture_fits(qapp: object) -> None:
    large = QImage(9000, 12000, QImage.Format.Format_RGB32)
    large.fill(RED)
    assert close_to(look(written(large, "jpeg")).pixelColor(9, 9), RED)


def test_a_file_that_is_no_photo_is_refused_with_a_reason(qapp: object, tmp_path: Path) -> None:
    def code(content: bytes) -> str:
        found = photos.small_enough(content, PHOTO_BYTES)
        assert isinstance(found, photos.Unfit)
        return found.code

    good = written(picture(200, 200), "png")
    assert code(b"hello") == "not_an_image"
    assert code(b"\0\0\0\x18ftypheic" + bytes(50)) == "not_an_image"
    assert code(good[:60]) in ("photo_damaged", "not_an_image")
    half = written(picture(200, 200), "jpeg")
    assert code(half[: len(half) // 2]) == "photo_damaged"  # Qt would read it and leave the rest grey
    assert code(written(picture(20, 20), "png")) == "photo_too_few_pixels"
    huge = good[:16] + (60_000).to_bytes(4, "big") * 2 + good[24:]
    assert code(huge) in ("photo_too_many_pixels", "not_an_image")
