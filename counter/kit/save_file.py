"""The export dialog: asks for format and folder, then writes the file on the store thread."""

from collections.abc import Callable, Mapping
from itertools import chain, count
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
_FAILED = QT_TRANSLATE_NOOP("Counter", "无法写入：{why}")
_OPEN = QT_TRANSLATE_NOOP("Counter", "打开文件")
_OPEN_FOLDER = QT_TRANSLATE_NOOP("Counter", "打开所在文件夹")
_NOT_OPENED = QT_TRANSLATE_NOOP("Counter", "这台电脑打不开：{place}")
_NOTICE_SECONDS = 60
Write = Callable[[Store, Path, str], None]
"""Writes the file in the chosen format. Raises `OSError`."""


def ask(
    page: AnyPage, title: object, name: str, write: Write, formats: Mapping[str, str] = SHEETS, about: str = ""
) -> Dialog:
    """`name`: of the file, without suffix; `formats`: suffix -> label; `about`: what is saved, for the dialog."""
    dialog = Dialog(page, title, about or name, ok=_OK)
    dialog.add("format", _FORMAT, choice(formats))
    dialog.add("folder", FOLDER, FolderField(page.session))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        file = _unused(values["folder"], name, values["format"])

        def work(store: Store) -> None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(store, file, values["format"])

        def written(_: None) -> None:
            asked.accept()
            page.notice.say(say(_WRITTEN).format(file=file), seconds=_NOTICE_SECONDS)
            page.notice.suggest(_open_button(page, _OPEN, file), _open_button(page, _OPEN_FOLDER, file.parent))

        page.session.read(page, work, written, lambda error: asked.refused(say(_FAILED).format(why=error)))

    return dialog.ask(submit)


def _unused(folder: Path, name: str, suffix: str) -> Path:
    """`name.xlsx`, or `name (2).xlsx` where that exists: what was saved, signed or written in before stays."""
    files = (folder / f"{name}{again}.{suffix}" for again in chain([""], (f" ({n})" for n in count(2))))
    return next(file for file in files if not file.exists())


def _open_button(page: AnyPage, words: object, place: Path) -> Button:
    """A button that opens the file or folder with the desktop's program for it."""
    button = Button(words, "quiet")

    def open_it() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            page.warn(say(_NOT_OPENED).format(place=place))

    button.clicked.connect(open_it)
    return button
