"""The page on paper and as a file: JSON, XLSX, PDF, printer."""

import json
import re
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtGui import QGuiApplication

from shared.daily_log.exports import pdf, plain, xlsx
from shared.daily_log.sections import sections
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.qt import printing
from tests.daily_log.day import CHIEF, a_day, page, sign
from tests.support.builders import actor, at
from tests.support.paper import into


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
    filled = [section for section in sections(log) if section.rows]
    assert len(filled) < len(sections(log))
    assert book.sheetnames == [section.title for section in filled]
    for sheet, section in zip(book.worksheets, filled, strict=True):
        assert tuple(cell.value for cell in sheet[1]) == section.columns
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == len(section.rows) + 1
    texts = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in texts)
    risky = [cell for cell in texts if str(cell.value).startswith("=")]
    assert [(cell.value, cell.quotePrefix) for cell in risky] == [("=HYPERLINK() 用户 138******00 误会了我", True)]


def test_xlsx_prints_on_lying_paper_one_page_wide_and_its_days_are_days(store: Store) -> None:
    a_day(store)
    book = load_workbook(BytesIO(xlsx.as_xlsx(page(store, CHIEF))))
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert not sheet.page_setup.fitToHeight
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref == sheet.dimensions
    tickets = book["在办首问工单"]
    limits = list(tickets[column_of(tickets, "最迟答复日")][1:])
    assert [cell.value.date() for cell in limits] == [ticket.limit for ticket in page(store, CHIEF).inquiries]
    assert {cell.number_format for cell in limits} == {'yyyy"年"m"月"d"日"'}
    flagged = book["待复核5P卡"]
    assert [cell.value for cell in flagged["A"][1:]] == [datetime(2026, 3, 2, 9, 21)]
    assert [cell.value for cell in book["工作日记"]["A"]][-1] == time(14)


def column_of(sheet: Worksheet, title: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == title)


def test_the_days_pdf_says_characters_and_whole_dates_and_cuts_no_row(
    store: Store, tmp_path: Path, qapp: QGuiApplication
) -> None:
    a_day(store)
    for place in range(40):
        words = f"第{place}条：" + "站长说今年的意见人人都可以写，长长的一页。" * (1 + place % 5) + f"完{place}条"
        diary.write(store, actor("1001"), Entry.GRIEVANCE, words, now=at("14:10") + place * 60_000)
    sign(store)
    pdf.as_pdf(page(store, CHIEF), tmp_path / "log.pdf")
    pages = [text_of(sheet) for sheet in pypdfium2.PdfDocument(tmp_path / "log.pdf")]
    whole = "".join(pages)
    for word in ("当日日志", "2026年3月2日", "站长", "意见", "长长的一页", "人人"):
        assert word in whole
    assert not re.findall("[\u2e80-\u2fdf]", whole)
    for place in range(40):
        begun, ended = (
            [n for n, text in enumerate(pages) if word in text] for word in (f"第{place}条", f"完{place}条")
        )
        assert begun == ended
        assert len(begun) == 1
    assert all("工作日记" in text for text in pages if "第7条" in text or "第30条" in text)  # the table's own heading


def text_of(sheet: pypdfium2.PdfPage) -> str:
    return "".join(sheet.get_textpage().get_text_range().split())


def test_the_page_has_every_table_and_nothing_on_it_is_a_code(store: Store) -> None:
    a_day(store)
    sign(store)
    cards.award(store, "1003", P.POSITIVE, now=at("16:50"))  # late
    log = page(store, CHIEF)
    shown = pdf.as_html(log).partition("</style>")[2]
    assert [section.title for section in sections(log) if section.rows and section.title not in shown] == []
    assert re.findall(r">\s*([a-z_]+)\s*<", shown) == []


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
    printer = into(tmp_path / "printed.pdf")
    printer.setPageLayout(printing.layout())
    assert pdf.print_on(page(store), printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
