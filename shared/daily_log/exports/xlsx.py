"""The daily log as a workbook: a sheet for each section with rows, texts never taken for formulas.

Each sheet is one table: headings frozen and repeated on paper, a filter, days as days, as wide as a lying A4 page.
"""

from datetime import date, datetime, time
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from shared import workbook_page
from shared.daily_log import words
from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section, sections
from shared.daily_log.words import label
from shared.domain.text import Text, full_day

_DAY = Text('yyyy"年"m"月"d"日"', "d mmm yyyy")


def as_xlsx(log: DailyLog) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for section in sections(log):
        if section.rows:
            sheet = book.create_sheet(section.title)
            _fill(sheet, section)
            workbook_page.lay_out(sheet, f"{label('title')} {log.hall_name} {full_day(log.day)} · {section.title}")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, section: Section) -> None:
    table = (section.columns, *section.rows)
    for place, row in enumerate(table, start=1):
        for column, value in enumerate(row, start=1):
            _write(sheet, place, column, value)


def _write(sheet: Worksheet, place: int, column: int, value: words.Cell) -> Cell:
    """A text stays a text, whatever it begins with: =, +, -, @ would otherwise be run by the spreadsheet."""
    cell = sheet.cell(place, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type, cell.quotePrefix = "s", True
    else:
        cell.value = value
        cell.number_format = _format(value)
    return cell


def _format(value: words.Cell) -> str:
    """How Excel is to show a number, a day or a moment."""
    day = str(_DAY)
    if isinstance(value, datetime):
        return f"{day} hh:mm"
    if isinstance(value, date):
        return day
    return "hh:mm:ss" if isinstance(value, time) else "General"
