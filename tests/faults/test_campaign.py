"""Hundreds of kills of the real programs and of PostgreSQL: what was acknowledged is there, and is there once."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from shared import device_journal
from shared.domain.clock import wall_clock
from shared.journal import verify
from shared.people import actions as people
from shared.sync import outbox
from shared.sync.hub import HubOffline
from shared.sync.hub_schema.local_server import LocalServer
from shared.sync.hub_schema.verify import verify as verify_hub
from tests.faults.test_local_kill import go
from tests.faults.test_local_kill import start as start_awarding
from tests.hub.site import Device, Site, make_template
from tests.support import patience
from tests.support.builders import MORNING, PIN, staffed_store, staffed_today

KILLS, TORN = 300, 40
ROOT = Path(__file__).parents[2]


def start(program: str, folder: Path, name: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.faults.people", program, str(folder), name]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def killed_at_work(process: "subprocess.Popen[str]", after: float) -> list[str]:
    """What it acknowledged until it was killed so many seconds after its first; a line cut off was seen by nobody."""
    assert process.stdout
    first = process.stdout.readline()
    assert first, "it ended by itself"
    time.sleep(after)  # the moment of the power cut
    process.kill()
    rest, _ = process.communicate(timeout=patience.SECONDS)
    return [line.split()[1] for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.long
def test_three_hundred_kills_of_kiosk_and_counter_at_work(tmp_path: Path) -> None:
    store = staffed_today(tmp_path)
    assert people.set_pin(store, "1001", PIN, now=wall_clock()) is None
    store.close()
    chance, thanked, kept, kills = random.Random(13), list[str](), list[str](), 0

    def work(program: str, said: list[str], name: str, after: float) -> None:
        said += killed_at_work(start(program, tmp_path, name), after)

    for place in range(KILLS // 2):
        both = [
            threading.Thread(target=work, args=(program, said, f"{place}", chance.uniform(0, 1.5)))
            for program, said in (("kiosk", thanked), ("counter", kept))
        ]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        kills += 2
        assert_all_once(tmp_path, thanked, kept, kills, whole=place % 10 == 9)


def assert_all_once(folder: Path, thanked: list[str], kept: list[str], kills: int, *, whole: bool) -> None:
    """Nothing acknowledged is lost or doubled; at most the one each was storing when it died comes on top."""
    with device_journal.opened(folder, now=wall_clock()) as store:
        events = store.events()
        cards = [event.subject for event in events if event.kind == "card_awarded"]
        texts = [text for (text,) in store.db.execute_sql("SELECT text FROM diary_entry").fetchall()]
        if whole:
            assert verify.journal(store).found is None
            assert verify.projections(store) == ()
    figures = {
        "kills": kills,
        "cards": len(thanked),
        "entries": len(kept),
        "lost": len(set(thanked) - set(cards)) + len(set(kept) - set(texts)),
        "doubled": len(cards) - len(set(cards)) + len(texts) - len(set(texts)),
        "unacknowledged": len(cards) - len(thanked) + len(texts) - len(kept),
    }
    print(json.dumps(figures), flush=True)
    assert (figures["lost"], figures["doubled"]) == (0, 0)
    assert 0 <= figures["unacknowledged"] <= kills


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Site]:
    """A hub on a server of its own, that may be killed."""
    server = LocalServer(Path(tempfile.mkdtemp(prefix="warm-window-mortal-")))
    server.start()
    make_template(server)
    site = Site(server, tmp_path)
    yield site
    site.close()
    server.destroy()


def kill(server: LocalServer) -> None:
    """All processes of the server at once, as when its machine loses power."""
    first = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    for pid in (first, *_children(first)):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    patience.until(lambda: not Path(f"/proc/{first}").exists(), "the server to be gone")


def _children(parent: int) -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _parent(entry) == parent]


def _parent(entry: Path) -> int:
    with suppress(OSError):
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    return 0


def tries_a_round(device: Device) -> None:
    with suppress(HubOffline):
        device.sync()


def acknowledged(device: Device) -> set[str]:
    """What this device believes the hub to have of its own."""
    query = "SELECT id FROM event WHERE acked = 1 AND station = ?"
    return {str(row[0]) for row in device.store.db.execute_sql(query, (device.store.station,)).fetchall()}


@pytest.mark.long
@pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR")  # of the wheel
@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_three_hundred_kills_of_postgresql_during_sync(mortal: Site) -> None:
    chance, devices = random.Random(7), [mortal.device("k", "kiosk"), mortal.device("c1"), mortal.device("c2")]
    with ThreadPoolExecutor(len(devices)) as pool:
        for kills in range(1, KILLS + 1):
            for device in devices:
                for _ in range(chance.randint(1, 12)):
                    device.record()
            working = [pool.submit(tries_a_round, device) for device in devices]
            time.sleep(chance.uniform(0, 0.3))
            kill(mortal.server)
            for one in working:
                one.result(timeout=patience.SECONDS)
            mortal.server.start()
            if kills % 25 == 0 or kills == KILLS:
                assert_nothing_lost(mortal, devices, kills)
    mortal.admin.close()
    mortal.admin = psycopg.connect(mortal.url, autocommit=True)
    for device in (*devices, *devices):
        device.sync()
    assert all(outbox.waiting(device.store).count == 0 for device in devices)
    assert devices[1].ids() == devices[2].ids() >= devices[0].ids()
    assert verify_hub(mortal.admin).faults == ()


def assert_nothing_lost(site: Site, devices: list[Device], kills: int) -> None:
    with psycopg.connect(site.url, autocommit=True) as admin:
        rows = admin.execute("SELECT replace(id::text, '-', ''), station, n FROM hub.event").fetchall()
    own = {device.store.station for device in devices}
    said = set().union(*(acknowledged(device) for device in devices))
    figures = {
        "kills of PostgreSQL": kills,
        "events": len(rows),
        "acknowledged": len(said),
        "lost": len(said - {row[0] for row in rows}),
        "doubled": len(rows) - len({row[0] for row in rows}),
        "branched": sum(row[1] not in own for row in rows),
    }
    print(json.dumps(figures), flush=True)
    assert (figures["lost"], figures["doubled"], figures["branched"]) == (0, 0, 0)


@pytest.mark.long
def test_torn_copies_of_a_journal_at_work_open_and_keep_what_they_have(tmp_path: Path) -> None:
    """Somebody copies the folder, file after file, while cards are thanked for; of some files only the first part."""
    store = staffed_store(tmp_path / "whole")
    before = {event.id for event in store.events()}
    device_journal.close(store)
    chance, kept = random.Random(3), list[int]()
    with start_awarding(tmp_path / "whole", "kiosk", 100_000) as writer:
        reading = threading.Thread(target=writer.stdout.read)  # else it stops when the pipe is full
        reading.start()
        go(writer)
        time.sleep(1)
        try:
            for place in range(TORN):
                copy = tmp_path / f"copy{place}"
                torn_copy(tmp_path / "whole", copy, chance)
                kept.append(len(opened(copy, before)) - len(before))
            assert writer.poll() is None
        finally:  # else a copy that fails waits for the writer for ever
            writer.kill()
            reading.join(patience.SECONDS)
    print(json.dumps({"torn copies": TORN, "opened": len(kept), "cards kept": kept}), flush=True)


def opened(copy: Path, before: set[str]) -> set[str]:
    """The events of a copy, which has at least those of the backup."""
    with device_journal.opened(copy, now=MORNING) as store:
        ids = {event.id for event in store.events()}
        assert verify.journal(store).found is None
        assert verify.projections(store) == ()
    assert ids >= before
    return ids


def torn_copy(whole: Path, copy: Path, chance: random.Random) -> None:
    copy.mkdir()
    shutil.copytree(whole / "backups", copy / "backups")
    for name in ("journal.db", "journal.db-wal"):
        time.sleep(chance.uniform(0, 0.05))
        with suppress(FileNotFoundError):
            content = (whole / name).read_bytes()
            missing = chance.choice((0, 0, chance.randrange(len(content) + 1)))
            (copy / name).write_bytes(content[: len(content) - missing])
