"""What a thief's device says, on a real hub: nothing of it counts, nobody stops, and nothing honest is lost."""

from typing import Any

import msgspec
import psycopg
import pytest

from shared import registry
from shared.domain.clock import DAY_MS, LATEST, wall_clock
from shared.domain.roles import Role
from shared.journal import verify as journal
from shared.journal.event import Companion, Event
from shared.people.facts import DutySet, HallSet, PinSet, StaffSet
from shared.practice.pauses.facts import Decision, PauseStarted, Reason
from shared.reference.facts import DocumentPublished
from shared.registry import PRACTICES
from shared.sync import enrolment, unread
from shared.sync.courier import Courier, State
from shared.sync.hub import HubOffline, HubRefused
from shared.sync.hub_schema import install, kinds, logins
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Device, Site, sent
from tests.hub.test_privileges import console

FAULTS = "SELECT fault, count(*) FROM hub.event WHERE status = 'quarantined' GROUP BY fault"
YEARS = 20 * 365 * DAY_MS
NESTED: Any = []
for _ in range(3000):
    NESTED = [NESTED]


def raw(text: str) -> Any:
    """A body that no honest program writes, letter by letter."""
    return msgspec.Raw(text.encode())


def push(device: Device, event: Event, body: str = "", personal: str = "null", **changes: object) -> str:
    """Push one bent event with a console, as somebody who has the secret."""
    parcel = {**msgspec.structs.asdict(event), **changes, "body": raw(body) if body else event.body}
    text = msgspec.json.encode([{**parcel, "personal": raw(personal)}]).decode()
    with device.connect() as hub:
        device.round(hub).greet()
    with console(device.enrolled) as line:
        [(answers,)] = line.execute("SELECT hub.push(%s::json)", (text,)).fetchall()
    return str(answers[0])  # type: ignore[index]  # an array of texts


def faults(site: Site) -> dict[object, object]:
    return dict(site.sql(FAULTS))  # type: ignore[arg-type]


# ---- times (a mad clock) --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["ts", "occurred_at"])
@pytest.mark.parametrize("value", [2**63 - 1, 2**53, 0, 946684799999])
def test_an_impossible_time_stops_nobody(site: Site, field: str, value: int) -> None:
    thief, other = site.device("thief"), site.device("other")
    changes: dict[str, Any] = {field: value}
    assert push(thief, thief.record(), **changes) == "stored"
    other.sync()
    mine = other.record()
    assert mine.ts < LATEST
    other.sync()
    assert faults(site) == {"bad_time": 1}
    assert site.sql("SELECT count(*) FROM hub.event WHERE seq IS NOT NULL") == [(1,)]


def test_a_device_that_took_in_an_impossible_time_is_healed(site: Site) -> None:
    device = site.device("a")
    for poison in (2**63 - 1, wall_clock() + YEARS):
        device.store.set_setting("greatest_ts", str(poison))
        device.sync()
        assert device.record().ts < wall_clock() + DAY_MS


def test_a_clock_that_was_years_ahead_is_not_followed_for_years(site: Site) -> None:
    off = [YEARS]
    device = site.device("a", clock=lambda: wall_clock() + off[0])
    device.record()
    off[0] = 0
    device.sync()
    later = device.record()
    device.sync()
    assert faults(site) == {"bad_time": 1}
    assert site.sql("SELECT replace(id::text, '-', '') FROM hub.event WHERE seq IS NOT NULL") == [(later.id,)]


# ---- hostile JSON ---------------------------------------------------------------------------------------------------

