"""One figure of the played year: what it counts, its value in the journal, whether that is the right one."""

from datetime import date

import msgspec

from shared.demo.year.company import YEAR
from shared.domain.text import Text

FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
MONTHS = tuple(f"{YEAR}-{month:02}" for month in range(1, 13))


class Figure(msgspec.Struct, frozen=True):
    """`found` holds nothing that differs from run to run, as ids do: two runs give the same figures."""

    what: Text
    found: str
    right: bool


def equal(zh: str, en: str, found: int, wanted: int) -> Figure:
    """A count that must be exactly so."""
    return Figure(Text(zh, en), f"{found:,}", found == wanted)
