"""Asks for a folder, then writes a PDF of the award there, on the store thread."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths

from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import TextField, say
from counter.store_type import Store

_OK = QT_TRANSLATE_NOOP("Counter", "导出")
_FOLDER = QT_TRANSLATE_NOOP("Counter", "文件夹")
_WRITTEN = QT_TRANSLATE_NOOP("Counter", "已导出：{file}")
_FAILED = QT_TRANSLATE_NOOP("Counter", "写不进去：{why}")


def ask_folder(page: AnyPage, title: object, name: str, write: Callable[[Store, Path], None]) -> Dialog:
    """`name`: of the file, without its ending."""
    dialog = Dialog(page, title, name, ok=_OK)
    folder = TextField()
    folder.setText(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.add("folder", _FOLDER, folder)

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        file = Path(values["folder"]).expanduser() / f"{name}.pdf"

        def work(store: Store) -> None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(store, file)

        def written(_: None) -> None:
            asked.accept()
            page.notice.say(say(_WRITTEN).format(file=file), seconds=20)

        page.session.read(page, work, written, lambda error: asked.refused(say(_FAILED).format(why=error)))

    return dialog.ask(submit)
