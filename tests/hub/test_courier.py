"""The courier as apps see it: alone, joined, nudged, stopped, revoked; two apps on one journal."""

from pathlib import Path

import msgspec
import pytest

from shared.domain.clock import wall_clock
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.registry import PROJECTIONS
from shared.sync import enrolment, outbox
from shared.sync.courier import Courier, State, Status
from shared.sync.enrolment import EnrolmentError
from shared.sync.hub_schema import logins
from shared.sync.question import HubQuestion
from tests.hub.site import Device, Site, card
from tests.support import patience
from tests.support.patience import until

PEM = "-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n"
NEVER = 3600.0
"""Seconds until a round that nobody asked for: later than any test waits."""


def courier_of(device: Device, every: float = NEVER) -> Courier:
    return Courier(device.folder, device.open, every=every)


def test_a_single_pc_becomes_one_of_many_without_a_restart(site: Site) -> None:
    device = Device(site.enroll("c"), site.folder / "c")
    for _ in range(5):
        device.record()
    opened: list[Store] = []

    def opening() -> Store:
        opened.append(device.open())
        return opened[0]

    courier = Courier(device.folder, opening, every=0.1)
    assert courier.step(device.store) == 0.1  # nothing to do: it looks again at its time
    assert (courier.status.state, courier.status.reason) == (State.ALONE, "")
    assert site.sql("SELECT count(*) FROM hub.event") == [(0,)]
    courier.start()
    try:
        until(lambda: opened, "the courier's thread to be at work")
        enrolment.join(device.store, device.enrolled)
        until(lambda: courier.status.state is State.SENT, "all to be sent")
    finally:
        assert courier.stop()
    assert site.sql("SELECT count(seq) FROM hub.event") == [(5,)]


