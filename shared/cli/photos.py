"""Make a photo small enough for an event, and square, as the kiosk shows it."""

_SIDE = 360  # pixels
_QUALITIES = (85, 70, 55, 40)


def small_enough(content: bytes, limit: int) -> bytes | None:
    """A square JPEG of at most `limit` bytes cut from the middle of the image; None for what is no image."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage

    image = QImage.fromData(content)
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 3, side, side)
    scaled = square.scaled(_SIDE, _SIDE, mode=Qt.TransformationMode.SmoothTransformation)
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        scaled.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # the stub knows file names only
        if buffer.size() <= limit:
            return bytes(buffer.data().data())
    return None
