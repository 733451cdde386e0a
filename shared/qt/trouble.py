"""The window that says why the data folder cannot be used, in both languages: the chosen one is not known yet."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QVBoxLayout

from shared.device import data_folder
from shared.device.data_folder import Trouble
from shared.domain.text import LANGUAGES, Text
from shared.qt import theme

_TITLE = "暖窗 Warm Window"
RETRY_MS = 2000
_LETTER = 0.032  # of a locked screen's short side


def solved(given: Path | None, trouble: Trouble, why: str, end: str = "") -> bool:
    """Show it until the folder can be used (a disk that comes late, a folder made on request), or somebody quits.

    `end` is the command that ends a locked program: a lobby's screen has no button that makes a folder or quits.
    """
    folder = data_folder.data_folder(given)
    if end:
        _wait(
            _Locked(_in_both(folder, why, data_folder.OUT_OF_ORDER, trouble.value, data_folder.HOW_TO_END, end=end)),
            given,
        )
        return True
    while _asked_to_make(folder, given, trouble, why):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            trouble, why = Trouble.NOT_MADE, error.strerror or str(error)
            continue
        if (found := data_folder.trouble(given)) is None:
            return True
        trouble, why = found
    return data_folder.trouble(given) is None


def _asked_to_make(folder: Path, given: Path | None, trouble: Trouble, why: str) -> bool:
    """Whether somebody chose to make the folder, in the window that says the trouble."""
    missing = trouble in {Trouble.MISSING, Trouble.NOT_MADE}
    advice = (data_folder.MAY_BE_MADE,) if trouble is Trouble.MISSING else ()
    box = QMessageBox(QMessageBox.Icon.Warning, _TITLE, _in_both(folder, why, trouble.value, *advice))
    box.setTextFormat(Qt.TextFormat.PlainText)  # a folder's name may look like markup
    make = box.addButton(_both(data_folder.MAKE), QMessageBox.ButtonRole.AcceptRole) if missing else None
    box.setDefaultButton(box.addButton(_both(data_folder.QUIT), QMessageBox.ButtonRole.RejectRole))
    _wait(box, given)
    return make is not None and box.clickedButton() is make


def _wait(window: QDialog, given: Path | None) -> None:
    """Until it is answered, or the folder can be used."""
    retry = QTimer(window, interval=RETRY_MS)
    retry.timeout.connect(lambda: window.accept() if data_folder.trouble(given) is None else None)
    retry.start()
    window.exec()


class _Locked(QDialog):
    """Covers a kiosk's screen. No key or window menu closes it: the restart loop would end with it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle(_TITLE)
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        place = QGuiApplication.primaryScreen().geometry()
        self.setGeometry(place)
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        letter = round(min(place.width(), place.height()) * _LETTER)
        ink, ground = theme.current().ink("ink"), theme.current().ink("ground")
        self.setStyleSheet(f"QDialog {{ background: {ground}; }} QLabel {{ color: {ink}; font-size: {letter}px; }}")
        box = QVBoxLayout(self)
        box.setContentsMargins(*[3 * letter] * 4)
        box.addWidget(said)

    def reject(self) -> None:
        """Ignore Escape and attempts to close it."""


def _in_both(folder: Path, why: str, *texts: Text, end: str = "") -> str:
    said = [text.in_(language) for language in LANGUAGES for text in texts]
    return "\n\n".join(said).format(folder=folder, why=why, end=end)


def _both(text: Text) -> str:
    return " · ".join(text.in_(language) for language in LANGUAGES)
