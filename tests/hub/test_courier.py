"""The courier as apps see it: alone, joined, nudged, stopped, revoked; two apps on one journal."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.clock import wall_clock
from shared.journal.opening import open_store
from shared.registry import PROJECTIONS
from shared.sync import enrolment, outbox
from shared.sync.courier import Courier, State, Status
from shared.sync.enrolment import EnrolmentError
from shared.sync.hub_schema import logins
from tests.hub.site import Device, Site, card


def wait_until(true: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.02)


def courier_of(device: Device, every: float = 60) -> Courier:
    return Courier(device.folder, device.open, every=every)


def test_a_single_pc_becomes_one_of_many_without_a_restart(site: Site) -> None:
    device = Device(site.enroll("c"), site.folder / "c")
    for _ in range(5):
        device.record()
    courier = courier_of(device, every=0.1)
    courier.start()
    try:
        time.sleep(0.3)
        assert courier.status == Status(State.ALONE)
        enrolment.join(device.store, device.enrolled)
        wait_until(lambda: courier.status.state is State.SENT)
    finally:
        assert courier.stop()
    assert site.sql("SELECT count(seq) FROM hub.event") == [(5,)]


def test_a_nudge_sends_at_once(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device, every=60)
    courier.start()
    try:
        wait_until(lambda: courier.status.state is State.SENT)
        device.record()
        courier.nudge()
        wait_until(lambda: site.sql("SELECT count(seq) FROM hub.event") == [(1,)], 3)
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
    wait_until(lambda: courier.status.state is State.STOPPED)
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
        wait_until(lambda: all(courier.status.state is State.SENT for courier in couriers))
    finally:
        ended = [courier.stop() for courier in couriers]
    assert all(ended)
    assert site.sql("SELECT count(*), count(DISTINCT n) FROM hub.event") == [(300, 300)]


def test_the_secret_lies_in_a_private_file_and_nowhere_else(site: Site) -> None:
    device = site.device("a")
    secret = device.enrolled.secret
    assert enrolment.secret(device.folder, device.enrolled.login) == secret
    assert (device.folder / "hub.secret").stat().st_mode & 0o777 == 0o600
    others = [file for file in device.folder.rglob("*") if file.is_file() and file.name != "hub.secret"]
    assert all(secret.encode() not in file.read_bytes() for file in others)


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
    wait_until(lambda: outbox.waiting(device.store).count == 0)
    assert courier.stop()
