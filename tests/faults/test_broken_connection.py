"""Through a misbehaving connection: nothing lost, nothing doubled, no thread stuck beyond its bound, no tap blocked."""

import threading
import time
from statistics import median

import msgspec
import pytest

from shared.sync import enrolment, outbox
from shared.sync.courier import Courier, State, Status
from shared.sync.hub import Hub, HubOffline
from tests.faults.proxy import Proxy
from tests.hub.site import Device, Site
from tests.hub.test_pauses import claim
from tests.support import patience
from tests.support.patience import SLACK, once_within, until

BOUND = 1.0
"""Seconds that a call may take here; the product's own limit is far beyond the slack of a busy machine."""


def through(proxy: Proxy, site: Site, name: str = "c") -> Device:
    """A counter that reaches the hub only through this proxy."""
    enrolled = msgspec.structs.replace(site.enroll(name), port=proxy.port)
    device = Device(enrolled, site.folder / name)
    enrolment.join(device.store, enrolled)
    return device


def courier_of(device: Device, seconds: float = BOUND, **more: object) -> Courier:
    return Courier(device.folder, device.open, every=0.2, seconds=seconds, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["refuse", "stall", "cut", "swallow", "slow"])
def test_after_a_bad_connection_everything_is_there_once(site: Site, proxy: Proxy, mode: str) -> None:
    device, reader = through(proxy, site), site.device("reader")
    foreign = [reader.record() for _ in range(300)]
    reader.sync()
    courier = courier_of(device, seconds=BOUND / 4)
    for replies in (0, 4, 5, 6, 7, 8):  # connecting takes four; then hello, push, stamp, pull are hit, one each
        device.record()
        proxy.mode, proxy.replies = mode, replies
        started = time.monotonic()
        courier.step(device.store)
        assert mode == "slow" or courier.status.reason == "offline" or replies == 8
        assert time.monotonic() - started < 2 * BOUND + SLACK
        proxy.hang_up()
    proxy.mode = "pass"
    courier_of(device, seconds=SLACK).step(device.store)
    reader.sync()
    assert outbox.waiting(device.store).count == 0
    assert site.sql("SELECT count(*), count(DISTINCT id) FROM hub.event") == [(306, 306)]
    assert device.ids() == reader.ids() >= {event.id for event in foreign}


@pytest.mark.parametrize("mode", ["stall", "swallow"])
def test_a_call_that_is_never_answered_ends_on_time(site: Site, proxy: Proxy, mode: str) -> None:
    device = through(proxy, site)
    with Hub.connect(device.enrolled, device.enrolled.secret, {}, seconds=BOUND) as hub:
        device.round(hub).greet()
        proxy.mode = mode
        started = time.monotonic()
        with pytest.raises(HubOffline):
            hub.stamp()
        assert BOUND * 0.9 < time.monotonic() - started < BOUND + SLACK


def test_a_reply_that_trickles_without_end_is_given_up(site: Site, proxy: Proxy) -> None:
    device, silence = through(proxy, site), 0.2
    for _ in range(20):
        device.record()
    device.sync()
    with Hub.connect(device.enrolled, device.enrolled.secret, {}, seconds=silence) as hub:
        proxy.mode = "trickle"  # the page takes minutes
        started = time.monotonic()
        with pytest.raises(HubOffline):
            hub.pull(0, mine=[])
        assert 5 * silence < time.monotonic() - started < 15 * silence + SLACK


@pytest.mark.parametrize("mode", ["refuse", "stall", "swallow"])
def test_a_pause_is_decided_within_a_second_whatever_the_connection_does(site: Site, proxy: Proxy, mode: str) -> None:
    device = through(proxy, site)
    courier = courier_of(device)
    proxy.mode = mode

    def ask() -> None:
        assert courier.ask(claim("pause:1", "a"), patience=1) is None

    assert once_within(1.2, ask)
    until(lambda: not [one for one in threading.enumerate() if one.name == "question"], "the questions to end")


def test_the_badge_follows_the_connection(site: Site, proxy: Proxy) -> None:
    device = through(proxy, site)
    seen: list[Status] = []
    courier = courier_of(device, on_status=seen.append)
    proxy.mode = "refuse"
    device.record()
    courier.start()
    try:
        until(lambda: courier.status.reason == "offline", "the courier to be offline")
        assert (courier.status.state, courier.status.waiting) == (State.WAITING, 1)
        assert courier.status.since == device.store.events()[0].occurred_at
        proxy.mode = "pass"
        until(lambda: courier.status.state is State.SENT, "all to be sent")
        assert seen[-1].contact == "024-88990000"
        device.record()
        courier.nudge()
        until(lambda: outbox.waiting(device.store).count == 0, "the outbox to be empty")
    finally:
        assert courier.stop()


def test_stopping_does_not_wait_for_a_broken_connection(site: Site, proxy: Proxy) -> None:
    device = through(proxy, site)
    courier = Courier(device.folder, device.open)  # calls may take 20 s
    proxy.mode, proxy.replies = "stall", 4
    courier.start()
    until(lambda: proxy.held, "the courier to wait for a reply that never comes")
    assert courier.stop()  # waits five seconds at most: whether the thread is gone


def test_taps_stay_fast_while_the_connection_is_broken(site: Site, proxy: Proxy) -> None:
    device = through(proxy, site)
    proxy.mode = "stall"
    courier = courier_of(device)
    courier.start()
    try:
        taken = []
        for _ in range(100):
            started = time.monotonic()
            device.record()
            courier.nudge()
            taken.append(time.monotonic() - started)
        assert median(taken) < 0.25  # the machine may be slow at some of them, a broken connection at none
    finally:
        assert courier.stop(timeout=patience.SECONDS)
    assert outbox.waiting(device.store).count == 100
