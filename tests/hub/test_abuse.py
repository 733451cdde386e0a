"""Misuse of the functions that a device's login may call: nobody is held up, flooded or read."""

import json
import socket
from typing import Any

import msgspec
import psycopg
import pytest

from shared.journal import seal
from shared.practice.pauses.facts import Decision, PauseStarted, Reason
from shared.sync import unreadable_events
from shared.sync.hub import HubRefused
from shared.sync.hub_schema import logins
from tests.hub.site import Site, sent
from tests.hub.test_pauses import claim
from tests.hub.test_privileges import console
from tests.hub.test_trust import company
from tests.support import patience


@pytest.mark.parametrize("field", ["hall", "station"])
def test_a_name_of_megabytes_reached_every_device(site: Site, field: str) -> None:
    thief, other = site.device("c"), site.device("o")
    changes: dict[str, Any] = {field: "x" * 200_000}
    with thief.connect() as hub:
        thief.round(hub).greet()
        hub.push([sent(thief.record(), **changes)])
    honest = other.record()
    other.sync()
    assert other.ids() == {honest.id}
    assert site.faults() == {"hostile": 1}


@pytest.mark.parametrize("field", ["hall", "station"])
def test_a_name_of_megabytes_from_an_older_hub_is_skipped(site: Site, field: str) -> None:
    thief, other = site.device("c"), site.device("o")
    changes: dict[str, Any] = {field: "x" * 200_000}
    with thief.connect() as hub:
        thief.round(hub).greet()
        hub.push([sent(thief.record(), **changes)])
    site.sql("UPDATE hub.event SET status = 'ok', fault = '' RETURNING 1")
    other.sync()
    assert other.ids() == set()
    assert [one.reason for one in unreadable_events.skipped(other.store).first] == ["ValueError: too_long"]


@pytest.mark.parametrize("when", ["ts = -1", "occurred_at = 4102444800001"])
def test_a_moment_that_no_device_can_show_is_skipped(site: Site, when: str) -> None:
    """From a hub that did not look at them yet."""
    thief, other = site.device("c"), site.device("o")
    thief.record()
    thief.sync()
    site.admin.execute("SET session_replication_role = replica")
    site.admin.execute(f"UPDATE hub.event SET {when}")
    other.sync()
    assert [one.reason for one in unreadable_events.skipped(other.store).first] == ["ValueError: bad_time"]


def test_a_kiosk_found_out_why_somebody_paused_by_trying_each_reason(site: Site) -> None:
    """By the link of the event, or by the chain of the feed before and at it."""
    kiosk, counter = site.device("k", "kiosk"), site.device("c")
    decision = Decision(
        policy_version=1, limit=5, inclusive=False, per_day=2, own_today=1, colleagues_paused=0, other_windows=3
    )
    pause = PauseStarted(staff="1001", window="1", post="cashier", seconds=300, decision=decision, reason=Reason.UNWELL)
    whole = counter.record(pause, "pause:1", actor="1001")
    counter.sync()
    kiosk.sync()
    with kiosk.connect() as hub:
        assert hub.links([(whole.station, whole.n)]) == [None]
    [(plain,)] = site.sql("SELECT encode(chain, 'hex') FROM hub.event")
    said = kiosk.store.setting("hub_chain")
    assert len(said) == 64
    assert said != plain
    assert kiosk.sync().feed_fits
    with counter.connect() as hub:
        assert hub.links([(whole.station, whole.n)]) == [seal.link(seal.START, msgspec.structs.replace(whole, link=""))]
    assert counter.store.setting("hub_chain") == plain


def test_another_hall_s_pauses_and_calls_were_held_up_by_an_open_transaction(site: Site) -> None:
    _, thief = company(site)
    other = site.device("b", hall="B")
    lapsed = "INSERT INTO hub.number_claim SELECT 'number:b', 0, login, 0 FROM hub.device WHERE name = 'b' RETURNING 1"
    site.sql(lapsed)
    numbers = json.dumps({"numbers": [{"subject": "number:a", "calls": 0}]})
    with console(thief.enrolled) as held, console(other.enrolled) as line:
        held.execute("BEGIN")
        held.execute("SELECT hub.start_pause(%s::json)", (json.dumps(claim("pause:a", "2001").asked),))
        held.execute("SELECT hub.call_number(%s::json)", (numbers,))
        line.execute("SET lock_timeout = '200ms'")
        asked = json.dumps(claim("pause:b", "2001").asked)
        assert line.execute("SELECT hub.start_pause(%s::json)", (asked,)).fetchall() == [("granted",)]
        numbers = json.dumps({"numbers": [{"subject": "number:b", "calls": 0}]})
        assert line.execute("SELECT hub.call_number(%s::json)", (numbers,)).fetchall() == [("number:b",)]


def test_claims_filled_the_disk(site: Site) -> None:
    _, thief = company(site)
    old = """INSERT INTO hub.pause_claim SELECT 'pause:' || g, '1001', 'A', 0, login, {} FROM hub.device,
        generate_series({}, {}) g WHERE name = 'c' RETURNING 1"""
    site.sql(old.format(0, 1, 1500))
    with thief.connect() as hub:
        hub.ask(claim("pause:new", "1001"))
        assert site.sql("SELECT subject FROM hub.pause_claim") == [("pause:new",)]
        for subject, staff in (("x" * 300, "1001"), ("pause:y", "x" * 300)):
            with pytest.raises(HubRefused, match="quota"):
                hub.ask(claim(subject, staff))
        site.sql(old.format("hub.now_ms()", 1, 999))
        with pytest.raises(HubRefused, match="quota"):
            hub.ask(claim("pause:more", "1001"))
    site.sql(
        """INSERT INTO hub.number_claim SELECT 'number:' || g, 0, login, hub.now_ms() FROM hub.device,
            generate_series(1, 1000) g WHERE name = 'c' RETURNING 1"""
    )
    with console(thief.enrolled) as line, pytest.raises(psycopg.Error, match="quota"):
        line.execute("""SELECT hub.call_number('{"numbers": [{"subject": "number:more", "calls": 0}]}')""")


def test_a_session_that_never_reads_what_it_is_told_kept_the_queue_of_notices_full(site: Site) -> None:
    """Its state is "idle" while it waits, in a transaction, for its own client to read."""
    thief = site.device("c")
    with console(thief.enrolled) as deaf, console(thief.enrolled) as loud:
        deaf.execute("LISTEN x")
        pipe = socket.socket(fileno=deaf.fileno())
        pipe.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        pipe.detach()
        waiting = "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event = 'ClientWrite'"

        tell = """DO $$ BEGIN FOR i IN 1..500 LOOP
            EXECUTE format('NOTIFY x, %L', repeat('x', 7000) || i); END LOOP; END $$"""

        def stuck() -> bool:
            loud.execute(tell)
            return bool(site.sql(waiting, deaf.info.backend_pid))

        patience.until(stuck, "the session to wait for its client")
        assert logins.end_long_sessions(site.admin, seconds=0) >= 1
        gone = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"
        patience.until(lambda: not site.sql(gone, deaf.info.backend_pid), "the session to end")
