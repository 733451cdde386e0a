"""Writes JPEG with Qt, and finds the truncated files that Qt decodes without an error."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

_BEGIN, _END = b"\xff\xd8", b"\xff\xd9"
_AFTER_END = 65_536  # bytes that some cameras write behind the picture


def is_truncated(content: bytes) -> bool:
    """Whether this is a JPEG without its end; Qt would leave the missing part grey."""
    return content.startswith(_BEGIN) and _END not in content[-_AFTER_END:]


def encoded(image: QImage, quality: int) -> bytes:
    """The picture as a JPEG; `quality` is 0 to 100."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())
