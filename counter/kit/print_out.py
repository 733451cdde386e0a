"""What is printed here: shown as it will be on paper, then printed on this PC's printer, or saved as a PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSizeF
from PySide6.QtGui import QPageLayout, QPicture

from counter.kit import save_file
from counter.kit.choice import Choice, choice
from counter.kit.dialog import Dialog
from counter.kit.number_field import NumberField
from counter.kit.page import AnyPage
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
_MOST_COPIES = 20


@dataclass(frozen=True)
class Print:
    """What is printed: its title, also a file's name; `paint` lays it out on the store thread, and says if it began.

    `layout` is the paper; slips bring their own.
    """

    title: str
    paint: Callable[[Store, Paper], bool]
    use: Use = "pages"
    layout: QPageLayout = field(default_factory=printing.layout)


@dataclass(frozen=True)
class _Ready:
    """The pages as pictures, the size of their paper, the printers there are, and the one to use."""

    pages: Sequence[QPicture]
    paper: QSizeF
    names: tuple[str, ...]
    name: str


def ask(page: AnyPage, what: Print) -> None:
    """Show the pages, then print them where the person says so."""
    page.session.read(page, lambda store: _ready(store, what), lambda ready: _show(page, what, ready))


def _ready(store: Store, what: Print) -> _Ready:
    pictures, names = PagePictures(what.layout), printers.names()
    what.paint(store, pictures)
    chosen = printers.chosen(store.folder, what.use)
    return _Ready(pictures.pages, pictures.paper, names, chosen if chosen in names else "")


def _show(page: AnyPage, what: Print, ready: _Ready) -> None:
    from counter.kit.preview import Preview  # late: few print

    dialog = Dialog(page, _TITLE, what.title, ok=_TITLE)
    view = Preview(ready.pages, ready.paper, page.screen().availableGeometry().height())
    pdf = Button(_PDF, shortcut="Ctrl+S")
    view.foot.addWidget(pdf)
    dialog.note(view)
    copies = NumberField(_COPIES, 1, _MOST_COPIES)
    dialog.side_by_side(("printer", _PRINTER, _choice(ready)), ("copies", _COPIES, copies))

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

        page.session.read(page, lambda store: print_on(store, what, name, often), printed)

    def save() -> None:
        dialog.accept()
        save_file.ask(page, _PDF, what.title, lambda store, file, _: write(store, what, file), {"pdf": "PDF"})

    pdf.clicked.connect(save)
    dialog.ask(submit)


def _choice(ready: _Ready) -> Choice:
    box = choice({name: name for name in ready.names} or {"": say(_NO_PRINTER)})
    box.setCurrentIndex(max(0, box.findData(ready.name)))
    return box


def print_on(store: Store, what: Print, name: str, copies: int = 1) -> bool:
    """Print it on the system's printer of that name; False if that is not there or does not begin."""
    device = printers.printer(name)
    if device is None:
        return False
    device.setDocName(what.title)
    device.setPageLayout(what.layout)
    device.setCopyCount(copies)
    return what.paint(store, device)


def write(store: Store, what: Print, file: Path) -> None:
    """Write it as a PDF. Raises `OSError`."""

    def paint(writer: Paper) -> bool:
        writer.setPageLayout(what.layout)
        return what.paint(store, writer)

    pdf_file.write(file, what.title, paint)
