"""What a hub takes in: a journal drained, all halls back at once, a thin line."""

import random
import statistics
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from shared.domain.clock import wall_clock
from shared.journal import attachments, seal
from shared.journal.event import Event, new_id
from shared.people.facts import PhotoSet
from shared.sync import outbox
from shared.sync.enrolment import Enrolment
from shared.sync.hub import CALL_SECONDS, PAGE, Hub, HubOffline
from shared.sync.hub_schema.local_server import LocalServer
from shared.sync.messages import Outgoing
from tests.bench.row import Row, row
from tests.hub.site import Device, Site, card, make_template
from tests.support.thin_line import HALL as THIN
from tests.support.thin_line import ThinLine

_COLUMNS = "id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, login"
_INSERT = f"INSERT INTO hub.event ({_COLUMNS}) VALUES ({', '.join(['%s'] * 13)})"
_BETWEEN_MS = 365 * 86_400_000 // 100_000  # between two events of a hall
_FASTER = 10  # a thin line is measured in a world that runs so much faster


@contextmanager
def hub_site(**settings: str) -> Iterator[Site]:
    """A server of its own with PostgreSQL's default number of connections, and durable commits."""
    with tempfile.TemporaryDirectory(prefix="warm-window-bench-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = LocalServer(Path(tempfile.mkdtemp(prefix="warm-window-bench-server-")))
        server.start(**settings)
        try:
            make_template(server)
            site = Site(server, Path(folder))
            yield site
            site.close()
        finally:
            server.destroy()


def made(count: int, station: str) -> list[Event]:
    """So many cards of one station, as its journal would have them: a hundred thousand a year."""
    body = msgspec.to_builtins(card())
    del body["kind"]
    events, before = [], seal.START
    for n in range(count):
        moment = 1_700_000_000_000 + n * _BETWEEN_MS
        unsealed = Event(
            id=new_id(moment),
            station=station,
            hall="A",
            n=n + 1,
            kind="card_awarded",
            subject=f"card:{new_id(moment)}",
            actor="",
            ts=moment,
            occurred_at=moment,
            body=body,
        )
        before = seal.link(before, unsealed)
        events.append(msgspec.structs.replace(unsealed, link=before))
    return events


def parcels(events: Sequence[Event]) -> list[Outgoing]:
    """Events of one station from its first, as a device sends them."""
    links = ["", *(event.link for event in events)]
    return [Outgoing(event, (), before) for event, before in zip(events, links, strict=False)]


def greet(hub: Hub, station: str) -> None:
    hub.hello({"station": station, "stations": [{"station": station, "acked": 0, "held": 0}], "clock": wall_clock()})


def push_all(hub: Hub, events: Sequence[Event], batch: int = PAGE) -> None:
    sent = parcels(events)
    for start in range(0, len(sent), batch):
        hub.push(sent[start : start + batch])


def as_row(event: Event, login: str) -> tuple[Any, ...]:
    body = msgspec.json.encode(event.body).decode()
    return (*msgspec.structs.astuple(event)[:9], body, event.v, event.link, login)


def drain() -> list[Row]:
    """10,000 events by `push` against executemany of as many into the same table, taking turns; and the whole round."""
    with hub_site() as site:
        plain, pushing = site.enroll("plain"), site.enroll("pushing")
        theirs, ours = [], []
        with Hub.connect(pushing, pushing.secret, {}) as hub, site.admin.cursor() as cursor:
            greet(hub, "pushing")
            copies, sent = made(10_000, "plain"), parcels(made(10_000, "pushing"))
            for start in range(0, len(sent), PAGE):
                rows = [as_row(event, plain.login) for event in copies[start : start + PAGE]]
                theirs.append(_seconds(lambda rows=rows: cursor.executemany(_INSERT, rows)))
                batch = sent[start : start + PAGE]
                ours.append(_seconds(lambda batch=batch: hub.push(batch)))
        reference = PAGE / statistics.median(theirs)
        whole = _drain_a_journal(site)
    name, journal = f"hub: drain of 10,000 by push({PAGE})", "hub: drain of a journal of 10,000, with all pauses"
    return [
        row(name, PAGE / statistics.median(ours), reference, aim=1, better="more", unit="events/s"),
        row(journal, whole, reference, aim=0.1, better="more", unit="events/s"),
    ]


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _drain_a_journal(site: Site) -> float:
    """The same from a real journal: read, push, acknowledge, and 10 ms of rest between."""
    device = site.device("journal")
    with device.store.db.atomic():
        for _ in range(10_000):
            device.record()
    with device.connect() as hub:
        one = device.round(hub, pause=sleep)
        one.greet()
        started = time.perf_counter()
        one.push()
        return 10_000 / (time.perf_counter() - started)


def sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return True


def all_halls() -> list[Row]:
    """300 devices with 200 events each come back in the same second, to a server with 100 connections."""
    with hub_site() as site:
        devices = [(site.enroll(f"d{number}"), made(200, f"station{number}")) for number in range(300)]
        threads = [threading.Thread(target=_come_back, args=device) for device in devices]
        started = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ours = time.perf_counter() - started
        ((total, distinct),) = site.sql("SELECT count(*), count(DISTINCT (station, n)) FROM hub.event")
        reference = _copy_alone(site, [event for _, events in devices for event in events])
    assert isinstance(total, int)
    assert isinstance(distinct, int)
    return [
        row("hub: 300 devices x 200 events come back", ours, reference, aim=6.0, unit="s"),
        row("hub: of their 60,000 events, arrived", distinct, 60_000, aim=1.0, better="more", unit="events"),
        row("hub: of their 60,000 events, rows", total, 60_000, aim=1.0, unit="events"),
    ]


def _come_back(enrolled: Enrolment, events: list[Event]) -> None:
    """As the courier does it, with its jittered back-off when the server has no connection left."""
    wait = 0.25
    while True:
        try:
            with Hub.connect(enrolled, enrolled.secret, {}) as hub:
                greet(hub, events[0].station)
                push_all(hub, events)
                return
        except HubOffline:
            time.sleep(wait * random.uniform(0.5, 1.0))
            wait = min(wait * 2, 8)


def _copy_alone(site: Site, events: list[Event]) -> float:
    """The same rows from one session that has the server to itself."""
    site.admin.execute("CREATE TABLE hub.copy (LIKE hub.event INCLUDING ALL)")
    login = site.enroll("copy").login
    with site.admin.cursor() as cursor:
        started = time.perf_counter()
        for start in range(0, len(events), 500):
            rows = [as_row(event, login) for event in events[start : start + 500]]
            cursor.executemany(_INSERT.replace("hub.event", "hub.copy"), rows)
        return time.perf_counter() - started


def thin_line() -> list[Row]:
    """A hall at 128 kbit/s, 300 ms each way, 2 % loss, in a world that runs ten times faster.

    Against the time in which the line carries the same bytes when nothing is lost and nobody waits.
    """
    with hub_site(fsync="off") as site:
        line = ThinLine(site.admin.info.port, THIN.faster(_FASTER))
        try:
            enrolled = msgspec.structs.replace(site.enroll("hall", "office"), port=line.port)
            device = Device(enrolled, site.folder / "hall")
            site.devices.append(device)
            day = _through(line, device, 1000, lambda number: device.record())
            photos = _through(line, device, 100, lambda number: _set_photo(device, number))
        finally:
            line.close()
    return [
        row("hub: a hall's day of 1,000 events on a thin line", *day, aim=2.0, unit="s"),
        row("hub: 100 photos of 25 kB on a thin line", *photos, aim=2.0, unit="s"),
    ]


def _through(line: ThinLine, device: Device, count: int, record: Callable[[int], object]) -> tuple[float, float]:
    """Seconds of the real world until all of it is on the hub, and in which the line carries as many bytes."""
    with device.store.db.atomic():
        for number in range(count):
            record(number)
    before, started = line.carried, time.perf_counter()
    with Hub.connect(device.enrolled, device.enrolled.secret, {}, seconds=CALL_SECONDS / _FASTER) as hub:
        device.round(hub, pause=sleep).run()
    assert outbox.waiting(device.store).count == 0
    spent = time.perf_counter() - started
    return spent * _FASTER, (line.carried - before) * 8 / THIN.bits


def _set_photo(device: Device, number: int) -> Event:
    content = random.Random(number).randbytes(25_000)
    return device.record(PhotoSet(sha256=attachments.add(device.store, content)), f"staff:{number}")


ROWS = [drain, all_halls, thin_line]
