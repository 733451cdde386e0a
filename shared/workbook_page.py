"""How a sheet of ours looks: headings frozen and repeated on paper, a filter, as wide as a lying A4 page."""

from unicodedata import east_asian_width

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_HEAD = PatternFill("solid", start_color="F6E3D3")
_NARROW, _WIDE = 8, 60


def lay_out(sheet: Worksheet, title: str) -> None:
    """For a sheet whose first row are the headings; `title` stands above each printed page."""
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for place, column in enumerate(sheet.iter_cols(values_only=True), start=1):
        fit(sheet, place, [str(value) for value in column if value is not None])
    set_paper(sheet, title)


def fit(sheet: Worksheet, column: int, texts: list[str]) -> None:
    """Make the column, counted from 1, as wide as the longest of its texts, within limits."""
    width = max(map(_width, texts), default=0) + 2
    sheet.column_dimensions[get_column_letter(column)].width = min(max(width, _NARROW), _WIDE)


def set_paper(sheet: Worksheet, title: str) -> None:
    """A4, lying, as many pages down as it takes, each with the headings and the page's number."""
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=title.replace("&", "&&")))  # & begins a code there
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P / &N"))


def _width(text: str) -> int:
    """How wide the longest line of a text is: a Chinese character takes two places."""
    return max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in text.split("\n"))