HOSTILE = {
    "infinite": '{"x":1e999}',
    "nested": '{"x":' + "[" * 3000 + "]" * 3000 + "}",
    "deep": '{"x":' + "[" * 17 + "]" * 17 + "}",
    "long number": '{"x":' + "9" * 5000 + "}",
    "inexact": '{"x":9007199254740993}',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_json_reaches_nobody(site: Site, body: str) -> None:
    thief, other = site.device("thief"), site.device("other")
    assert push(thief, thief.record(), body) == "stored"
    honest = other.record()
    other.sync()
    site.device("third").sync()
    assert faults(site) == {"hostile": 1}
    assert site.sql("SELECT replace(id::text, '-', '') FROM hub.event WHERE seq IS NOT NULL") == [(honest.id,)]


def poisoned(site: Site) -> tuple[Device, Event]:
    """A hub of before: poison lies in the feed, followed by something honest."""
    thief, honest = site.device("thief"), site.device("honest")
    for body in HOSTILE.values():
        push(thief, thief.record(), body)
    site.sql("UPDATE hub.event SET status = 'ok', fault = '' RETURNING 1")
    mine = honest.record()
    honest.sync()
    return honest, mine


def test_a_device_passes_over_what_it_cannot_read_and_counts_it(site: Site) -> None:
    _, mine = poisoned(site)
    reader = site.device("reader")
    courier = Courier(reader.folder, reader.open)
    courier.step(reader.store)
    assert (courier.status.state, courier.status.unread) == (State.SENT, 3)
    assert mine.id in reader.ids()
    passed = unread.passed(reader.store)
    assert [one.kind for one in passed.first] == ["card_awarded"] * 3
    reader.store.set_setting("hub_cursor", "0")  # the feed is read again
    reader.sync()
    assert unread.passed(reader.store).count == 3


def test_an_upgrade_takes_old_poison_out_of_the_feed_and_keeps_the_chain(site: Site) -> None:
    poisoned(site)
    site.admin.execute("UPDATE hub.setting SET value = '5' WHERE key = 'version'")
    install.init(site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    reader = site.device("reader")
    reader.sync()
    assert unread.passed(reader.store).count == 0
    assert verify(site.admin).faults == tuple(fault for fault in verify(site.admin).faults if "was changed" in fault)


def test_verify_survives_a_list_of_losses_that_is_a_number(site: Site) -> None:
    kiosk, honest = site.device("k", "kiosk"), site.device("c")
    bad = kiosk.record()
    push(
        kiosk, bad, '{"gaps": 7, "former": [], "upto": "x"}', kind="station_replaced", subject=f"station:{bad.station}"
    )
    honest.record()
    honest.sync()
    assert {fault.split(":")[0] for fault in verify(site.admin).faults} <= {f"station {bad.station}"}


def test_a_companion_of_37_mb_is_not_kept(site: Site) -> None:
    thief, other = site.device("thief"), site.device("other")
    event = thief.record()
    big = Companion(event_id=event.id, field="sentence", salt="5", value="x" * 37_000_000)
    with thief.connect() as hub:
        thief.round(hub).greet()
        hub.push([sent(event, big)])
    other.sync()
    assert faults(site) == {"personal_too_big": 1}
    assert site.sql("SELECT count(*) FROM hub.companion") == [(0,)]


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
def test_a_counter_says_nothing_beyond_its_hall_and_is_seen_trying(site: Site, fact: Any, subject: str) -> None:
    office, counter = company(site)
    told = counter.record(fact, subject, actor="1001")
    counter.sync()
    office.sync()
    assert told.id not in office.ids()
    assert faults(site) == {"authority": 1}
    [seen] = [device for device in logins.devices(site.admin) if device.name == "c"]
    assert (seen.alarm, seen.quarantined) == ("exceeded", 1)
    assert logins.let_in(site.admin, "c") == 0  # somebody looked: the alarm ends, what was said does not count
    assert faults(site) == {"authority": 1}


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
    assert faults(site) == {}


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
def test_a_kiosk_speaks_for_nobody_but_a_customer_of_its_hall(site: Site, changes: dict[str, Any]) -> None:
    kiosk, counter = site.device("k", "kiosk"), site.device("c")
    with kiosk.connect() as hub:
        kiosk.round(hub).greet()
        hub.push([sent(kiosk.record(), **changes)])
    counter.sync()
    assert faults(site) == {"forged": 1}
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
        hub.push([sent(old, ts=long_ago, occurred_at=long_ago), sent(new)])
    counter.sync()
    assert counter.cards() == {new.id}
    asked = msgspec.json.encode({"ids": [old.id]}).decode()
    for device, let in ((elsewhere, 0), (counter, 1)):
        with console(device.enrolled) as line:
            assert len(line.execute("SELECT * FROM hub.kept_aside()").fetchall()) == let
            assert line.execute("SELECT hub.let_in(%s)", (asked,)).fetchall() == [(let,)]
    counter.sync()
    assert counter.cards() == {old.id, new.id}


def test_a_lobby_hears_neither_why_nor_upon_what_a_pause_was_granted(site: Site) -> None:
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
        with pytest.raises((HubOffline, HubRefused)):
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
