"""Where a file is to go, chosen from the usual folders or in the system's own dialog.

Typed, a slip of the finger made a new folder without a word, and nobody found the file again.
"""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from counter.kit.choice import Choice
from counter.kit.words import Button, named, say
from counter.session import CounterSession
from shared.qt import theme

FOLDER = QT_TRANSLATE_NOOP("Counter", "文件夹")
_OTHER = QT_TRANSLATE_NOOP("Counter", "其他文件夹…")
_Location = QStandardPaths.StandardLocation
_USUAL = {
    _Location.DocumentsLocation: QT_TRANSLATE_NOOP("Counter", "文档"),
    _Location.DesktopLocation: QT_TRANSLATE_NOOP("Counter", "桌面"),
    _Location.DownloadLocation: QT_TRANSLATE_NOOP("Counter", "下载"),
}
_SHOWN = 24  # characters that fit; the list shows the whole path


class FolderField(QWidget):
    """`folder` is the one chosen: at first the one chosen last on this PC, else the documents."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self.session = session
        self.places = Choice()
        self.places.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(_SHOWN)
        self.other = Button(_OTHER, shortcut=QKeySequence.StandardKey.Open)
        named(self.places, FOLDER)
        self.other.clicked.connect(self._ask)
        self.setFocusProxy(self.places)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self.places, 1)
        box.addWidget(self.other)
        self._fill()

    @property
    def folder(self) -> Path:
        """It need not be there yet."""
        chosen: Path = self.places.currentData()
        return chosen

    def choose(self, folder: Path) -> None:
        """Take this folder; it is offered first from now on."""
        self.session.folders[:] = [folder, *(each for each in self.session.folders if each != folder)]
        self._fill()
        self.places.setCurrentIndex(0)

    def _fill(self) -> None:
        usual = {Path(QStandardPaths.writableLocation(where)): say(name) for where, name in _USUAL.items()}
        texts = {folder: str(folder) for folder in self.session.folders}
        self.places.refill(texts | {folder: f"{name} · {folder}" for folder, name in usual.items()})

    def _ask(self) -> None:
        """Without waiting for it: customers are called, and the screen locks, while it is open."""
        asked = QFileDialog(self.window(), say(_OTHER), str(self.folder))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda folder: self.choose(Path(folder)))
        asked.finished.connect(self.window().activateWindow)  # without a window manager nobody else does
        asked.open()
