"""The feed under load: 8 devices write, 3 read by number, one hangs in an open transaction; nobody misses an event."""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from shared.sync.bounded_connection import BoundedConnection
from shared.sync.hub import Hub
from shared.sync.hub_schema import logins
from tests.hub.site import Device, Site, sent
from tests.support import patience

WRITERS, READERS, EACH = 8, 3, 300


def write(device: Device) -> None:
    events = [device.record() for _ in range(EACH)]
    with device.connect() as hub:
        device.round(hub).greet()
        for start in range(0, EACH, 5):
            assert set(hub.push([sent(event) for event in events[start : start + 5]])) == {"stored"}
            if start % 3 == 0:
                hub.stamp()


def read(device: Device, stop: threading.Event, seen: list[int], found: set[str]) -> None:
    with device.connect() as hub:
        end = math.inf
        while len(found) < WRITERS * EACH and time.monotonic() < end:
            if stop.is_set():  # nothing more is written: what is not found soon was missed
                end = min(end, time.monotonic() + patience.SECONDS)
            hub.stamp()
            page = hub.pull(seen[-1], limit=50, mine=[])
            found |= {event.id for event, _, _ in page.arrivals}
            numbers = [seq for _, _, seq in page.arrivals]
            assert numbers == sorted(numbers)
            seen.append(page.cursor)


@contextmanager
def hung_writer(device: Device) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Somebody who pushed an event and does not commit."""
    event = device.record()
    enrolled = device.enrolled
    with device.connect() as hub:
        device.round(hub).greet()
    connection = BoundedConnection.connect(
        host=enrolled.host, port=enrolled.port, dbname=enrolled.database, user=enrolled.login, password=enrolled.secret
    )
    connection.execute("SET idle_in_transaction_session_timeout = 0")  # else the server ends it
    with Hub(connection) as hub:
        hub.push([sent(event)])
        yield connection


def test_no_event_is_missed_and_a_hung_writer_delays_nobody(site: Site) -> None:
    readers = [site.device(f"r{number}") for number in range(READERS)]
    with hung_writer(site.device("hung")) as hung:
        committed = race([site.device(f"w{number}") for number in range(WRITERS)], readers)
        assert len(committed) == site.sql("SELECT count(*) FROM hub.event")[0][0] == WRITERS * EACH
        hung.commit()
    with readers[0].connect() as hub:
        hub.stamp()
        assert len(hub.pull(WRITERS * EACH, limit=10, mine=[]).arrivals) == 1


def race(writers: list[Device], readers: list[Device]) -> set[str]:
    """All write and read at once; every reader must have found the same, which is returned."""
    stop = threading.Event()
    found: list[set[str]] = [set() for _ in readers]
    reading = [
        threading.Thread(target=read, args=(device, stop, [0], seen))
        for device, seen in zip(readers, found, strict=True)
    ]
    writing = [threading.Thread(target=write, args=(device,)) for device in writers]
    for thread in (*reading, *writing):
        thread.start()
    for thread in writing:
        thread.join(patience.SECONDS)
    stop.set()
    for thread in reading:
        thread.join(2 * patience.SECONDS)
        assert not thread.is_alive()
    assert all(seen == found[0] for seen in found)
    return found[0]


def test_a_session_that_lasts_too_long_is_ended(site: Site) -> None:
    with hung_writer(site.device("hung")) as hung:
        assert logins.end_long_sessions(site.admin, seconds=60, in_transaction=60) == 0
        assert logins.end_long_sessions(site.admin, seconds=60, in_transaction=0) == 1
        with pytest.raises(psycopg.OperationalError):
            hung.execute("SELECT 1")
