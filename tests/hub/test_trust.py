"""What a stolen device sends, on a real hub: nothing of it counts, no sync stops, and nothing honest is lost."""

from typing import Any

import msgspec
import psycopg
import pytest

from shared.domain.clock import DAY_MS, wall_clock
from shared.domain.roles import Role
from shared.journal import verify as journal
from shared.people.facts import DutySet, HallSet, PinSet, StaffSet
from shared.practice.pauses.facts import Decision, PauseStarted, Reason
from shared.reference.facts import DocumentPublished
from shared.sync import enrolment
from shared.sync.hub import HubOffline, HubRefused
from shared.sync.hub_schema import logins
from tests.hub.site import Device, Site, sent
from tests.hub.test_privileges import console
from tests.support.patience import until

# ---- authority ------------------------------------------------------------------------------------------------------


def roster(number: str, hall: str = "A", role: Role = Role.STAFF, *, active: bool = True) -> StaffSet:
    return StaffSet(
        number=number, name="名", branch="和平", hall=hall, window="1", post="cashier", role=role, active=active
    )


def company(site: Site) -> tuple[Device, Device]:
    """The office has set its own people and both halls'; a counter of hall A knows of it."""
    office, counter = site.device("office", "office"), site.device("c")
    for number, hall, role in (("9001", "*", Role.OFFICE), ("1001", "A", Role.STAFF), ("2001", "B", Role.SUPERVISOR)):
        office.record(roster(number, hall, role), f"staff:{number}", hall=hall)
    office.sync()
    counter.sync()
    return office, counter


BEYOND = {
    "the office's PIN": (PinSet(hash="x"), "staff:9001"),
    "another hall's PIN": (PinSet(hash="x"), "staff:2001"),
    "a PIN for nobody yet": (PinSet(hash="x"), "staff:9999"),
    "oneself to office": (roster("1001", role=Role.OFFICE), "staff:1001"),
    "another hall's supervisor to staff": (roster("2001", "B"), "staff:2001"),
    "somebody of another hall into this one": (roster("2001"), "staff:2001"),
    "the office out": (roster("9001", active=False), "staff:9001"),
    "another hall off duty": (DutySet(on=False), "staff:2001"),
    "another hall's name": (HallSet(code="B", name="x", branch="x"), "hall:B"),
    "a document": (DocumentPublished(name="policy", version=99, body={}), "document:policy"),
}


@pytest.mark.parametrize(("fact", "subject"), BEYOND.values(), ids=BEYOND)
def test_a_counter_s_facts_beyond_its_hall_are_set_aside_with_an_alarm(site: Site, fact: Any, subject: str) -> None:
    office, counter = company(site)
    told = counter.record(fact, subject, actor="1001")
    counter.sync()
    office.sync()
    assert told.id not in office.ids()
    assert site.faults() == {"authority": 1}
    [seen] = [device for device in logins.devices(site.admin) if device.name == "c"]
    assert (seen.alarm, seen.quarantined) == ("exceeded", 1)
    assert logins.let_in(site.admin, "c") == 0  # somebody looked: the alarm ends, what was said does not count
    assert site.faults() == {"authority": 1}


def test_a_counter_keeps_the_roster_of_its_own_hall(site: Site) -> None:
    office, counter = company(site)
    said = [
        counter.record(roster("1002"), "staff:1002"),
        counter.record(PinSet(hash="x"), "staff:1002"),
        counter.record(roster("1001", role=Role.SUPERVISOR), "staff:1001"),
        counter.record(DutySet(on=True), "staff:1001"),
        counter.record(HallSet(code="A", name="甲", branch="和平"), "hall:A"),
    ]
    counter.sync()
    office.sync()
    assert {event.id for event in said} <= office.ids()
    assert site.faults() == {}


@pytest.mark.parametrize("before", [True, False])
def test_an_event_altered_on_its_way_has_another_link_also_where_the_one_before_is_not_said(
    site: Site, before: bool
) -> None:
    counter = site.device("c")
    first, second, third = (counter.record() for _ in range(3))
    altered = msgspec.structs.replace(second, occurred_at=second.occurred_at - 1)
    with counter.connect() as hub:
        counter.round(hub).greet()
        hub.push([sent(first)])
        hub.push([sent(altered, before=first.link if before else "")])
        hub.push([sent(third, before=second.link if before else "")])
    assert site.sql("SELECT n, fault FROM hub.event ORDER BY n") == [(1, ""), (2, "link"), (3, "")]


# ---- kiosks ---------------------------------------------------------------------------------------------------------

CARD = {"staff": "1001", "p": "polite", "giver": "customer", "source": "kiosk", "policy": 1}
FORGED: dict[str, dict[str, Any]] = {
    "an actor": {"actor": "1001"},
    "another hall": {"hall": "B"},
    "a superior's card": {
        "body": {"staff": "1001", "p": "polite", "giver": "superior", "source": "kiosk", "policy": 1}
    },
    "a paper card": {"body": {**CARD, "source": "paper"}},
}


