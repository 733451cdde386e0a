"""Every table, every function and every known trick, tried as each kind of device: refused unless it is granted."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors

from shared import registry
from shared.registry import PRACTICES
from shared.sync.enrolment import Enrolment
from shared.sync.hub_schema import install, kinds
from tests.hub.site import Site

KINDS = ("kiosk", "counter", "office")
TABLES = {
    "setting": "key",
    "device": "login",
    "station": "login",
    "kind_rule": "kind",
    "event": "body",
    "companion": "value",
    "aside": "sent",
    "feed_head": "seq",
    "pause_claim": "login",
    "number_claim": "login",
    "enrolment": "ended_at",
    "traffic": "bytes",
    "attachment": "content",
}
"""Every table, and a column of it that somebody might want to change."""
FUNCTIONS = {
    "me": ("SELECT hub.me()", KINDS),
    "hello": ("""SELECT hub.hello('{"v": 1, "station": "s", "stations": []}')""", KINDS),
    "push": ("SELECT hub.push('[]')", KINDS),
    "pull": ("""SELECT hub.pull('{"after": 0, "mine": []}')""", KINDS),
    "stamp": ("SELECT hub.stamp()", ("counter", "office")),
    "start_pause": (
        """SELECT hub.start_pause('{"subject": "p", "staff": "1", "day_start": 0, "day_end": 1, "per_day": 2,
            "at_once": 1, "seconds": 300}')""",
        ("counter", "office"),
    ),
    "call_number": ("""SELECT hub.call_number('{"numbers": [{"subject": "n", "calls": 0}]}')""", ("counter",)),
    "devices": ("SELECT hub.devices()", ("counter", "office")),
    "compare": ("SELECT hub.compare(hub.me(), '{}', true)", ()),
    "again": ("SELECT hub.again('[]')", KINDS),
    "links": ("SELECT hub.links('[]')", KINDS),
    "lacking": ("""SELECT hub.lacking('{"names": []}')""", ("counter", "office")),
    "keep_attachments": ("SELECT hub.keep_attachments('{}')", ("counter", "office")),
    "attachments": ("""SELECT hub.attachments('{"names": [], "bytes": 1}')""", KINDS),
    "with_picture": ("SELECT hub.with_picture('{}')", ()),
    "count_traffic": ("SELECT hub.count_traffic(hub.me(), 1)", ()),
    "kept_aside": ("SELECT hub.kept_aside()", ("counter", "office")),
    "let_in": ("""SELECT hub.let_in('{"ids": []}')""", ("counter", "office")),
    "day_details": (
        """SELECT hub.day_details('{"hall": "A", "after": 0, "since": 0, "until": 1}')""",
        ("office",),
    ),
    "to_look_at": ("SELECT hub.to_look_at('{}')", ("counter", "office")),
    "looked": ("""SELECT hub.looked('{"ids": [], "let_in": false}')""", ("counter", "office")),
    "a_time": ("SELECT hub.a_time(1)", ()),
    "setting_of": ("SELECT hub.setting_of('floor')", ()),
    "claim_station": ("SELECT hub.claim_station(hub.me(), 's')", ()),
    "hostile": ("SELECT hub.hostile('{}')", ()),
    "plausible": ("SELECT hub.plausible(1)", ()),
    "within_hall": ("SELECT hub.within_hall(hub.me(), 'hall', 'k', 's', '{}')", ()),
    "flat": ("SELECT hub.flat('{}')", ()),
    "all_of_hall": ("SELECT hub.all_of_hall(hub.me(), '{}', '', '{}', 1)", ()),
    "fault_of_kiosk": ("SELECT hub.fault_of_kiosk(hub.me(), NULL, 'A', 's', '', 1, 1, '{}')", ()),
    "fault_of": ("SELECT hub.fault_of(hub.me(), NULL, false, 'A', 'k', 's', '', 1, 1, 1, '{}', NULL)", ()),
    "stamp_now": ("SELECT hub.stamp_now()", ()),
    "lobby": ("SELECT hub.lobby('{}', NULL)", ()),
    "store_batch": ("SELECT hub.store_batch(hub.me(), '[]', false)", ()),
    "store_one": ("SELECT hub.store_one(hub.me(), '{}')", ()),
    "all_continue": ("SELECT hub.all_continue(hub.me(), '[]', false)", ()),
    "link_after": ("SELECT hub.link_after('', NULL, '', '', 1, '', '', '', 1, 1, '{}', 1)", ()),
    "begun_elsewhere": ("SELECT hub.begun_elsewhere(hub.me(), 'card:1')", ()),
    "gives_up_what_counts": ("SELECT hub.gives_up_what_counts(hub.me(), '{}')", ()),
    "holds": ("SELECT hub.holds('{}', '{}')", ()),
    "hall_of": ("SELECT hub.hall_of('1001', 1)", ()),
    "of_hall": ("SELECT hub.of_hall(hub.me(), '1001', 1)", ()),
    "sealed_text": ("SELECT hub.sealed_text(NULL)", ()),
    "without_personal": ("SELECT hub.without_personal('{}')", ()),
    "withdrawn": ("SELECT hub.withdrawn('p')", ()),
    "too_short": ("SELECT hub.too_short('p')", ()),
    "whole": ("SELECT hub.whole('1')", ()),
    "chain_for": ("SELECT hub.chain_for(hub.me(), NULL)", ()),
    "now_ms": ("SELECT hub.now_ms()", ()),
    "refuse": ("SELECT hub.refuse()", ()),
}
TRICKS = (
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_advisory_xact_lock(1)",
    "SELECT pg_try_advisory_lock(1, 2)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_unlink(1)",
    "SELECT lo_import('/etc/hostname')",
    "SELECT loread(0, 1)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT pg_advisory_lock_shared(1)",
    "SELECT pg_sleep(1)",
    "SELECT pg_sleep_for('1 s')",
    "SELECT pg_sleep_until(now() + interval '1 s')",
    "SELECT pg_logical_emit_message(false, 'a', 'b')",
    "SELECT pg_export_snapshot()",
    "SELECT pg_notify('a', 'b')",
    "CREATE TEMP TABLE x (a int)",
    "CREATE TABLE public.x (a int)",
    "CREATE TABLE hub.x (a int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION hub.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION hub.me() RETURNS hub.device LANGUAGE sql AS 'SELECT NULL'",
    "SET ROLE warm_window_owner",
    "SET SESSION AUTHORIZATION postgres",
    "CREATE ROLE other",
    "GRANT warm_window_office TO CURRENT_USER",
    "ALTER TABLE hub.event DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "COPY hub.event TO STDOUT",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "DROP SCHEMA hub CASCADE",
    "DO $$ BEGIN LOCK TABLE hub.event; END $$",
    "SELECT rolpassword FROM pg_authid",
)


