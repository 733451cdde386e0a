"""The table of an Excel workbook as the text of a CSV file: its first sheet, each cell as Excel shows it."""

import csv
import io
import re
import warnings
import zlib
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 200_000_000  # unpacked: a small file can hold a sheet that fills the memory
_ZEROS = re.compile(r"0+")
_LITERAL = re.compile(r'"[^"]*"|\[[^]]*\]')  # words and colours within a number format
_SPOILT = (
    *(BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, OSError, SyntaxError, ArithmeticError, EOFError, zlib.error),
)
"""What zipfile and openpyxl raise for parts that are missing or spoilt."""
Cells = list[list[str]]


class UnreadableWorkbook(Exception):
    """The file is no workbook that can be opened: spoilt, protected by a password, or too large."""


def as_csv(content: bytes) -> str:
    """The first visible sheet that holds anything; a row keeps its number. Raises `UnreadableWorkbook`."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_BYTES:
                raise UnreadableWorkbook
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: colours, lists to choose from
            book = load_workbook(io.BytesIO(content), data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        tables = [_cells(sheet) for sheet in sheets]
    except _SPOILT as error:
        raise UnreadableWorkbook from error
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(next((rows for rows in tables if any(map(any, rows))), []))
    return text.getvalue()


def _cells(sheet: Worksheet) -> Cells:
    rows = [[_shown(cell.value, str(cell.number_format)) for cell in row] for row in sheet.iter_rows()]
    for merged in sheet.merged_cells.ranges:
        _repeat(rows, merged.min_row - sheet.min_row, merged.max_row - sheet.min_row, merged, sheet)
    return [[]] * (sheet.min_row - 1) + rows


def _repeat(rows: Cells, first: int, last: int, merged: Any, sheet: Worksheet) -> None:
    """Write the word or day of cells merged downwards into each of them; a number once: it may be a sum of all."""
    column = merged.min_col - sheet.min_column
    if merged.min_col == merged.max_col and not isinstance(
        sheet.cell(merged.min_row, merged.min_col).value, int | float
    ):
        for row in range(first + 1, last + 1):
            rows[row][column] = rows[first][column]


def _shown(value: object, shape: str) -> str:
    """A cell as Excel shows it: `shape` is its number format."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _moment(value, _LITERAL.sub("", shape).lower())
    if isinstance(value, date | time | bool):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, shape)
    return " ".join(str(value).split())


def _moment(value: datetime, shape: str) -> str:
    """Excel makes a day of a month that somebody types, and shows only the month."""
    if "y" in shape and "d" not in shape:
        return f"{value:%Y-%m}"
    return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"


def _number(value: int | float, shape: str) -> str:
    if "%" in shape:
        return f"{value * 100:.12g}%"
    plain = str(int(value)) if value == int(value) else f"{value:.15g}"
    return plain.zfill(len(shape)) if _ZEROS.fullmatch(shape) else plain
