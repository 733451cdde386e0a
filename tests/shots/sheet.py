"""Many pictures on one sheet, small and in rows, as the README shows them."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

_GAP = 12
_QUALITY = 86
_GROUND = "#e8e2da"


class Sheet:
    """Takes pictures of one size; `save` writes each by its name, and all of them together."""

    def __init__(self, folder: Path, name: str, *, columns: int, width: int) -> None:
        self.folder, self.name, self._columns, self._width = folder, name, columns, width
        self._pictures: list[QImage] = []

    def add(self, picture: QPixmap, name: str) -> None:
        """Keep one picture for the sheet, and write it in full size beside it."""
        file = self.folder / "full" / self.name / f"{len(self._pictures):02}-{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(file))
        self._pictures.append(picture.toImage().scaledToWidth(self._width, Qt.TransformationMode.SmoothTransformation))

    def save(self) -> Path:
        """Write the sheet; its file."""
        step = self._pictures[0].size() + QSize(_GAP, _GAP)
        rows = ceil(len(self._pictures) / self._columns)
        sheet = QImage(step.width() * self._columns + _GAP, step.height() * rows + _GAP, QImage.Format.Format_RGB32)
        sheet.fill(_GROUND)
        painter = QPainter(sheet)
        for place, picture in enumerate(self._pictures):
            row, column = divmod(place, self._columns)
            corner = QRect(_GAP + column * step.width(), _GAP + row * step.height(), 0, 0).topLeft()
            painter.drawImage(corner, picture)
        painter.end()
        file = self.folder / f"{self.name}.jpg"
        sheet.save(str(file), quality=_QUALITY)
        return file
