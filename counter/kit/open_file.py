"""One file chosen in the system's dialog; not blocking, because calls and the lock go on meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from counter.kit.words import say

PICTURES = QT_TRANSLATE_NOOP("Counter", "照片 (*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff)")

_latest: list[str] = []
"""The folder of the file chosen last, since start."""


def ask(owner: QWidget, title: object, kinds: str, chosen: Callable[[Path], None], begin: str = "") -> QFileDialog:
    """Ask over `owner` for a file of `kinds` (a Qt filter: `Table (*.csv *.txt)`), starting in folder `begin`.

    Without `begin` it starts where the last file was, at first in the person's documents, not in the program's folder.
    """

    def keep(file: str) -> None:
        _latest[:] = [str(Path(file).parent)]
        chosen(Path(file))

    asked = QFileDialog(owner, say(title), begin or next(iter(_latest), _documents()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.fileSelected.connect(keep)
    asked.finished.connect(owner.window().activateWindow)  # without a window manager nothing else does
    asked.open()
    return asked


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
