"""The window that says why the data folder cannot be used, in both languages: nothing tells yet which one is spoken."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from shared.device import data_folder
from shared.device.data_folder import Trouble
from shared.domain.text import LANGUAGES, Text

_TITLE = "暖窗 Warm Window"
_LOOK_AGAIN_MS = 2000


def solved(given: Path | None, trouble: Trouble, why: str) -> bool:
    """Show it until the folder can be used (a disk that comes late, a folder made on request), or somebody quits."""
    folder = data_folder.data_folder(given)
    box = QMessageBox(QMessageBox.Icon.Warning, _TITLE, _in_both(trouble.value, folder, why))
    make = (
        box.addButton(_both(data_folder.MAKE), QMessageBox.ButtonRole.AcceptRole)
        if trouble is Trouble.MISSING
        else None
    )
    box.setDefaultButton(box.addButton(_both(data_folder.QUIT), QMessageBox.ButtonRole.RejectRole))
    look_again = QTimer(box, interval=_LOOK_AGAIN_MS)

    def look() -> None:
        if data_folder.trouble(given) is None:
            box.accept()

    look_again.timeout.connect(look)
    look_again.start()
    box.exec()
    if make is not None and box.clickedButton() is make:
        return _made(given, folder)
    return data_folder.trouble(given) is None


def _made(given: Path | None, folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return solved(given, Trouble.NOT_WRITABLE, error.strerror or str(error))
    return data_folder.trouble(given) is None


def _in_both(text: Text, folder: Path, why: str) -> str:
    return "\n\n".join(text.in_(language).format(folder=folder, why=why) for language in LANGUAGES)


def _both(text: Text) -> str:
    return " · ".join(text.in_(language) for language in LANGUAGES)
