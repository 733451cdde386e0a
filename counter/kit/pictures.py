"""A few photos as thumbnails side by side; read and scaled on the store thread."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.store_type import Store
from shared.qt.tips import plain

_THUMBNAIL = 160  # px


class Photo(msgspec.Struct, frozen=True):
    """A JPEG and its caption (tooltip and accessible name)."""

    jpeg: bytes
    caption: str


class Pictures(QWidget):
    """Hidden while there are none. Only the answer to the last `read` is shown."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page, self._wanted = page, object()
        self._flow = Flow()
        self.setLayout(self._flow)
        self.hide()

    def read(self, wanted: object, ask: Callable[[Store], Sequence[Photo]]) -> None:
        """Show what `ask` reads; nothing is read again for the same `wanted`, an id of the photos."""
        if wanted == self._wanted:
            return
        self._wanted = wanted

        def show(images: list[tuple[QImage, str]]) -> None:
            if self._wanted == wanted:
                self._show(images)

        self._page.session.read(self._page, lambda store: [_thumbnail(each) for each in ask(store)], show)

    def _show(self, images: list[tuple[QImage, str]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for image, caption in images:
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setPixmap(QPixmap.fromImage(image))
            label.setToolTip(plain(caption))
            label.setAccessibleName(caption)
            self._flow.addWidget(label)
        self.setVisible(bool(images))


def _thumbnail(photo: Photo) -> tuple[QImage, str]:
    """By a reader, which lets the screen's thread run meanwhile; `QImage.fromData` could deadlock with it."""
    buffer = QBuffer(data := QByteArray(photo.jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setScaledSize(reader.size().scaled(_THUMBNAIL, _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    del reader, buffer, data
    return image, photo.caption
