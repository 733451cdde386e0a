"""Photos of evidence: small enough, and when they were taken, as cameras write it."""

import io
from datetime import datetime

import pytest
from PIL import Image

from shared.qt import evidence_photo

LIMIT = 45_000


def jpeg(size: tuple[int, int], taken: str = "", *, orientation: int = 1) -> bytes:
    image = Image.effect_noise(size, 90).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


def test_a_camera_s_photo_becomes_small_and_loses_what_the_camera_wrote(qapp: object) -> None:
    large = jpeg((2000, 1500), "2026:03:04 09:10:11", orientation=6)
    made = evidence_photo.small(large, LIMIT)
    assert made is not None
    assert len(large) > 10 * LIMIT >= 10 * len(made)
    image = Image.open(io.BytesIO(made))
    assert image.width < image.height  # held upright
    assert not image.getexif()


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        (jpeg((64, 64), "2026:03:04 09:10:11"), datetime(2026, 3, 4, 9, 10, 11)),
        (jpeg((64, 64)), None),
        (jpeg((64, 64), "0000:00:00 00:00:00"), None),
        (jpeg((64, 64), "2026:03:04 09:10:11")[:60], None),
        (b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM\x00*\x00\x00\xff\xff", None),
        (b"", None),
    ],
)
def test_when_a_photo_was_taken(content: bytes, taken: datetime | None) -> None:
    assert evidence_photo.taken_at(content) == taken


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg((64, 64))[:40]])
def test_what_is_no_picture_is_none(qapp: object, content: bytes) -> None:
    assert evidence_photo.small(content, LIMIT) is None
