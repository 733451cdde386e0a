"""The page on paper and as a file: JSON, XLSX, PDF, printer."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from shared.daily_log.exports import pdf, plain, xlsx
from shared.daily_log.sections import sections
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.qt import printing
from tests.daily_log.day import CHIEF, a_day, page, sign
from tests.support.builders import at


def test_json_reads_back(store: Store) -> None:
    a_day(store)
    sign(store)
    document = json.loads(plain.as_json(page(store)))
    assert document["day"] == "2026-03-02"
    assert document["totals"]["pauses"]["granted"] == 2
    assert len(document["lines"]) == len(page(store).lines)


def test_xlsx_has_a_tidy_sheet_for_each_section_and_runs_nothing(store: Store) -> None:
    a_day(store)
    log = page(store, CHIEF)
    book = load_workbook(BytesIO(xlsx.as_xlsx(log)))
    assert book.sheetnames == [section.title for section in sections(log)]
    for sheet, section in zip(book.worksheets, sections(log), strict=True):
        assert tuple(cell.value for cell in sheet[1]) == section.columns
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == len(section.rows) + 1
    texts = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in texts)
    risky = [cell for cell in texts if str(cell.value).startswith("=")]
    assert [(cell.value, cell.quotePrefix) for cell in risky] == [("=HYPERLINK() 用户 138******00 误会了我", True)]


def test_pdf_has_the_seal_on_each_page(store: Store, tmp_path: Path, qapp: QGuiApplication) -> None:
    a_day(store)
    for place in range(60):
        cards.award(store, f"100{place % 4 + 1}", list(P)[place % 5], now=at("14:10") + place * 60_000)
    signed = sign(store)
    feet: list[str] = []

    def foot(number: int, pages: int) -> str:
        feet.append(pdf.foot(page(store))(number, pages))
        return feet[-1]

    printing.pdf(pdf.as_html(page(store)), tmp_path / "x.pdf", title="x", foot=foot)
    assert len(feet) > 1
    assert all(signed.seal in text for text in feet)
    pdf.as_pdf(page(store), tmp_path / "log.pdf")
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(FileNotFoundError):
        pdf.as_pdf(page(store), tmp_path / "missing" / "log.pdf")


def test_a_printer_gets_the_same_pages(store: Store, tmp_path: Path, qapp: QGuiApplication) -> None:
    a_day(store)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(printing.layout())
    assert pdf.print_on(page(store), printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
