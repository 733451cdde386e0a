"""The print dialog: a preview, then a printer of this PC or a PDF file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSizeF
from PySide6.QtGui import QPageLayout, QPicture

from counter.kit import save_file
from counter.kit.choice import Choice, choice
from counter.kit.dialog import Dialog
from counter.kit.number_field import NumberField
from counter.kit.page import AnyPage
from counter.kit.preview import Preview
from counter.kit.words import Button, say
from counter.store_type import Store
from shared.qt import pdf_file, printers, printing
from shared.qt.page_pictures import PagePictures, Paper
from shared.qt.printers import Use

_TITLE = QT_TRANSLATE_NOOP("Counter", "打印")
_PRINTER = QT_TRANSLATE_NOOP("Counter", "打印机")
_COPIES = QT_TRANSLATE_NOOP("Counter", "份数")
_PDF = QT_TRANSLATE_NOOP("Counter", "存为 PDF")
_PRINTED = QT_TRANSLATE_NOOP("Counter", "已送往打印机“{name}”。")
_NOT_PRINTED = QT_TRANSLATE_NOOP("Counter", "打印机“{name}”没有响应。请检查电源、纸和连线，或者存为 PDF。")
_NO_PRINTER = QT_TRANSLATE_NOOP("Counter", "这台电脑没有打印机")
_SAVE_INSTEAD = QT_TRANSLATE_NOOP("Counter", "这台电脑没有打印机。请按“存为 PDF”；装好打印机以后在“本机设置”里选它。")
_MAX_COPIES = 20


class PrintJob(msgspec.Struct, frozen=True):
    """What to print. `title` also names the file; `paint` draws on the store thread, False if the device fails.

    `layout`: size and margins of the paper.
    """

    title: str
    paint: Callable[[Store, Paper], bool]
    use: Use = "pages"
    layout: QPageLayout = msgspec.field(default_factory=printing.layout)


class _Prepared(msgspec.Struct, frozen=True):
    """The pages as pictures, the paper's size in their units, the printers' names, and the one preselected."""

    pages: Sequence[QPicture]
    paper: QSizeF
    names: tuple[str, ...]
    name: str


def ask(page: AnyPage, job: PrintJob) -> None:
    """Show the preview of a job, then print or save it as the person chooses."""
    page.session.read(page, lambda store: _prepare(store, job), lambda prepared: _show(page, job, prepared))


def _prepare(store: Store, job: PrintJob) -> _Prepared:
    pictures, names = PagePictures(job.layout), printers.names()
    job.paint(store, pictures)
    chosen = printers.chosen(store.folder, job.use)
    return _Prepared(pictures.pages, pictures.paper, names, chosen if chosen in names else "")


def _show(page: AnyPage, job: PrintJob, prepared: _Prepared) -> None:
    dialog = Dialog(page, _TITLE, job.title, ok=_TITLE)
    view = Preview(prepared.pages, prepared.paper, page.screen().availableGeometry().height())
    pdf = Button(_PDF, shortcut="Ctrl+S")
    view.foot.addWidget(pdf)
    dialog.note(view)
    copies = NumberField(_COPIES, 1, _MAX_COPIES)
    dialog.side_by_side(("printer", _PRINTER, _choice(prepared)), ("copies", _COPIES, copies))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        name, often = values["printer"], values["copies"]
        if not name:
            asked.refused(say(_SAVE_INSTEAD))
            return

        def printed(done: bool) -> None:
            if not done:
                asked.refused(say(_NOT_PRINTED).format(name=name))
                return
            asked.accept()
            page.notice.say(say(_PRINTED).format(name=name))

        page.session.read(page, lambda store: print_on(store, job, name, often), printed)

    def save() -> None:
        dialog.accept()
        save_file.ask(page, _PDF, job.title, lambda store, file, _: write(store, job, file), {"pdf": "PDF"})

    pdf.clicked.connect(save)
    dialog.ask(submit)


def _choice(prepared: _Prepared) -> Choice:
    box = choice({name: name for name in prepared.names} or {"": say(_NO_PRINTER)})
    box.setCurrentIndex(max(0, box.findData(prepared.name)))
    return box


def print_on(store: Store, job: PrintJob, name: str, copies: int = 1) -> bool:
    """Print on the system's printer of that name; False if it is missing or does not start."""
    device = printers.printer(name)
    if device is None:
        return False
    device.setDocName(job.title)
    device.setPageLayout(job.layout)
    device.setCopyCount(copies)
    return job.paint(store, device)


def write(store: Store, job: PrintJob, file: Path) -> None:
    """Write the job as a PDF. Raises `OSError`."""

    def paint(writer: Paper) -> bool:
        writer.setPageLayout(job.layout)
        return job.paint(store, writer)

    pdf_file.write(file, job.title, paint)
