"""`hub init`: make or upgrade the hub in an existing PostgreSQL 14-18, as somebody who may create roles.

Numbered steps are frozen and only add. The functions (`functions.sql`, then the `hub.sql` of each practice), the
privileges and the kind rules are installed again each time. All in one transaction under one lock: two administrators
at once, or a crash in the middle, leave no half-made hub.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import psycopg
from msgspec.structs import fields
from psycopg import sql
from psycopg.types.json import Jsonb

from shared.sync.hub_schema.kinds import KindRule

SQL = Path(__file__).parent
OWNER = "warm_window_owner"
GROUPS = {kind: f"warm_window_{kind}" for kind in ("kiosk", "counter", "office")}
_LOCK = 5_550_123
TRUST_STEP = 6  # the step since which events are checked as they come
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


class Installed(msgspec.Struct, frozen=True):
    """What `init` did: the step the hub is at, how many events a new rule released, what is left to do.

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
        before, version = _apply_steps(connection)
        rules = tuple(rules)
        begins = ", ".join(f"'{rule.kind}'" for rule in rules if rule.begins) or "''"
        _index_beginnings(connection, begins)
        _install_functions(connection, practices, begins)
        if before < TRUST_STEP:
            _mark_unreadable(connection)
        released = _set_rules(connection, rules)
        if contact:
            connection.execute("UPDATE hub.setting SET value = %s WHERE key = 'contact'", (contact,))
        connection.execute("RESET ROLE")
        _end_revoked(connection)
        advice = _revoke_from_public(connection, whole_server=whole_server)
        advice += _missing_logins(connection) + _recycled_wal(connection)
    return Installed(version, released, _capacity(connection), advice)


def _make_roles(connection: Connection) -> None:
    if connection.info.server_version < 140000:
        raise HubSetupError("postgres_too_old")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise HubSetupError("not_utf8", encoding=encoding)
    for role in (OWNER, *GROUPS.values()):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS hub AUTHORIZATION {}").format(sql.Identifier(OWNER)))
    _take_ownership(connection)
    _grant_locks(connection)


def _take_ownership(connection: Connection) -> None:
    """Objects of a restored dump belong to whoever restored it; give them to the owner again."""
    found = connection.execute(_FOREIGN, {"owner": OWNER}).fetchall()
    for (command,) in found:
        connection.execute(command)


# Functions too: the owner could not replace those of another role.
_FOREIGN = """
    SELECT format('ALTER SCHEMA hub OWNER TO %%I', %(owner)s::text) FROM pg_namespace
        WHERE nspname = 'hub' AND nspowner <> %(owner)s::text::regrole
    UNION ALL SELECT format('ALTER TABLE %%s OWNER TO %%I', oid::regclass, %(owner)s::text) FROM pg_class
        WHERE relnamespace = to_regnamespace('hub') AND relkind = 'r' AND relowner <> %(owner)s::text::regrole
    UNION ALL SELECT format('ALTER ROUTINE %%s OWNER TO %%I', oid::regprocedure, %(owner)s::text) FROM pg_proc
        WHERE pronamespace = to_regnamespace('hub') AND proowner <> %(owner)s::text::regrole"""


def _grant_locks(connection: Connection) -> None:
    """The owner's functions need the lock function that `_revoke_from_public` takes from everyone."""
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


def _apply_steps(connection: Connection) -> tuple[int, int]:
    """Apply the missing steps as the owner; returns the step before and the newest.

    Raises `HubSetupError` where a newer version has applied more.
    """
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
    return done, newest


def _index_beginnings(connection: Connection, begins: str) -> None:
    """Make the index by which a subject's first event is found; anew where other kinds begin one than before."""
    made = connection.execute("SELECT value FROM hub.setting WHERE key = 'begins'").fetchone()
    if made is None or made[0] != begins:
        connection.execute("DROP INDEX IF EXISTS hub.event_begins")
        connection.execute(f"CREATE INDEX event_begins ON hub.event (subject) WHERE kind IN ({begins})")
        connection.execute(
            "INSERT INTO hub.setting VALUES ('begins', %s) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value",
            (begins,),
        )


