"""The SQL of `Store` and `Reader` over the journal's own tables; written by hand, as each runs often or over years."""

from shared.domain.clock import DAY_MS
from shared.journal.tables import COLUMNS

HEAD = """SELECT me.value, coalesce(last.n, 0), last.link, coalesce(last.ts, 0),
        (SELECT value FROM meta WHERE key = 'greatest_ts'), (SELECT value FROM meta WHERE key = 'mad_upto'),
        (SELECT value FROM meta WHERE key = 'hub_offset'), (SELECT value FROM meta WHERE key = 'hall'),
        EXISTS (SELECT 1 FROM event WHERE subject = ?), (SELECT value FROM meta WHERE key = 'projections')
    FROM meta me LEFT JOIN event last
        ON last.station = me.value AND last.n = (SELECT max(n) FROM event WHERE station = me.value)
    WHERE me.key = 'station'"""
_STATIONS = """WITH RECURSIVE known (station) AS (
        SELECT min(station) FROM event WHERE hall = :hall AND station > ''
        UNION ALL
        SELECT (SELECT min(station) FROM event WHERE hall = :hall AND station > known.station) FROM known
        WHERE known.station IS NOT NULL)
    """  # one step in an index for each station, however long the history is
HEARD = f"""{_STATIONS} SELECT station,
    (SELECT max(occurred_at) FROM event WHERE hall = :hall AND station = known.station AND occurred_at < :before)
    FROM known WHERE station IS NOT NULL"""
OF_DAY = f"""{_STATIONS} SELECT pos, {COLUMNS} FROM event
    WHERE hall = :hall AND station IN (SELECT station FROM known) AND occurred_at >= :start AND occurred_at < :end
    ORDER BY ts, station, n"""
COUNTED = f"""{_STATIONS} SELECT kind, count(*), max(occurred_at) FROM event
    WHERE hall = :hall AND station IN (SELECT station FROM known) AND occurred_at >= :start
    AND kind IN (SELECT value FROM json_each(:kinds)) GROUP BY kind"""
DAYS = f"""SELECT min(occurred_at) FROM event WHERE hall = ? AND occurred_at < ?
    GROUP BY occurred_at / {DAY_MS} ORDER BY 1 DESC"""
ALL = f"SELECT pos, {COLUMNS} FROM event ORDER BY ts, station, n"
OF_SUBJECT = f"SELECT pos, {COLUMNS} FROM event WHERE subject = ? ORDER BY ts, station, n"
