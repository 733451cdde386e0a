"""A thin line: 128 kbit/s, 300 ms each way, 2 % loss. Pages that passed are not sent again; all of it arrives."""

import base64
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec
import pytest

from shared.people.facts import PhotoSet
from shared.sync import enrolment, outbox
from shared.sync.courier import Courier
from tests.bench.hub_bench import greet, made, push_all
from tests.hub.site import Device, Site
from tests.support.patience import SLACK
from tests.support.thin_line import HALL, Quality, ThinLine

PHOTO_BYTES = 25_000
SECONDS = 20.0
"""That a call may be silent in the product."""


@contextmanager
def line_of(site: Site, quality: Quality) -> Iterator[ThinLine]:
    made = ThinLine(site.admin.info.port, quality)
    try:
        yield made
    finally:
        made.close()


def through(line: ThinLine, site: Site, name: str, kind: str = "counter") -> Device:
    """A device that reaches the hub only through this line."""
    enrolled = msgspec.structs.replace(site.enroll(name, kind), port=line.port)
    device = Device(enrolled, site.folder / name)
    site.devices.append(device)
    enrolment.join(device.store, enrolled)
    return device


def photo(number: int) -> PhotoSet:
    return PhotoSet(image=base64.b64encode(random.Random(number).randbytes(PHOTO_BYTES)).decode())


def add_photos(device: Device, count: int) -> None:
    with device.store.db.atomic():
        for number in range(count):
            device.record(photo(number), f"staff:{number}")


def add_cards(device: Device, count: int) -> None:
    with device.store.db.atomic():
        for _ in range(count):
            device.record()


def rounds(device: Device, done: Callable[[], bool], *, most: int, seconds: float = SECONDS) -> int:
    """Rounds of the courier until it is done; how many it took."""
    courier = Courier(device.folder, device.open, seconds=seconds)
    for number in range(1, most + 1):
        courier.step(device.store)
        if done():
            return number
    raise AssertionError(f"not through after {most} rounds: {courier.status}")


def all_sent(device: Device) -> Callable[[], bool]:
    return lambda: outbox.waiting(device.store).count == 0


def all_heard(site: Site, device: Device) -> Callable[[], bool]:
    head = site.sql("SELECT seq FROM hub.feed_head")[0][0]
    return lambda: int(device.store.setting("hub_cursor", "0")) >= int(str(head))


def test_pages_that_were_cut_are_halved_until_they_pass_and_what_passed_stays(site: Site) -> None:
    with line_of(site, Quality(bits=1e9, latency=0, loss=0, cut_after=50_000)) as line:
        sender, reader = through(line, site, "sender", "office"), through(line, site, "reader")
        add_cards(sender, 150)
        add_photos(sender, 4)
        assert rounds(sender, all_sent(sender), most=15) > 1
        sender.store.set_setting("page_outward", "")
        direct = site.device("direct")
        direct.sync()
        assert rounds(reader, all_heard(site, reader), most=15) > 1
    assert site.sql("SELECT count(*), count(DISTINCT id), count(seq) FROM hub.event") == [(154, 154, 154)]
    assert reader.ids() == sender.ids()


def test_photos_pass_though_all_of_them_take_longer_than_a_call_may_be_silent(site: Site) -> None:
    silence = 1.0
    with line_of(site, Quality(bits=3_200_000, latency=0.01, loss=0.01, again=0.1)) as line:
        sender, reader = through(line, site, "sender", "office"), through(line, site, "reader")
        add_photos(sender, 16)
        started = time.monotonic()
        assert rounds(sender, all_sent(sender), most=2, seconds=silence) == 1
        assert time.monotonic() - started > silence
        assert rounds(reader, all_heard(site, reader), most=2, seconds=silence) == 1
    assert reader.ids() == sender.ids()


def test_a_page_that_only_grows_to_what_the_line_carries_takes_seconds_not_minutes(site: Site) -> None:
    with line_of(site, HALL.faster(20)) as line:
        sender = through(line, site, "sender", "office")
        add_cards(sender, 200)
        rounds(sender, all_sent(sender), most=1, seconds=SECONDS / 20)
        assert 8_000 <= int(sender.store.setting("page_outward", "64000")) <= 200_000


@pytest.mark.long
def test_a_hall_s_day_passes_within_minutes(site: Site) -> None:
    colleague = site.device("colleague")
    with line_of(site, HALL) as line:
        sender = through(line, site, "sender", "office")
        add_cards(colleague, 400)
        colleague.sync()
        add_cards(sender, 1000)
        started = time.monotonic()
        rounds(sender, all_sent(sender), most=3)
        spent = time.monotonic() - started
        print(f"a day: 1,000 events sent and 400 heard in {spent:.0f} s, {line.carried / 1000:.0f} kB")
        add_photos(sender, 100)
        started, before = time.monotonic(), line.carried
        rounds(sender, all_sent(sender), most=3)
        print(f"100 photos: {time.monotonic() - started:.0f} s, {(line.carried - before) / 1000:.0f} kB")
    assert spent < 180 + SLACK
    assert sender.ids() >= colleague.ids()


@pytest.mark.long
def test_a_first_sync_goes_on_where_it_stopped(site: Site) -> None:
    """A year in a world that runs ten times faster; the line breaks every few seconds."""
    count = 10_000
    writer = site.device("writer")
    with writer.connect() as hub:
        greet(hub, "writer")
        push_all(hub, made(count, "writer"), 500)
        while hub.stamp():
            pass
    with line_of(site, HALL.faster(10)) as line:
        reader, passed = through(line, site, "reader"), [0]
        courier = Courier(reader.folder, reader.open, seconds=SECONDS / 10)
        started = time.monotonic()
        while not all_heard(site, reader)():
            breaks = _hang_up_after(line, 6)
            courier.step(reader.store)
            breaks.cancel()
            passed.append(int(reader.store.setting("hub_cursor", "0")))
            assert passed[-1] >= passed[-2]
        print(f"{count} events in {len(passed) - 1} rounds, {time.monotonic() - started:.0f} s, {line.carried:,} bytes")
    assert len(passed) > 5
    assert len(reader.ids()) == count


def _hang_up_after(line: ThinLine, seconds: float) -> threading.Timer:
    timer = threading.Timer(seconds, line.hang_up)
    timer.start()
    return timer