def _install_functions(connection: Connection, practices: Iterable[Path], begins: str) -> None:
    for file in (SQL / "functions.sql", *practices, SQL / "privileges.sql"):
        connection.execute(file.read_text(encoding="utf-8").replace(":begins", begins))


def installed_version(connection: Connection) -> int:
    """The step a hub is at; 0 where there is none yet."""
    row = connection.execute("SELECT to_regclass('hub.setting') IS NOT NULL").fetchone()
    if not row or not row[0]:
        return 0
    row = connection.execute("SELECT value FROM hub.setting WHERE key = 'version'").fetchone()
    return int(row[0]) if row else 0


def _run(connection: Connection, file: Path) -> None:
    connection.execute(file.read_text(encoding="utf-8"))


def _set_rules(connection: Connection, rules: Iterable[KindRule]) -> int:
    """Write the kind rules and release the events that were quarantined for want of one; how many."""
    columns = [one.name for one in fields(KindRule)]
    change = sql.SQL("INSERT INTO hub.kind_rule ({}) VALUES ({}) ON CONFLICT (kind) DO UPDATE SET {}").format(
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(sql.Placeholder() * len(columns)),
        sql.SQL(", ").join(sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in columns[1:]),
    )
    with connection.cursor() as cursor:
        cursor.executemany(change, [[_as_column(getattr(rule, name)) for name in columns] for rule in rules])
    return connection.execute(_RELEASE).rowcount


_RELEASE = """UPDATE hub.event e SET status = 'ok', fault = '' FROM hub.device d, hub.kind_rule r
    WHERE e.status = 'quarantined' AND e.fault IN ('', 'kind') AND d.login = e.login AND r.kind = e.kind
      AND '' = hub.fault_of(d, r, d.kind <> 'office' AND r.about = 'begun_here' AND hub.begun_elsewhere(d, e.subject),
        coalesce(e.said_hall, e.hall), e.kind, e.subject, e.actor, e.n, e.ts, e.occurred_at, e.body, NULL)"""


def _as_column(value: object) -> object:
    if isinstance(value, Mapping):
        return Jsonb(value)
    return list(value) if isinstance(value, tuple) else value


def _mark_unreadable(connection: Connection) -> None:
    """Events that an older hub took and no device can read stay in the chain, but are served to nobody any more."""
    connection.execute(
        """UPDATE hub.event SET fault = CASE WHEN hub.hostile(body) THEN 'hostile' ELSE 'bad_time' END
            WHERE fault = '' AND (hub.hostile(body) OR NOT (hub.plausible(ts) AND hub.plausible(occurred_at)))"""
    )


def _revoke_from_public(connection: Connection, *, whole_server: bool) -> tuple[str, ...]:
    """Revoke the rights that PUBLIC has by default in this database; returns what is still open, as advice."""
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


def _end_revoked(connection: Connection) -> None:
    """Logins that an older version revoked could still log in: end them."""
    revoked = connection.execute(
        """SELECT login FROM hub.enrolment JOIN pg_roles r ON r.rolname = login AND r.rolcanlogin
            WHERE ended_at IS NOT NULL"""
    )
    for (login,) in revoked.fetchall():
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))


def _missing_logins(connection: Connection) -> tuple[str, ...]:
    """After a restore on a new server: devices whose logins it does not have."""
    row = connection.execute(
        """SELECT 1 FROM hub.enrolment n JOIN hub.device d ON d.login = n.device AND d.enabled
            WHERE n.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = n.login) LIMIT 1"""
    ).fetchone()
    return ("logins_missing",) if row else ()


def _recycled_wal(connection: Connection) -> tuple[str, ...]:
    """Advice where WAL segments are recycled: they keep erased values until they are overwritten."""
    row = connection.execute("SELECT current_setting('wal_recycle')::bool").fetchone()
    return ("wal_recycled",) if row and row[0] else ()


def _capacity(connection: Connection) -> int:
    row = connection.execute("SELECT current_setting('max_connections')::int").fetchone()
    return int(row[0]) if row else 0
