"""Events with impossible times and hostile JSON from somebody who has a device's secret: they reach and stop nobody."""

from typing import Any

import msgspec
import pytest

from shared import registry
from shared.domain.clock import DAY_MS, LATEST, wall_clock
from shared.journal.event import Companion, Event
from shared.registry import PRACTICES
from shared.sync import unreadable_events
from shared.sync.courier import Courier, State
from shared.sync.hub_schema import install, kinds
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Device, Site, sent
from tests.hub.test_privileges import console

YEARS = 20 * 365 * DAY_MS


NESTED: Any = []
for _ in range(3000):
    NESTED = [NESTED]


def raw(text: str) -> Any:
    """A body that no honest program writes, letter by letter."""
    return msgspec.Raw(text.encode())


def push(device: Device, event: Event, body: str = "", personal: str = "null", **changes: object) -> str:
    """Push one altered event with a console, as somebody who has the secret."""
    parcel = {**msgspec.structs.asdict(event), **changes, "body": raw(body) if body else event.body}
    text = msgspec.json.encode([{**parcel, "personal": raw(personal)}]).decode()
    with device.connect() as hub:
        device.round(hub).greet()
    with console(device.enrolled) as line:
        [(answers,)] = line.execute("SELECT hub.push(%s::json)", (text,)).fetchall()
    return str(answers[0])  # type: ignore[index]  # an array of texts


@pytest.mark.parametrize("field", ["ts", "occurred_at"])
@pytest.mark.parametrize("value", [2**63 - 1, 2**53, 0, 946684799999])
def test_an_impossible_time_stops_no_device(site: Site, field: str, value: int) -> None:
    thief, other = site.device("thief"), site.device("other")
    changes: dict[str, Any] = {field: value}
    assert push(thief, thief.record(), **changes) == "stored"
    other.sync()
    mine = other.record()
    assert mine.ts < LATEST
    other.sync()
    assert site.faults() == {"bad_time": 1}
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
    assert site.faults() == {"bad_time": 1}
    assert site.sql("SELECT replace(id::text, '-', '') FROM hub.event WHERE seq IS NOT NULL") == [(later.id,)]


HOSTILE = {
    "infinite": '{"x":1e999}',
    "nested": '{"x":' + "[" * 3000 + "]" * 3000 + "}",
    "nested objects": '{"x":' * 33 + "1" + "}" * 33,
    "deep": '{"x":' + "[" * 17 + "]" * 17 + "}",
    "long number": '{"x":' + "9" * 5000 + "}",
    "inexact": '{"x":9007199254740993}',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_json_reaches_no_device(site: Site, body: str) -> None:
    thief, other = site.device("thief"), site.device("other")
    assert push(thief, thief.record(), body) == "stored"
    honest = other.record()
    other.sync()
    site.device("third").sync()
    assert site.faults() == {"hostile": 1}
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
    assert (courier.status.state, courier.status.unread) == (State.SENT, 4)
    assert mine.id in reader.ids()
    passed = unreadable_events.skipped(reader.store)
    assert [one.kind for one in passed.first] == ["card_awarded"] * 4
    reader.store.set_setting("hub_cursor", "0")  # the feed is read again
    reader.sync()
    assert unreadable_events.skipped(reader.store).count == 4


def test_an_upgrade_takes_old_poison_out_of_the_feed_and_keeps_the_chain(site: Site) -> None:
    poisoned(site)
    site.admin.execute("UPDATE hub.setting SET value = '5' WHERE key = 'version'")
    install.init(site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    reader = site.device("reader")
    reader.sync()
    assert unreadable_events.skipped(reader.store).count == 0
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
    assert site.faults() == {"personal_too_big": 1}
    assert site.sql("SELECT count(*) FROM hub.companion") == [(0,)]