def test_a_hub_out_of_reach_is_said_also_while_nothing_waits(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    courier.step(device.store)
    assert (courier.status.state, courier.status.reason, courier.status.waiting) == (State.SENT, "", 0)
    nobody = msgspec.structs.replace(device.enrolled, port=1)
    enrolment.join(device.store, nobody)
    wait = courier.step(device.store)
    assert (courier.status.state, courier.status.reason, courier.status.waiting) == (State.WAITING, "offline", 0)
    assert 1 <= wait <= 2
    device.record()
    courier.step(device.store)
    assert (courier.status.state, courier.status.waiting) == (State.WAITING, 1)


def test_a_hub_out_of_reach_is_not_asked_at_every_nudge(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.sync.courier._FIRST_WAIT", NEVER)
    monkeypatch.setattr("shared.sync.courier._LONGEST_WAIT", NEVER)
    device, tried = site.device("c"), list[str]()
    enrolment.join(device.store, msgspec.structs.replace(device.enrolled, port=1))
    courier = Courier(device.folder, device.open, on_status=lambda status: tried.append(status.reason))
    courier.start()
    until(lambda: tried, "the first try")
    heard = courier.status
    for _ in range(20):
        device.record()
        courier.nudge()
    assert courier.stop()
    assert (tried, courier.status) == (["offline"], heard)  # another try would have counted what waits


def test_a_journal_that_cannot_be_opened_yet_does_not_end_the_courier(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.sync.courier._LONGEST_WAIT", 0.01)
    device, news = site.device("c"), list[Status]()
    failures = [OSError("no such disk"), OSError("no such disk")]

    def opening() -> Store:
        if failures:
            raise failures.pop()
        return device.open()

    courier = Courier(device.folder, opening, every=NEVER, on_status=news.append)
    courier.start()
    try:
        until(lambda: courier.status.state is State.SENT, "the round after the failures")
    finally:
        assert courier.stop()
    assert {status.state for status in news if status.reason == "error"} == {State.WAITING}
    assert courier.status.reason == ""


def test_without_its_enrolment_a_device_asks_nobody(site: Site) -> None:
    device = site.device("c")
    question = HubQuestion("to_look_at", {}, list[object])
    assert courier_of(device).ask(question, patience=patience.SECONDS) == []
    (device.folder / enrolment.FILE).write_text("damaged")
    assert courier_of(device).ask(question) is None


def test_a_nudge_sends_at_once(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    courier.start()
    try:
        until(lambda: courier.status.state is State.SENT, "the first round")
        device.record()
        courier.nudge()
        until(lambda: site.sql("SELECT count(seq) FROM hub.event") == [(1,)], "the event to be on the hub")
    finally:
        assert courier.stop()


def test_a_revoked_device_stops_keeps_its_outbox_and_forgets_personal_data(site: Site) -> None:
    device, other = site.device("a"), site.device("b")
    other.record(card(sentence="他人的话"), subject="card:theirs")
    other.sync()
    courier = courier_of(device)
    courier.step(device.store)
    device.record(card(sentence="未传的话"), subject="card:mine")
    logins.revoke(site.admin, "a")
    courier.step(device.store)
    assert courier.status.state is State.STOPPED
    assert (courier.status.reason, courier.status.contact) == ("revoked", "024-88990000")
    assert courier.status.waiting == outbox.waiting(device.store).count == 1
    values = device.store.db.execute_sql("SELECT value FROM companion").fetchall()
    assert values == [("未传的话",)]
    (shown,) = device.store.db.execute_sql("SELECT sentence FROM card WHERE subject = 'card:theirs'").fetchall()
    assert shown == ("",)


def test_a_thread_that_was_revoked_can_be_ended(site: Site) -> None:
    device = site.device("a")
    logins.revoke(site.admin, "a")
    courier = courier_of(device)
    courier.start()
    until(lambda: courier.status.state is State.STOPPED, "the courier to hear of it")
    assert courier.stop()


def test_a_device_that_was_stopped_goes_on_once_somebody_acted(site: Site) -> None:
    device = site.device("a")
    courier = courier_of(device)
    logins.revoke(site.admin, "a")
    courier.step(device.store)
    device.record()
    assert courier.step(device.store) >= 30  # it asks again, but not at every nudge
    assert (courier.status.state, courier.status.waiting) == (State.STOPPED, 1)
    enrolment.join(device.store, logins.enroll(site.admin, "a", kind="counter", hall="A", again=True))
    courier.step(device.store)
    assert (courier.status.state, courier.status.waiting) == (State.SENT, 0)


def test_a_clock_set_right_while_the_line_is_down_is_believed(site: Site) -> None:
    device, off = site.device("a"), [-3_600_000]
    courier = Courier(device.folder, device.open, clock=lambda: wall_clock() + off[0])
    courier.step(device.store)
    assert abs(device.store.clock_correction - 3_600_000) < 5_000
    site.admin.execute("UPDATE hub.setting SET value = '0' WHERE key = 'version'")  # it is not asked any more
    courier.step(device.store)
    assert device.store.clock_correction
    off[0] = 0
    courier.step(device.store)
    assert device.store.clock_correction == 0


def test_a_wrong_clock_is_said_on_the_badge(site: Site) -> None:
    device = site.device("a")
    courier = Courier(device.folder, device.open, clock=lambda: wall_clock() + 600_000)
    courier.step(device.store)
    assert courier.status.reason == "clock"
    assert abs(courier.status.clock_off + 600_000) < 5_000


def test_two_apps_on_one_journal_send_everything_once(site: Site) -> None:
    device = site.device("a")
    for _ in range(300):
        device.record()
    couriers = [courier_of(device, every=0.1) for _ in range(2)]
    for courier in couriers:
        courier.start()
    try:
        until(lambda: all(courier.status.state is State.SENT for courier in couriers), "both to have sent all")
    finally:
        ended = [courier.stop() for courier in couriers]
    assert all(ended)
    assert site.sql("SELECT count(*), count(DISTINCT n) FROM hub.event") == [(300, 300)]


def test_the_secret_is_in_a_private_file_and_nowhere_else(site: Site) -> None:
    device = site.device("a")
    keys = {"site_key": "5a" * 32, "codes_key": "6b" * 32, "exit_pin": "402913", "certificate": PEM, "key": PEM}
    enrolment.join(device.store, msgspec.structs.replace(device.enrolled, ca=PEM, **keys))
    secret = device.enrolled.secret
    assert enrolment.secret(device.folder, device.enrolled.login) == secret
    assert (device.folder / "hub.secret").stat().st_mode & 0o777 == 0o600
    others = [file for file in device.folder.rglob("*") if file.is_file() and file.name != "hub.secret"]
    assert all(secret.encode() not in file.read_bytes() for file in others)
    public = (device.folder / enrolment.FILE).read_text()
    assert not [value for value in (*keys.values(), "PRIVATE") if value in public]


def test_a_device_that_recorded_in_another_hall_is_not_joined(site: Site, tmp_path: Path) -> None:
    store = open_store(tmp_path / "x", PROJECTIONS, hall="B")
    with store.transaction(wall_clock()) as tx:
        tx.record(card(), subject="card:1")
    with pytest.raises(EnrolmentError, match="other_hall"):
        enrolment.join(store, site.enroll("x", hall="A"))
    assert enrolment.joined(store.folder) is None
    store.close()


def test_the_status_survives_a_page_that_fails(site: Site) -> None:
    device = site.device("a")

    def broken(status: Status) -> None:
        raise RuntimeError("a page of an app")

    courier = Courier(device.folder, device.open, on_status=broken, every=0.1)
    courier.start()
    device.record()
    until(lambda: outbox.waiting(device.store).count == 0, "all to be sent")
    assert courier.stop()
