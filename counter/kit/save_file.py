"""Asks for format and folder, then writes a file there, on the store thread."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QUrl
from PySide6.QtGui import QDesktopServices

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.folder_field import FOLDER, FolderField
from counter.kit.page import AnyPage
from counter.kit.words import Button, say
from counter.store_type import Store

SHEETS = {"xlsx": "Excel (XLSX)", "pdf": "PDF"}
_OK = QT_TRANSLATE_NOOP("Counter", "导出")
_FORMAT = QT_TRANSLATE_NOOP("Counter", "格式")
_WRITTEN = QT_TRANSLATE_NOOP("Counter", "已导出：{file}")
_FAILED = QT_TRANSLATE_NOOP("Counter", "写不进去：{why}")
_OPEN = QT_TRANSLATE_NOOP("Counter", "打开文件")
_OPEN_FOLDER = QT_TRANSLATE_NOOP("Counter", "打开所在文件夹")
_NOT_OPENED = QT_TRANSLATE_NOOP("Counter", "这台电脑打不开：{place}")
_SEEN_SECONDS = 60
Write = Callable[[Store, Path, str], None]
"""Writes the file in the chosen format. Raises `OSError`."""


def ask(
    page: AnyPage, title: object, name: str, write: Write, formats: Mapping[str, str] = SHEETS, about: str = ""
) -> Dialog:
    """`name`: of the file, without its ending; `formats`: ending -> what it is called; `about`: what is saved."""
    dialog = Dialog(page, title, about or name, ok=_OK)
    dialog.add("format", _FORMAT, choice(formats))
    dialog.add("folder", FOLDER, FolderField(page.session))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        file: Path = values["folder"] / f"{name}.{values['format']}"

        def work(store: Store) -> None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(store, file, values["format"])

        def written(_: None) -> None:
            asked.accept()
            page.notice.say(say(_WRITTEN).format(file=file), seconds=_SEEN_SECONDS)
            page.notice.suggest(_opening(page, _OPEN, file), _opening(page, _OPEN_FOLDER, file.parent))

        page.session.read(page, work, written, lambda error: asked.refused(say(_FAILED).format(why=error)))

    return dialog.ask(submit)


def _opening(page: AnyPage, words: object, place: Path) -> Button:
    """Hands the file or the folder to whatever program this desktop opens it with."""
    button = Button(words, "quiet")

    def open_it() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            page.warn(say(_NOT_OPENED).format(place=place))

    button.clicked.connect(open_it)
    return button
