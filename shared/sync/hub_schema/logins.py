"""The administration of devices: enrol, revoke, list, and end sessions that last too long.

A login has no rights but its group's functions. Its secret is made here and given away once; the server only ever
sees its SCRAM form. Every enrolment is a login of its own. When it ends (revoked, or enrolled again), its sessions end
and it may not log in any more; a session that could not be ended gets P5001 at every call. The role stays,
so that its name is never given out twice.
"""

import secrets
from contextlib import suppress
from typing import Any

import msgspec
from psycopg import errors, sql
from psycopg.rows import class_row

from shared.sync.enrolment import Enrolment
from shared.sync.hub_schema.install import (
    GROUPS,
    TRUST_STEP,
    Connection,
    HubSetupError,
    installed_version,
    is_superuser,
)

_SESSIONS = 2  # one that syncs, one that asks for a pause
_ROLE_SETTINGS = {
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "5s",
    "idle_session_timeout": "10min",
}  # defaults that a device could change for itself; `end_long_sessions` enforces them
_TEMP_FILES = "256MB"  # only a superuser may set it, and only a superuser change it


class EnrolledDevice(msgspec.Struct, frozen=True):
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


def enroll(
    connection: Connection, name: str, *, kind: str, hall: str, again: bool = False, totals: bool = False
) -> Enrolment:
    """Make a login for a device and what it needs to know. `again`: of a known one; its earlier logins end.

    `totals`: an office device that takes halls' days as totals, not every number.
    """
    if kind not in GROUPS:
        raise HubSetupError("unknown_device_kind", kinds=", ".join(GROUPS))
    known = connection.execute("SELECT login, kind, hall FROM hub.device WHERE name = %s", (name,)).fetchone()
    if known and not again:
        raise HubSetupError("enrolled_already", name=name)
    if again and (not known or known[1:] != (kind, hall)):
        raise HubSetupError("not_enrolled", name=name, kind=kind, hall=hall)
    login, secret = "ww_" + secrets.token_hex(6), secrets.token_urlsafe(24)
    device = str(known[0]) if known else login
    with connection.transaction():
        _make_login(connection, login, kind)
        _set_secret(connection, login, secret)
        if known:
            _end_enrolments(connection, device)
        else:
            connection.execute(
                "INSERT INTO hub.device (login, name, kind, hall) VALUES (%s, %s, %s, %s)", (login, name, kind, hall)
            )
        _note_enrolment(connection, login, device)
        if totals:
            connection.execute("UPDATE hub.device SET totals = true WHERE login = %s", (device,))
        connection.execute("UPDATE hub.device SET enabled = true, alarm = '' WHERE login = %s", (device,))
    return _enrolment(connection, login=login, name=name, kind=kind, hall=hall, secret=secret)


def _note_enrolment(connection: Connection, login: str, device: str) -> None:
    """Record the device of a login. A hub that was not upgraded yet knows one login for each device."""
    if installed_version(connection) >= TRUST_STEP:
        connection.execute("INSERT INTO hub.enrolment (login, device) VALUES (%s, %s)", (login, device))


def _end_enrolments(connection: Connection, device: str) -> None:
    """Shut out every login that this device had: no new session, and open ones end."""
    if installed_version(connection) < TRUST_STEP:
        raise HubSetupError("upgrade_first")
    ended = connection.execute(
        """UPDATE hub.enrolment SET ended_at = coalesce(ended_at, now()) WHERE device = %s
            RETURNING login, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login)""",
        (device,),
    ).fetchall()
    for login, exists in ended:
        if exists:  # not on a server where the hub was restored from a dump
            connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))
            _end_sessions(connection, login)


def _end_sessions(connection: Connection, login: str) -> None:
    """End its sessions where this administrator may; otherwise the hub refuses each of their calls."""
    with suppress(errors.InsufficientPrivilege), connection.transaction():
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (login,))


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
    if is_superuser(connection):
        limit = sql.SQL("ALTER ROLE {} SET temp_file_limit = {}")
        connection.execute(limit.format(role, sql.Literal(_TEMP_FILES)))


def _set_secret(connection: Connection, login: str, secret: str) -> None:
    scram = connection.pgconn.encrypt_password(secret.encode(), login.encode(), b"scram-sha-256").decode()
    connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(scram)))


def _enrolment(connection: Connection, **fields: Any) -> Enrolment:
    info = connection.info
    row = connection.execute("SELECT value FROM hub.setting WHERE key = 'contact'").fetchone()
    contact = str(row[0]) if row else ""
    return Enrolment(host=info.host, port=info.port, database=info.dbname, contact=contact, **fields)


def revoke(connection: Connection, name: str) -> None:
    """End the device's enrolment for good and its sessions at once. Its events stay."""
    with connection.transaction():
        row = connection.execute(
            "UPDATE hub.device SET enabled = false WHERE name = %s RETURNING login", (name,)
        ).fetchone()
        if row is None:
            raise HubSetupError("no_such_device", name=name)
        _end_enrolments(connection, str(row[0]))


def devices(connection: Connection) -> list[EnrolledDevice]:
    """All devices, by hall."""
    with connection.cursor(row_factory=class_row(EnrolledDevice)) as cursor:
        return cursor.execute(_DEVICES).fetchall()


def end_long_sessions(connection: Connection, *, seconds: int = 30, in_transaction: int = 5) -> int:
    """End device sessions that run one transaction for longer, or sit idle in one for `in_transaction`; how many."""
    ended = connection.execute(
        """SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN hub.enrolment n ON n.login = a.usename
            WHERE a.datname = current_database() AND (
                a.xact_start < clock_timestamp() - make_interval(secs => %(seconds)s)
                OR (a.state LIKE 'idle in transaction%%'
                    AND a.state_change < clock_timestamp() - make_interval(secs => %(in_transaction)s))
                OR (a.state = 'idle' AND a.state_change < clock_timestamp() - interval '10 minutes'))""",
        {"seconds": seconds, "in_transaction": in_transaction},
    )
    return ended.rowcount


def stamp(connection: Connection) -> int:
    """Number what has been committed, as a counter does; how many."""
    row = connection.execute("SELECT hub.stamp_now()").fetchone()
    return int(row[0]) if row else 0


def let_in(connection: Connection, name: str) -> int:
    """Release a device's events that were quarantined for their age, and clear its alarm; how many events."""
    with connection.transaction():
        row = connection.execute("UPDATE hub.device SET alarm = '' WHERE name = %s RETURNING login", (name,)).fetchone()
        if row is None:
            raise HubSetupError("no_such_device", name=name)
        return connection.execute(
            """UPDATE hub.event SET status = 'ok', fault = ''
                WHERE status = 'quarantined' AND fault = 'old' AND login = %s""",
            row,
        ).rowcount
