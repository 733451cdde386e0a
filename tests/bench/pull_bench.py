"""Taking in what a hub has: the screen beside it, and the first sync of a new device."""

import statistics
import sys
import threading
import time
from collections.abc import Callable

from shared.domain.clock import wall_clock
from shared.domain.progress import no_progress
from shared.journal.store import Store
from shared.sync.hub import Hub
from tests.bench.hub_bench import greet, hub_site, made, push_all, sleep
from tests.bench.row import Row, row
from tests.hub.site import Device, Site, card

_UI_LIMIT_MS = 50.0


def screen() -> list[Row]:
    """The screen's commits while 20,000 events are pulled beside it, against the same with nothing beside it."""
    with hub_site(fsync="off") as site:
        _fill(site, 20_000)
        device = site.device("reader")
        screen_store = device.open()
        alone = [_commit(screen_store) for _ in range(300)]
        pulling = threading.Thread(target=_pull, args=(device,))
        pulling.start()
        beside = []
        while pulling.is_alive():
            beside.append(_commit(screen_store))
        screen_store.close()
        assert len(device.ids()) == 20_000 + len(alone) + len(beside)
    return [
        row("hub: worst screen commit while 20,000 are pulled", max(beside), _UI_LIMIT_MS, aim=1.0, unit="ms"),
        row("hub: the same, against the worst with no pull", max(beside), max(alone), aim=2.0, unit="ms"),
        row("hub: p99 of the same, against no pull", _p99(beside), _p99(alone), aim=10.0, unit="ms"),
    ]


def _commit(store: Store) -> float:
    """One tap's transaction, in ms; then a moment's pause, as between taps."""
    started = time.perf_counter()
    with store.transaction(wall_clock()) as tx:
        tx.record(card(), subject=f"card:screen-{started}")
    spent = time.perf_counter() - started
    time.sleep(0.02)
    return spent * 1000


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def _fill(site: Site, count: int) -> None:
    writer = site.enroll("writer")
    with Hub.connect(writer, writer.secret, {}) as hub:
        greet(hub, "writer")
        push_all(hub, made(count, "writer"))
        while hub.stamp():
            pass


def _pull(device: Device, seen: list[tuple[int, int]] | None = None) -> None:
    """What the courier's thread does, with its rests and its own setting of the interpreter."""
    sys.setswitchinterval(0.001)
    store = device.open()
    with device.connect() as hub:
        progress = no_progress if seen is None else lambda done, total: seen.append((done, total))
        one = device.round(hub, store=store, pause=sleep, progress=progress)
        one.pull(one.greet().head)
    store.close()


def first_sync(count: int = 20_000) -> list[Row]:
    """A new counter takes in many events, with its progress shown, leaving the file free between any two slices.

    Against computing the same projections anew from the journal, with the file to itself; the best of three, taking
    turns. By the clock, and by the CPU of this process, where neither the hub nor the rests nor a busy machine count.
    """
    with hub_site(fsync="off") as site:
        _fill(site, count)
        turns = [_one_turn(site.device(f"new{turn}"), count) for turn in range(3)]
    ours, reference = (list(map(min, *each)) for each in zip(*turns, strict=True))
    name = f"hub: first sync of {count:,} events"
    return [
        row(name, ours[0], reference[0], aim=1.3, unit="s"),
        row("hub: the same, CPU of this process", ours[1], reference[1], aim=1.3, unit="s"),
    ]


def _one_turn(device: Device, count: int) -> tuple[tuple[float, float], tuple[float, float]]:
    seen: list[tuple[int, int]] = []
    ours = _spent(lambda: _pull(device, seen))
    assert len(device.ids()) == count
    assert seen[-1][0] <= seen[-1][1] == count
    return ours, _spent(device.store.rebuild)


def _spent(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of this process's CPU."""
    started, used = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - started, time.process_time() - used


def first_sync_of_a_year() -> list[Row]:
    """The same with 100,000 events."""
    return first_sync(100_000)


ROWS = [screen, first_sync]
LONG = [first_sync_of_a_year]
