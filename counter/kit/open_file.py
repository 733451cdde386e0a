"""One file chosen in the system's dialog; not blocking, because calls and the lock go on meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from counter.kit.words import say

PICTURES = QT_TRANSLATE_NOOP("Counter", "照片 (*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff)")


def ask(owner: QWidget, title: object, kinds: str, chosen: Callable[[Path], None], begin: str = "") -> QFileDialog:
    """Ask over `owner` for a file of `kinds` (a Qt filter: `Table (*.csv *.txt)`), starting in folder `begin`."""
    asked = QFileDialog(owner, say(title), begin, kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.fileSelected.connect(lambda file: chosen(Path(file)))
    asked.finished.connect(owner.window().activateWindow)  # without a window manager nothing else does
    asked.open()
    return asked
