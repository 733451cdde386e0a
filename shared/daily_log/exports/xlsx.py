"""The daily log as a workbook: a sheet for each section, headings frozen, texts never taken for formulas."""

from io import BytesIO
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section, sections

_HEAD = PatternFill("solid", start_color="F6E3D3")
_NARROW, _WIDE = 8, 60


def as_xlsx(log: DailyLog) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for section in sections(log):
        _fill(book.create_sheet(section.title), section)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, section: Section) -> None:
    table = (section.columns, *section.rows)
    for place, row in enumerate(table, start=1):
        for column, value in enumerate(row, start=1):
            cell = _write(sheet, place, column, value)
            if place == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, values in enumerate(zip(*table, strict=True), start=1):
        width = max(_width(str(value)) for value in values) + 2
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width, _NARROW), _WIDE)


def _write(sheet: Worksheet, place: int, column: int, value: str | int) -> Cell:
    """A text stays a text, whatever it begins with: =, +, -, @ would otherwise be run by the spreadsheet."""
    cell = sheet.cell(place, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.value = value if isinstance(value, int) else ILLEGAL_CHARACTERS_RE.sub("", value)
    if isinstance(value, str):
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def _width(text: str) -> int:
    """How wide the longest line of a text is: a Chinese character takes two places."""
    return max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in text.split("\n"))
