"""The customer's slip of a ticket: number, promised day, QR code, nothing personal; to a printer or as a PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.folder_field import FolderField
from counter.kit.page import AnyPage
from counter.kit.words import say
from counter.store_type import Store
from shared import print_sheets
from shared.device import codes, config
from shared.practice.inquiries.views import Ticket
from shared.qt import sheets

_TITLE = QT_TRANSLATE_NOOP("Counter", "打印回执")
_OK = QT_TRANSLATE_NOOP("Counter", "打印")
_PRINTER = QT_TRANSLATE_NOOP("Counter", "打印机")
_FOLDER = QT_TRANSLATE_NOOP("Counter", "PDF 文件夹")
_PDF = QT_TRANSLATE_NOOP("Counter", "存为 PDF")
_DONE = QT_TRANSLATE_NOOP("Counter", "回执：{where}")
_FAILED = QT_TRANSLATE_NOOP("Counter", "没有印出来：{why}")


@dataclass(frozen=True)
class Printers:
    """The printers there are, the one set for slips first."""

    names: tuple[str, ...]


def open_slip(page: AnyPage, ticket: Ticket) -> None:
    """Look which printers there are (that may take a while), then ask."""
    page.session.read(page, _printers, lambda printers: _ask(page, ticket, printers))


def _printers(store: Store) -> Printers:
    chosen, names = config.load(store.folder).printers.slips, QPrinterInfo.availablePrinterNames()
    return Printers(tuple(sorted(names, key=lambda name: name != chosen)))


def _ask(page: AnyPage, ticket: Ticket, printers: Printers) -> None:
    dialog = Dialog(page, _TITLE, ticket.number, ok=_OK)
    dialog.add("printer", _PRINTER, choice({name: name for name in printers.names} | {"": say(_PDF)}))
    dialog.add("folder", _FOLDER, FolderField(page.session))
    hall = page.session.here.hall
    name = hall.name if hall else ""

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        file = values["folder"] / f"{ticket.number}.pdf"

        def printed(where: str) -> None:
            asked.accept()
            page.notice.say(say(_DONE).format(where=where))

        page.session.read(
            page,
            lambda store: write(store, ticket, name, values["printer"], file),
            printed,
            lambda error: asked.refused(say(_FAILED).format(why=error)),
        )

    dialog.ask(submit)


def write(store: Store, ticket: Ticket, hall: str, printer: str, file: Path) -> str:
    """Print the slip, or write it as PDF when no printer is named; where it went. Raises `OSError`."""
    key = codes.key(store.folder)
    pages = print_sheets.inquiry_slip(ticket.id, ticket.number, ticket.received_at, ticket.promised, hall, key)
    size = print_sheets.SLIP_ROLL.size
    if not printer:
        file.parent.mkdir(parents=True, exist_ok=True)
        sheets.pdf(pages, file, title=ticket.number, size=size)
        return str(file)
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    if not sheets.printed(pages, device, size):
        raise OSError(printer)
    return printer
