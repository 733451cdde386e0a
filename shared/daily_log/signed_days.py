"""How many of a hall's days were signed, of those that had something to sign."""

from collections import Counter
from collections.abc import Mapping

from shared.journal.store import Store
from shared.practice.assessment.rules.year import Ratio

_DAYS = """WITH RECURSIVE days (day, starts) AS (
        SELECT :first, CAST(strftime('%s', :first) AS INTEGER) * 1000 - 28800000
        UNION ALL SELECT date(day, '+1 day'), starts + 86400000 FROM days WHERE day < :last)
    SELECT code, day FROM hall, days
    WHERE EXISTS (SELECT 1 FROM number WHERE number.hall = code AND number.day = days.day)
        OR EXISTS (SELECT 1 FROM day_told WHERE day_told.hall = code AND day_told.day = days.day)
        OR EXISTS (SELECT 1 FROM day_signed WHERE day_signed.hall = code AND day_signed.day = days.day)
        OR EXISTS (SELECT 1 FROM inquiry
            WHERE inquiry.hall = code AND opened_at >= starts AND opened_at < starts + 86400000)"""
"""Asked for each hall and day: distinct days of a year would be read from all numbers that there ever were."""
_SIGNED = """SELECT DISTINCT code, day FROM hall
    JOIN day_signed ON day_signed.hall = code AND day BETWEEN :first AND :last"""


def signed_days(store: Store, year: int) -> Mapping[str, Ratio]:
    """By hall; a hall with nothing to sign in the year is missing."""
    days = {"first": f"{year}-01-01", "last": f"{year}-12-31"}
    open_days = store.db.execute_sql(_DAYS, days).fetchall()
    signed = set(store.db.execute_sql(_SIGNED, days).fetchall())
    of, done = Counter(hall for hall, _ in open_days), Counter(hall for hall, day in open_days if (hall, day) in signed)
    return {hall: Ratio(done[hall], of[hall]) for hall in sorted(of)}
