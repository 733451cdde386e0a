"""Erased values leave the hub's disk: the table of personal values is written anew, its old WAL segments are deleted.

Which erasures were dealt with is kept in the hub, so that `hub keep` may stop, or run once a minute, and misses none.
PostgreSQL recycles old segments, contents and all, unless `wal_recycle` is off: then a checkpoint deletes them.
"""

from contextlib import suppress
from typing import Literal

import msgspec
from psycopg import errors

from shared.sync.hub_schema.install import Connection

# Where erased values may still be: nowhere; in old WAL segments; in the table, as somebody was using it.
Remains = Literal["none", "in_wal", "in_table"]

_ERASED = "SELECT coalesce(sum(n_tup_del), 0)::text FROM pg_stat_user_tables WHERE relid = 'hub.companion'::regclass"
_DONE = "SELECT coalesce((SELECT value FROM hub.setting WHERE key = %s), '0')"
_SET_DONE = "INSERT INTO hub.setting VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value"
# Asked first: a refusal every two seconds would fill the server's log. The role pg_checkpoint is there from 15 on.
_MAY_DROP = """SELECT current_setting('wal_recycle') = 'off' AND has_function_privilege('pg_switch_wal()', 'EXECUTE')
    AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname IN (current_user, 'pg_checkpoint')
        AND (rolsuper OR rolname = 'pg_checkpoint') AND pg_has_role(oid, 'USAGE'))"""


class Erasures(msgspec.Struct, frozen=True):
    """What was erased in one hub; over an administrator's connection in autocommit."""

    connection: Connection

    def clear(self) -> Remains:
        """Do what is due now; where something may remain. Quick where nothing was erased since."""
        erased = self._text(_ERASED)
        if self._text(_DONE, "erased_table") != erased:
            if not self._rewritten():
                return "in_table"
            self.connection.execute(_SET_DONE, ("erased_table", erased))
        if self._text(_DONE, "erased_wal") != erased:
            if self._text(_MAY_DROP) != "True":
                return "in_wal"
            self.connection.execute("SELECT pg_switch_wal()")
            self.connection.execute("CHECKPOINT")
            self.connection.execute(_SET_DONE, ("erased_wal", erased))
        return "none"

    def _rewritten(self) -> bool:
        """Write the table anew, unless somebody is using it just now."""
        self.connection.execute("SET lock_timeout = '2s'")
        try:
            with suppress(errors.LockNotAvailable):
                self.connection.execute("VACUUM FULL hub.companion")
                return True
            return False
        finally:
            self.connection.execute("RESET lock_timeout")

    def _text(self, query: str, *values: str) -> str:
        row = self.connection.execute(query, values).fetchone()
        return str(row[0]) if row else ""
