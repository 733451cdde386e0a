"""How many of a hall's days were signed, of those that had something to sign."""

from collections import Counter
from collections.abc import Mapping

from shared.journal.store import Store
from shared.practice.assessment.rules.year import Ratio

_DAYS = """SELECT * FROM (SELECT DISTINCT hall, day FROM number WHERE day BETWEEN :first AND :last)
    UNION SELECT hall, day FROM day_told WHERE day BETWEEN :first AND :last
    UNION SELECT hall, day FROM day_signed WHERE day BETWEEN :first AND :last
    UNION SELECT hall, date((opened_at + 28800000) / 1000, 'unixepoch') FROM inquiry
        WHERE date((opened_at + 28800000) / 1000, 'unixepoch') BETWEEN :first AND :last"""
_SIGNED = "SELECT DISTINCT hall, day FROM day_signed WHERE day BETWEEN :first AND :last"


def signed_days(store: Store, year: int) -> Mapping[str, Ratio]:
    """By hall; a hall with nothing to sign in the year is missing."""
    days = {"first": f"{year}-01-01", "last": f"{year}-12-31"}
    open_days = store.db.execute_sql(_DAYS, days).fetchall()
    signed = set(store.db.execute_sql(_SIGNED, days).fetchall())
    of, done = Counter(hall for hall, _ in open_days), Counter(hall for hall, day in open_days if (hall, day) in signed)
    return {hall: Ratio(done[hall], of[hall]) for hall in sorted(of)}
