"""Writes workbooks with openpyxl; `workbook` loads it when the first one is asked for."""

from collections.abc import Iterable
from datetime import date, datetime, time
from fractions import Fraction
from io import BytesIO
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shared.documents.sheet import TWO_DECIMALS, Sheet, Value
from shared.domain.text import Text

_HEAD = PatternFill("solid", start_color="F6E3D3")
_NARROW, _WIDE = 8, 60
_DAY = Text('yyyy"年"m"月"d"日"', "d mmm yyyy")


def written(sheets: Iterable[Sheet]) -> bytes:
    """The file's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        sheet = book.create_sheet(each.title)
        _fill(sheet, each)
        _set_paper(sheet, each.header)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, wanted: Sheet) -> None:
    table = (wanted.columns, *wanted.rows)
    for place, row in enumerate(table, start=1):
        for column, value in enumerate(row, start=1):
            cell = _write(sheet, place, column, value, (wanted.formats or {}).get(column - 1))
            if place == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
            elif place - 2 in wanted.struck:
                cell.font = Font(strike=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, values in enumerate(zip(*table, strict=True), start=1):
        width = max(_width(value) for value in values) + 2
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width, _NARROW), _WIDE)


def _set_paper(sheet: Worksheet, title: str) -> None:
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0  # any number of pages in height
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=title.replace("&", "&&")))  # & begins a code there
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P / &N"))


def _write(sheet: Worksheet, place: int, column: int, value: Value, shown: str | None) -> Cell:
    """Write one cell. Texts are marked as such, or the spreadsheet would run those that begin with =, +, - or @."""
    cell = sheet.cell(place, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type, cell.quotePrefix = "s", True
    elif value is not None:
        cell.value = float(value) if isinstance(value, Fraction) else value
        cell.number_format = shown or _format(value)
    return cell


def _format(value: Value) -> str:
    """How Excel is to show a number, a day or a moment."""
    day = str(_DAY)
    if isinstance(value, datetime):
        return f"{day} hh:mm"
    if isinstance(value, date):
        return day
    if isinstance(value, Fraction):
        return TWO_DECIMALS
    return "hh:mm:ss" if isinstance(value, time) else "General"


def _width(value: Value) -> int:
    """How wide the longest line is: a Chinese character takes two places. A number may have separators and decimals."""
    if isinstance(value, datetime):
        return 20
    number = f"{float(value):,.2f}" if isinstance(value, float | Fraction) else f"{value or ''}    "
    text = value if isinstance(value, str) else number
    return max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in text.split("\n"))
