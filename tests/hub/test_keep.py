"""`hub keep`: stamps, ends sessions that hold others up, empties erased values, finds a changed chain."""

import time

import psycopg
import pytest
from click.testing import CliRunner

from shared import registry
from shared.cli.group import commands
from shared.journal.event import PersonalErased
from shared.registry import PRACTICES
from shared.sync import enrolment
from shared.sync.hub import HubOffline, HubRefused
from shared.sync.hub_schema import install, kinds, logins
from shared.sync.hub_schema.erasures import Erasures
from shared.sync.hub_schema.install import HubSetupError
from shared.sync.hub_schema.keep import Keeper
from tests.hub.site import Site, card, sent
from tests.hub.test_privileges import console
from tests.support.patience import SLACK, until

PHONE = b"13840719462"


def test_a_stamp_held_open_delays_no_push_and_is_ended(site: Site) -> None:
    thief, honest = site.device("thief"), site.device("honest")
    first = honest.record()
    with honest.connect() as hub:
        honest.round(hub).greet()
        hub.push([sent(first)])
        with console(thief.enrolled) as held:
            held.execute("SET idle_in_transaction_session_timeout = 0")
            held.execute("BEGIN")
            held.execute("SELECT hub.stamp()")
            started = time.monotonic()
            assert hub.push([sent(first), sent(honest.record())]) == ["duplicate", "stored"]
            assert hub.stamp() == 0
            assert time.monotonic() - started < 1 + SLACK
            site.sql("UPDATE hub.setting SET value = '0' WHERE key = 'seconds_in_transaction' RETURNING 1")
            kept = Keeper(site.admin).step()
            assert kept.ended == 1
            until(lambda: Keeper(site.admin).step().seq == 2, "the feed to go on")
            with pytest.raises(psycopg.OperationalError):
                held.execute("SELECT 1")


def test_what_was_erased_is_no_longer_in_the_hubs_file(site: Site) -> None:
    device = site.device("c")
    device.record(card(sentence=f"请勿外传{PHONE.decode()}"), subject="card:1")
    device.sync()
    log = site.server.folder / "data" / "pg_wal"
    ((written,),) = site.sql("SELECT pg_walfile_name(pg_current_wal_insert_lsn())")
    assert PHONE in (log / str(written)).read_bytes()
    before = site.sql("SELECT pg_relation_filepath('hub.companion')")
    device.record(PersonalErased(reason="test"), "card:1", actor="1001")
    device.sync()  # while nobody keeps the hub
    site.sql("SELECT pg_stat_force_next_flush()")
    site.admin.execute("SET ROLE warm_window_owner")

    until(lambda: Erasures(site.admin).clear() == "in_wal", "the table to be written anew by its owner")
    assert site.sql("SELECT pg_relation_filepath('hub.companion')") != before
    assert site.sql("SELECT pg_relation_size('hub.companion')") == [(0,)]
    once = site.sql("SELECT pg_relation_filepath('hub.companion')")
    assert Erasures(site.admin).clear() == "in_wal"
    assert site.sql("SELECT pg_relation_filepath('hub.companion')") == once
    site.admin.execute("RESET ROLE")
    assert Keeper(site.admin).step().erased == "none"
    assert not [file for file in log.iterdir() if file.is_file() and PHONE in file.read_bytes()]


def test_a_changed_chain_is_found_while_it_grows(site: Site) -> None:
    device = site.device("c")
    device.record()
    device.sync()
    keeper = Keeper(site.admin)
    assert keeper.step().chain == "whole"
    device.record()
    device.sync()
    site.admin.execute("ALTER TABLE hub.event DISABLE TRIGGER ALL")
    site.admin.execute("UPDATE hub.event SET subject = 'x' WHERE seq = 2")
    site.admin.execute("ALTER TABLE hub.event ENABLE TRIGGER ALL")
    assert keeper.step().chain == "broken@2"
    said = CliRunner().invoke(commands, ["--lang", "en", "hub", "--url", site.url, "keep", "--every", "0"])
    assert said.exit_code == 1
    assert "chain=broken@2" in said.output


def test_a_device_over_its_quota_is_refused_and_sends_later(site: Site) -> None:
    device = site.device("c")
    device.record()
    site.sql("UPDATE hub.setting SET value = '100' WHERE key = 'bytes_a_day' RETURNING 1")
    with pytest.raises(HubRefused, match="quota"):
        device.sync()
    site.sql("UPDATE hub.setting SET value = '100000' WHERE key = 'bytes_a_day' RETURNING 1")
    device.sync()
    assert site.sql("SELECT count(seq) FROM hub.event") == [(1,)]


def test_how_much_was_sent_is_forgotten_after_a_month(site: Site) -> None:
    login, today = site.enroll("c").login, "(clock_timestamp() AT TIME ZONE 'UTC')::date"
    for days in (0, 30, 31):
        site.admin.execute(f"INSERT INTO hub.traffic VALUES (%s, {today} - %s, 1)", (login, days))
    Keeper(site.admin).step()
    assert site.sql(f"SELECT {today} - day FROM hub.traffic ORDER BY 1") == [(0,), (30,)]


def test_the_stations_of_a_device_are_limited(site: Site) -> None:
    site.sql("UPDATE hub.setting SET value = '2' WHERE key = 'stations_a_device' RETURNING 1")
    with site.device("c").connect() as hub:
        for number in range(3):
            said: dict[str, object] = {
                "station": f"s{number}",
                "stations": [{"station": f"s{number}", "acked": 0, "held": 0}],
            }
            if number < 2:
                hub.hello(said)
            else:
                with pytest.raises(HubRefused, match="quota"):
                    hub.hello(said)


def test_a_database_that_is_not_utf8_is_refused(site: Site) -> None:
    with psycopg.connect(site.server.database_url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    try:
        with (
            psycopg.connect(site.server.database_url("latin"), autocommit=True) as connection,
            pytest.raises(HubSetupError, match="not_utf8"),
        ):
            install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL)
    finally:
        with psycopg.connect(site.server.database_url("postgres"), autocommit=True) as connection:
            connection.execute("DROP DATABASE latin")


def test_a_dump_restored_by_somebody_else_without_the_logins_works_again(site: Site) -> None:
    """As `pg_restore --no-owner` on a new server: all belongs to whoever restored it, and no login exists."""
    device = site.device("c")
    device.record()
    device.sync()
    for (command,) in site.admin.execute(_AS_RESTORED).fetchall():
        site.admin.execute(str(command))
    site.admin.execute(f'DROP OWNED BY "{device.enrolled.login}"')
    site.admin.execute(f'DROP ROLE "{device.enrolled.login}"')
    with pytest.raises(HubOffline):
        device.sync()
    done = install.init(site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    assert "logins_missing" in done.advice
    device.enrolled = logins.enroll(site.admin, "c", kind="counter", hall="A", again=True)
    enrolment.join(device.store, device.enrolled)
    device.record()
    device.sync()
    assert site.sql("SELECT count(seq), count(DISTINCT station) FROM hub.event") == [(2, 1)]


_AS_RESTORED = """
    SELECT format('ALTER SCHEMA hub OWNER TO %I', current_user)
    UNION ALL SELECT format('ALTER TABLE %s OWNER TO %I', oid::regclass, current_user) FROM pg_class
        WHERE relnamespace = 'hub'::regnamespace AND relkind = 'r'
    UNION ALL SELECT format('ALTER ROUTINE %s OWNER TO %I', oid::regprocedure, current_user) FROM pg_proc
        WHERE pronamespace = 'hub'::regnamespace AND pg_get_userbyid(proowner) <> current_user"""
