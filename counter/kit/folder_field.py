"""The folder to save a file to, chosen from the usual ones or in the system's dialog.

Not typed: a typing error would create a new folder where nobody finds the file.
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
_USUAL_FOLDERS = {
    _Location.DocumentsLocation: QT_TRANSLATE_NOOP("Counter", "文档"),
    _Location.DesktopLocation: QT_TRANSLATE_NOOP("Counter", "桌面"),
    _Location.DownloadLocation: QT_TRANSLATE_NOOP("Counter", "下载"),
}
_SHOWN_CHARACTERS = 24  # the list shows the whole path


class FolderField(QWidget):
    """Offers the folders used since start, the latest first, then documents, desktop and downloads."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self.session = session
        self.choice = Choice()
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_SHOWN_CHARACTERS)
        self.other = Button(_OTHER, shortcut=QKeySequence.StandardKey.Open)
        named(self.choice, FOLDER)
        self.other.clicked.connect(self._open_dialog)
        self.setFocusProxy(self.choice)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self.choice, 1)
        box.addWidget(self.other)
        self._fill()

    @property
    def folder(self) -> Path:
        """The chosen folder; it may not exist yet."""
        chosen: Path = self.choice.currentData()
        return chosen

    def choose(self, folder: Path) -> None:
        """Choose this folder and offer it first from now on."""
        self.session.recent_folders[:] = [folder, *(each for each in self.session.recent_folders if each != folder)]
        self._fill()
        self.choice.setCurrentIndex(0)

    def _fill(self) -> None:
        usual = {Path(QStandardPaths.writableLocation(where)): say(name) for where, name in _USUAL_FOLDERS.items()}
        texts = {folder: str(folder) for folder in self.session.recent_folders}
        self.choice.refill(texts | {folder: f"{name} · {folder}" for folder, name in usual.items()})

    def _open_dialog(self) -> None:
        """Open the system's dialog without blocking: calls and the lock go on meanwhile."""
        asked = QFileDialog(self, say(_OTHER), str(self.folder))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda folder: self.choose(Path(folder)))
        asked.finished.connect(self.window().activateWindow)  # without a window manager nothing else does
        asked.open()
