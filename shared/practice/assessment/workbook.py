"""A workbook of one or more tables: numbers are numbers, texts stay texts whatever they begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font

Value = str | int | Fraction | None
_FORMATS = {Fraction: "0.00", int: "0"}
_WIDEST, _WIDER = 60, 2


@dataclass(frozen=True)
class Page:
    """One table; rows at the places in `struck` are struck out."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    struck: frozenset[int] = frozenset()


def workbook(pages: Sequence[Page]) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.title)
        sheet.append(list(page.heads))
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for place, row in enumerate(page.rows):
            sheet.append([float(value) if isinstance(value, Fraction) else value for value in row])
            for cell, value in zip(sheet[place + 2], row, strict=True):
                _dress(cell, value, struck=place in page.struck)
        sheet.freeze_panes = "A2"
        for column, width in enumerate(_widths(page), start=1):
            sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _dress(cell: "Cell", value: Value, *, struck: bool) -> None:
    if isinstance(value, str):
        cell.data_type, cell.quotePrefix = "s", True
    elif value is not None:
        cell.number_format = _FORMATS[type(value)]
    if struck:
        cell.font = Font(strike=True)


def _widths(page: Page) -> list[int]:
    """So wide that headings and texts can be read; a Chinese character is two wide."""
    return [
        min(_WIDEST, _WIDER + max(_width(row[column]) for row in (page.heads, *page.rows)))
        for column in range(len(page.heads))
    ]


def _width(value: Value) -> int:
    text = f"{float(value):.2f}" if isinstance(value, Fraction) else str(value or "")
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)
