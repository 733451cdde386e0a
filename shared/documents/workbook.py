"""Workbooks: one table a sheet, numbers as numbers, days as days, texts never taken for formulas.

Headings are frozen and repeated on paper, each table has a filter and is as wide as an A4 page in landscape.
"""

from collections.abc import Iterable

from shared.documents.sheet import MONEY, PERCENT, TWO_DECIMALS, Sheet, Value

__all__ = ["MONEY", "PERCENT", "TWO_DECIMALS", "Sheet", "Value", "workbook"]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The file's bytes; there must be a sheet at least."""
    from shared.documents import xlsx  # late: 20 MB that few need

    return xlsx.written(sheets)
