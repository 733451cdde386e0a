"""`hub init`: make or upgrade the hub in an existing PostgreSQL 14-18, as somebody who may create roles.

Numbered steps are frozen and only add. The functions (`functions.sql`, then the `hub.sql` of each practice), the
privileges and the kind rules are laid anew each time. All in one transaction under one lock: two administrators at
once, or a crash in the middle, leave no half hub.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from shared.sync.hub_schema.kinds import KindRule

SQL = Path(__file__).parent
OWNER = "warm_window_owner"
GROUPS = {kind: f"warm_window_{kind}" for kind in ("kiosk", "counter", "office")}
_LOCK = 5_550_123
# What PUBLIC may do by default and a device must not: take locks, store large objects, sleep, notify (each was tried).
_ABUSABLE = (
    r"^pg_(try_)?advisory|^lo_|^(loread|lowrite|pg_sleep|pg_sleep_for|pg_sleep_until|pg_notify"
    r"|pg_logical_emit_message|pg_export_snapshot)$"
)

Connection = psycopg.Connection[tuple[Any, ...]]


class HubSetupError(Exception):
    """The hub cannot be set up like this. `code` is worded by `shared.cli.words`, with the details."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


@dataclass(frozen=True)
class Installed:
    """What `init` did: the step the hub stands at, how many events a new rule set free, what is left to do.

    `advice`: codes for `shared.cli.words`. `connections`: how many the server takes at once.
    """

    version: int
    released: int
    connections: int
    advice: tuple[str, ...]


def init(
    connection: Connection,
    rules: Iterable[KindRule],
    practices: Iterable[Path],
    *,
    contact: str = "",
    whole_server: bool = False,
) -> Installed:
    """Create or upgrade the schema. `practices`: the SQL files with what practices ask of the hub.

    `contact`: whom a revoked device tells its user to call. `whole_server` also closes the database `postgres` to
    everyone without a grant; only for a server of our own.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        _make_roles(connection)
        version = _walk_steps(connection)
        _lay_functions(connection, practices)
        released = _set_rules(connection, rules)
        if contact:
            connection.execute("UPDATE hub.setting SET value = %s WHERE key = 'contact'", (contact,))
        connection.execute("RESET ROLE")
        advice = _close_doors(connection, whole_server=whole_server)
    return Installed(version, released, _capacity(connection), advice)


def _make_roles(connection: Connection) -> None:
    if connection.info.server_version < 140000:
        raise HubSetupError("postgres_too_old")
    for role in (OWNER, *GROUPS.values()):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS hub AUTHORIZATION {}").format(sql.Identifier(OWNER)))
    _grant_locks(connection)


def _grant_locks(connection: Connection) -> None:
    """The owner's functions need the lock that is taken from everyone else; where nobody took it, they have it."""
    if is_superuser(connection):
        connection.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(bigint) TO {}").format(sql.Identifier(OWNER))
        )


def is_superuser(connection: Connection) -> bool:
    """Whether this administrator may change what belongs to the server itself."""
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    return bool(row and row[0])


def steps() -> list[tuple[int, Path]]:
    """The numbered steps, in order."""
    return [(int(file.name[:4]), file) for file in sorted(SQL.glob("*.sql")) if re.match(r"\d{4}_", file.name)]


def _walk_steps(connection: Connection) -> int:
    """Walk the missing steps as the owner; the newest one. Raises `HubSetupError` where a newer version walked more."""
    connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(OWNER)))
    connection.execute("SET LOCAL search_path = hub")
    done = installed_version(connection)
    newest = steps()[-1][0]
    if done > newest:
        raise HubSetupError("hub_from_future", step=done, known=newest)
    for number, file in steps():
        if number > done:
            _run(connection, file)
    connection.execute(
        "INSERT INTO hub.setting VALUES ('version', %s) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value",
        (str(newest),),
    )
    return newest


def _lay_functions(connection: Connection, practices: Iterable[Path]) -> None:
    for file in (SQL / "functions.sql", *practices, SQL / "privileges.sql"):
        _run(connection, file)


def installed_version(connection: Connection) -> int:
    """The step a hub stands at; 0 where there is none yet."""
    row = connection.execute("SELECT to_regclass('hub.setting') IS NOT NULL").fetchone()
    if not row or not row[0]:
        return 0
    row = connection.execute("SELECT value FROM hub.setting WHERE key = 'version'").fetchone()
    return int(row[0]) if row else 0


def _run(connection: Connection, file: Path) -> None:
    connection.execute(file.read_text(encoding="utf-8"))


def _set_rules(connection: Connection, rules: Iterable[KindRule]) -> int:
    """Write the kind rules, and let those events go on that were only waiting for one."""
    for rule in rules:
        connection.execute(
            """INSERT INTO hub.kind_rule VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (kind) DO UPDATE SET
                kiosk = EXCLUDED.kiosk, counter = EXCLUDED.counter, office = EXCLUDED.office,
                kiosk_reads = EXCLUDED.kiosk_reads, everywhere = EXCLUDED.everywhere""",
            (rule.kind, rule.kiosk, rule.counter, rule.office, rule.kiosk_reads, rule.everywhere),
        )
    return connection.execute(
        """UPDATE hub.event e SET status = 'ok' FROM hub.device d, hub.kind_rule r
            WHERE e.status = 'quarantined' AND d.login = e.login AND r.kind = e.kind
              AND CASE d.kind WHEN 'kiosk' THEN r.kiosk WHEN 'counter' THEN r.counter ELSE r.office END"""
    ).rowcount


def _close_doors(connection: Connection, *, whole_server: bool) -> tuple[str, ...]:
    """Take from PUBLIC what it has in this database. Returns what is still open, as advice."""
    database = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(database))
    if not is_superuser(connection):
        return ("needs_superuser",)
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    found = connection.execute(
        """SELECT oid::regprocedure::text FROM pg_proc
            WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ %s""",
        (_ABUSABLE,),
    )
    for (function,) in found.fetchall():
        connection.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    if whole_server:
        connection.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC")
        connection.execute("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC")
        return ()
    return ("postgres_open",)


def _capacity(connection: Connection) -> int:
    row = connection.execute("SELECT current_setting('max_connections')::int").fetchone()
    return int(row[0]) if row else 0
