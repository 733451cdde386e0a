"""Devices as the administrator sees them: enrol, revoke, list, and end sessions that overstay.

A login has no rights but its group's functions. Its secret is made here and given away once; the server only ever
sees its SCRAM form. Revoking keeps the login: a device must hear in-band that it is revoked (P5001), because a
failed connection looks like a broken line.
"""

import secrets
from dataclasses import dataclass
from typing import Any

from psycopg import sql
from psycopg.rows import class_row

from shared.sync.enrolment import Enrolment
from shared.sync.hub_schema.install import GROUPS, Connection, HubSetupError

_SESSIONS = 2  # one that syncs, one that asks for a pause
_ROLE_SETTINGS = {
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "10s",
    "idle_session_timeout": "10min",
}  # defaults that a device could change for itself; `end_long_sessions` is what binds


@dataclass(frozen=True)
class Device:
    """One enrolled device and how fresh it is; times are epoch ms, `clock_off` is the hub's clock less its own."""

    name: str
    hall: str
    kind: str
    enabled: bool
    station: str | None
    last_seen: int | None
    app: int | None
    backlog: int
    oldest: int
    clock_off: int
    alarm: str
    quarantined: int
    release: str


_DEVICES = """SELECT name, hall, kind, enabled, station, (extract(epoch FROM last_seen) * 1000)::bigint AS last_seen,
        app, backlog, oldest, clock_off, alarm,
        (SELECT count(*) FROM hub.event e WHERE e.login = d.login AND e.status = 'quarantined')
        + (SELECT count(*) FROM hub.aside a WHERE a.login = d.login) AS quarantined, release
    FROM hub.device d ORDER BY hall, name"""


def enroll(connection: Connection, name: str, *, kind: str, hall: str, again: bool = False) -> Enrolment:
    """Make a device's login and what it needs to know. `again`: a new secret for a known one, which ends its alarm."""
    if kind not in GROUPS:
        raise HubSetupError("unknown_device_kind", kinds=", ".join(GROUPS))
    known = connection.execute("SELECT login, kind, hall FROM hub.device WHERE name = %s", (name,)).fetchone()
    if known and not again:
        raise HubSetupError("enrolled_already", name=name)
    if again and (not known or known[1:] != (kind, hall)):
        raise HubSetupError("not_enrolled", name=name, kind=kind, hall=hall)
    login, secret = str(known[0]) if known else "ww_" + secrets.token_hex(6), secrets.token_urlsafe(24)
    with connection.transaction():
        if not known:
            _make_login(connection, login, kind)
            connection.execute(
                "INSERT INTO hub.device (login, name, kind, hall) VALUES (%s, %s, %s, %s)", (login, name, kind, hall)
            )
        _set_secret(connection, login, secret)
        connection.execute("UPDATE hub.device SET enabled = true, alarm = '' WHERE login = %s", (login,))
    return _enrolment(connection, login=login, name=name, kind=kind, hall=hall, secret=secret)


def site_key(connection: Connection) -> str:
    """The key that the site's devices share (hex), made at the first enrolment; no device login can read it."""
    connection.execute(
        "INSERT INTO hub.setting VALUES ('site_key', %s) ON CONFLICT DO NOTHING", (secrets.token_hex(32),)
    )
    row = connection.execute("SELECT value FROM hub.setting WHERE key = 'site_key'").fetchone()
    assert row is not None  # just made
    return str(row[0])


def _make_login(connection: Connection, login: str, kind: str) -> None:
    role = sql.Identifier(login)
    connection.execute(sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT {}").format(role, sql.Literal(_SESSIONS)))
    connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(GROUPS[kind]), role))
    database = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, role))
    for setting, value in _ROLE_SETTINGS.items():
        change = sql.SQL("ALTER ROLE {} SET {} = {}")
        connection.execute(change.format(role, sql.Identifier(setting), sql.Literal(value)))


def _set_secret(connection: Connection, login: str, secret: str) -> None:
    scram = connection.pgconn.encrypt_password(secret.encode(), login.encode(), b"scram-sha-256").decode()
    connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(scram)))


def _enrolment(connection: Connection, **fields: Any) -> Enrolment:
    info = connection.info
    row = connection.execute("SELECT value FROM hub.setting WHERE key = 'contact'").fetchone()
    contact = str(row[0]) if row else ""
    return Enrolment(host=info.host, port=info.port, database=info.dbname, contact=contact, **fields)


def revoke(connection: Connection, name: str) -> None:
    """Shut a device out with its next call. Its events stay, and so does its login."""
    row = connection.execute(
        "UPDATE hub.device SET enabled = false WHERE name = %s RETURNING login", (name,)
    ).fetchone()
    if row is None:
        raise HubSetupError("no_such_device", name=name)


def devices(connection: Connection) -> list[Device]:
    """All devices, by hall."""
    with connection.cursor(row_factory=class_row(Device)) as cursor:
        return cursor.execute(_DEVICES).fetchall()


def end_long_sessions(connection: Connection, *, seconds: int = 60) -> int:
    """End device sessions that work on one statement, or hold a transaction open, for longer; how many."""
    ended = connection.execute(
        """SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN hub.device d ON d.login = a.usename
            WHERE a.datname = current_database() AND (
                (a.state <> 'idle' AND a.xact_start < clock_timestamp() - make_interval(secs => %(seconds)s))
                OR (a.state = 'idle' AND a.state_change < clock_timestamp() - make_interval(secs => %(idle)s)))""",
        {"seconds": seconds, "idle": seconds * 10},
    )
    return ended.rowcount