@pytest.mark.parametrize("changes", FORGED.values(), ids=FORGED)
def test_a_kiosk_records_only_cards_of_customers_of_its_hall(site: Site, changes: dict[str, Any]) -> None:
    kiosk, counter = site.device("k", "kiosk"), site.device("c")
    with kiosk.connect() as hub:
        kiosk.round(hub).greet()
        hub.push([sent(kiosk.record(), **changes)])
    counter.sync()
    assert site.faults() == {"forged": 1}
    assert counter.cards() == set()


def test_a_hall_that_a_kiosk_claimed_on_an_older_hub_is_its_own_when_pulled(site: Site) -> None:
    kiosk, counter = site.device("k", "kiosk"), site.device("c")
    with kiosk.connect() as hub:
        kiosk.round(hub).greet()
        hub.push([sent(kiosk.record(), hall="B")])
    site.sql("UPDATE hub.event SET status = 'ok', fault = '' RETURNING 1")  # as a hub of before took it
    counter.sync()
    assert [event.hall for event in counter.store.events()] == ["A"]


def test_what_a_kiosk_brings_after_60_days_waits_until_somebody_of_the_hall_looks(site: Site) -> None:
    kiosk, counter, elsewhere = site.device("k", "kiosk"), site.device("c"), site.device("b", hall="B")
    old, new = kiosk.record(), kiosk.record()
    long_ago = wall_clock() - 61 * DAY_MS
    with kiosk.connect() as hub:
        kiosk.round(hub).greet()
        altered = sent(old, ts=long_ago, occurred_at=long_ago)
        hub.push([altered, sent(new, before=altered.event.link, actor="")])
    counter.sync()
    assert counter.cards() == {new.id}
    asked = msgspec.json.encode({"ids": [old.id]}).decode()
    for device, let in ((elsewhere, 0), (counter, 1)):
        with console(device.enrolled) as line:
            assert len(line.execute("SELECT * FROM hub.kept_aside()").fetchall()) == let
            assert line.execute("SELECT hub.let_in(%s)", (asked,)).fetchall() == [(let,)]
    counter.sync()
    assert counter.cards() == {old.id, new.id}


def test_a_kiosk_learns_neither_the_reason_nor_the_decision_of_a_pause(site: Site) -> None:
    kiosk, counter, colleague = site.device("k", "kiosk"), site.device("c"), site.device("c2")
    decision = Decision(
        policy_version=1, limit=5, inclusive=False, per_day=2, own_today=1, colleagues_paused=0, other_windows=3
    )
    pause = PauseStarted(staff="1001", window="1", post="cashier", seconds=300, decision=decision, reason=Reason.UNWELL)
    counter.record(pause, "pause:1", actor="1001")
    counter.sync()
    for device in (kiosk, colleague):
        device.sync()
    [seen], [whole] = kiosk.store.events(), colleague.store.events()
    assert whole.body["reason"] == "unwell"
    assert set(seen.body) == {"staff", "window", "post", "seconds", "go_to", "decision"}
    assert (seen.actor, seen.body["decision"]["own_today"]) == ("", 0)
    assert kiosk.store.db.execute_sql("SELECT staff, window FROM pause").fetchall() == [("1001", "1")]
    assert journal.journal(kiosk.store).found is None


# ---- revoked --------------------------------------------------------------------------------------------------------


def test_an_open_session_of_an_old_enrolment_is_shut_out_for_ever(site: Site) -> None:
    old = site.enroll("c")
    with console(old) as thief:
        # by an administrator who may not end sessions, so that it stays open
        site.admin.execute("UPDATE hub.enrolment SET ended_at = now()")
        site.admin.execute("INSERT INTO hub.enrolment (login, device) SELECT 'enrolled_again', login FROM hub.device")
        for call in ("SELECT hub.push('[]')", "SELECT hub.stamp()", "SELECT hub.devices()"):
            with pytest.raises(psycopg.Error) as refused:
                thief.execute(call)
            assert refused.value.sqlstate == "P5001"


def test_revoking_ends_the_sessions_and_the_right_to_log_in(site: Site) -> None:
    device = site.device("c")
    with device.connect() as hub:
        device.round(hub).greet()
        logins.revoke(site.admin, "c")
        open_sessions = "SELECT 1 FROM pg_stat_activity WHERE usename = %s"
        until(lambda: not site.sql(open_sessions, device.enrolled.login), "its session to be ended")
        with pytest.raises(HubOffline):
            hub.stamp()
    with pytest.raises(HubRefused, match="revoked"):  # not "offline": the device is to clear what it has
        device.connect()
    again = logins.enroll(site.admin, "c", kind="counter", hall="A", again=True)
    with pytest.raises(HubRefused, match="revoked"):
        device.connect()
    enrolment.join(device.store, again)
    device.enrolled = again
    recorded = device.record()
    assert device.sync().stations[0].mine  # the same device with another login
    assert site.sql("SELECT replace(id::text, '-', '') FROM hub.event") == [(recorded.id,)]
