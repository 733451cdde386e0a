"""`hub keep`: the recurring maintenance of a hub. A small site works without it.

It numbers events (devices do so too), ends device sessions that hold others up, rewrites the table of personal values
after erasures, follows the chain as it grows, and counts what an administrator should know.
"""

import hashlib
import time

import msgspec

from shared.sync.hub_schema import logins
from shared.sync.hub_schema.erasures import Erasures, Remains
from shared.sync.hub_schema.install import Connection
from shared.sync.hub_schema.verify import FEED

_REPORT_SECONDS = 60.0
_CHECKED_AT_ONCE = 2000
_SETTING = "SELECT value::int FROM hub.setting WHERE key = %s"
_COUNTS = """SELECT (SELECT seq FROM hub.feed_head), pg_database_size(current_database()) / 1000000,
    (SELECT count(*) FROM hub.event WHERE status = 'quarantined'),
    (SELECT count(*) FROM hub.traffic WHERE day = (clock_timestamp() AT TIME ZONE 'UTC')::date
        AND bytes > 0.9 * (SELECT value::bigint FROM hub.setting WHERE key = 'bytes_a_day'))"""
_DELETE_OLD_TRAFFIC = "DELETE FROM hub.traffic WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date - 30"


class KeeperStatus(msgspec.Struct, frozen=True):
    """What one step did and saw, for the status line. `chain`: "whole", or "broken@" with the first bad number.

    `over_quota`: devices that sent more than nine tenths of what they may on this day. `erased`: where erased personal
    values may still be read on the server's disk. `noteworthy`: to be printed: something happened, or a minute passed.
    """

    seq: int
    stamped: int
    ended: int
    chain: str
    size_mb: int
    quarantined: int
    over_quota: int
    erased: Remains
    noteworthy: bool


class Keeper:
    """Maintains one hub over an administrator's connection in autocommit; call `step` every few seconds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._checked, self._chain, self._broken = 0, b"", 0
        self._erasures = Erasures(connection)
        self._reported_at = float("-inf")

    def step(self) -> KeeperStatus:
        """Do what is due now."""
        ended = logins.end_long_sessions(
            self._connection,
            seconds=self._setting("seconds_running"),
            in_transaction=self._setting("seconds_in_transaction"),
        )
        stamped = logins.stamp(self._connection)
        remains = self._erasures.clear()
        self._follow_chain()
        self._connection.execute(_DELETE_OLD_TRAFFIC)
        row = self._connection.execute(_COUNTS).fetchone()
        assert row is not None  # an aggregate always gives one row
        seq, size, quarantined, over = (int(value) for value in row)
        chain = f"broken@{self._broken}" if self._broken else "whole"
        noteworthy = bool(ended or self._broken or time.monotonic() - self._reported_at >= _REPORT_SECONDS)
        if noteworthy:
            self._reported_at = time.monotonic()
        return KeeperStatus(seq, stamped, ended, chain, size, quarantined, over, remains, noteworthy=noteworthy)

    def _follow_chain(self) -> None:
        """Recompute the chain from where it was last checked, outside the database."""
        if self._broken:
            return
        rows = self._connection.execute(f"{FEED} AND seq > %s ORDER BY seq LIMIT %s", (self._checked, _CHECKED_AT_ONCE))
        for seq, kept, text in rows.fetchall():
            self._chain = hashlib.sha256(self._chain + text.encode()).digest()
            self._checked += 1
            if seq != self._checked or kept != self._chain:
                self._broken = self._checked
                return

    def _setting(self, key: str) -> int:
        row = self._connection.execute(_SETTING, (key,)).fetchone()
        return int(row[0]) if row else 0