Session = tuple[str, psycopg.Connection[tuple[object, ...]]]


@pytest.fixture(scope="module", params=KINDS)
def session(lasting_site: Site, request: pytest.FixtureRequest) -> Iterator[Session]:
    """A device's own login, used by somebody who has the secret and a console."""
    with console(lasting_site.enroll(f"x-{request.param}", request.param)) as connection:
        yield request.param, connection


def console(enrolled: Enrolment, **changes: str) -> psycopg.Connection[tuple[object, ...]]:
    connect = {"host": enrolled.host, "port": enrolled.port, "user": enrolled.login, "password": enrolled.secret}
    return psycopg.connect(**{**connect, "dbname": enrolled.database, **changes}, autocommit=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("table", TABLES)
def test_no_login_can_read_or_change_a_table_directly(session: Session, table: str) -> None:
    _, connection = session
    for statement in (
        "SELECT * FROM hub.{}",
        "INSERT INTO hub.{} DEFAULT VALUES",
        "DELETE FROM hub.{}",
        "UPDATE hub.{0} SET {1} = {1}",
        "TRUNCATE hub.{}",
        "DROP TABLE hub.{}",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement.format(table, TABLES[table]))


def test_the_matrix_names_every_table_and_function(site: Site) -> None:
    assert {row[0] for row in site.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'hub'")} == set(TABLES)
    in_hub = "SELECT proname FROM pg_proc WHERE pronamespace = 'hub'::regnamespace"
    assert {row[0] for row in site.sql(in_hub)} == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_only_the_named_functions_answer(session: Session, name: str) -> None:
    kind, connection = session
    call, allowed = FUNCTIONS[name]
    if kind in allowed:
        connection.execute(call)
    else:
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(call)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_works(session: Session, trick: str) -> None:
    _, connection = session
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute(trick)


def test_no_login_may_use_the_schema_public(session: Session) -> None:
    """On PostgreSQL 14 everybody could make tables there."""
    _, connection = session
    assert connection.execute("SELECT has_schema_privilege('public', 'USAGE')").fetchone() == (False,)


def test_a_shadowed_table_deceives_no_function(session: Session) -> None:
    kind, connection = session
    connection.execute("SET search_path = pg_temp, public, hub")
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute("CREATE TEMP VIEW device AS SELECT 1")
    assert connection.execute("SELECT (hub.me()).name").fetchone() == (f"x-{kind}",)


def test_no_more_than_two_sessions(site: Site) -> None:
    enrolled = site.enroll("x")
    with console(enrolled), console(enrolled), pytest.raises(psycopg.OperationalError, match="too many connections"):
        console(enrolled)


def test_another_hub_on_the_same_server_is_closed(site: Site, lasting_site: Site) -> None:
    enrolled = site.enroll("x")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        console(enrolled, dbname=lasting_site.database)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        console(enrolled, password="guess")


def test_on_a_server_of_its_own_no_other_database_is_open(site: Site) -> None:
    with psycopg.connect(site.url, autocommit=True) as connection:
        install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL, whole_server=True)
    enrolled = site.enroll("x")
    for database in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            console(enrolled, dbname=database)


def test_even_the_owner_cannot_rewrite_an_event(site: Site) -> None:
    device, kiosk = site.device("c"), site.device("k", "kiosk")
    for one in (device, kiosk):
        one.record(), one.sync()
    assert site.sql("SELECT seq FROM hub.event ORDER BY seq") == [(1,), (None,)]  # a kiosk numbers nothing
    for statement in (
        "UPDATE hub.event SET body = '{}'",
        "UPDATE hub.event SET seq = 7",
        "UPDATE hub.event SET status = 'quarantined' WHERE seq = 1",
        "UPDATE hub.event SET status = 'quarantined' WHERE seq IS NULL",
        "DELETE FROM hub.event",
        "TRUNCATE hub.event CASCADE",
    ):
        with pytest.raises(psycopg.Error, match="append_only"):
            site.admin.execute(statement)
