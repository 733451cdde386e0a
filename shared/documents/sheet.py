"""The description of one table of a workbook."""

from collections.abc import Sequence
from datetime import date, datetime, time
from fractions import Fraction

import msgspec

Value = str | int | float | Fraction | date | datetime | time | None
MONEY, PERCENT, TWO_DECIMALS = "#,##0.00", "0.00%", "0.00"


class Sheet(msgspec.Struct, frozen=True):
    """One table. `title` names the tab, `header` is printed on every page.

    `formats`: how the numbers of a column are shown, by its place. Rows at the places in `struck` are struck out.
    """

    title: str
    header: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    formats: dict[int, str] | None = None
    struck: frozenset[int] = frozenset()
