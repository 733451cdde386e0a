"""A disk that is full to the last pages, and kills: recording, syncing, backing up, restoring, printing, verifying.

Whatever happens, what was acknowledged is there once the disk has room, and no truncated file passes for a whole one.
"""

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shared import device_journal
from shared.domain.clock import wall_clock
from shared.journal import backup, verify
from shared.journal.event import Event
from shared.journal.faults import BALLAST
from shared.journal.opening import connect, open_store
from shared.registry import PROJECTIONS
from shared.sync import outbox
from shared.sync.courier import Courier
from shared.sync.hub_schema.verify import verify as verify_hub
from tests.hub.site import Site
from tests.support import patience
from tests.support.builders import staffed_today
from tests.support.small_disk import fill, small_disk

__all__ = ["small_disk"]
ROUNDS = 12
ROOT = Path(__file__).parents[2]
_WORK = """
import logging, sys, time
from pathlib import Path
from shared import device_journal
from shared.domain.clock import wall_clock
from shared.journal.faults import StoreFull
from shared.practice.cards import actions
from shared.practice.cards.facts import P
from shared.sync.courier import Courier
folder = Path(sys.argv[1])
logging.disable()  # a round that finds no room is tried again
print("ready", flush=True)
while True:
    try:
        store = device_journal.open_here(folder, now=wall_clock())
        break
    except StoreFull:
        time.sleep(0.05)
courier = Courier(folder, lambda: store)
for place in range(400):
    try:
        print("thanked", actions.award(store, "1001", P.POLITE, sentence="谢" * 100, now=wall_clock()).card, flush=True)
    except StoreFull as error:
        if not error.try_again:
            time.sleep(0.02)
    if sys.argv[2] == "sync" and place % 20 == 0:
        courier.step(store)
time.sleep(60)
"""
COMMANDS = {
    "backup": ("backup", "copy.db"),
    "restore": ("restore", "good.db"),
    "print": ("print", "cards", "--count", "60", "--out", "cards.pdf"),
    "verify": ("verify",),
}
_FILES = ("copy.db", "good.db", "cards.pdf")


@dataclass
class Disk:
    """A device's folder on a small disk, and what its programs acknowledged."""

    disk: Path
    thanked: list[str] = field(default_factory=list)
    kills: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.disk / "data"

    def start(self, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")

    def killed(self, process: "subprocess.Popen[str]", after: float) -> None:
        """Let it work so long, unless it ends before: then by itself, in words."""
        time.sleep(after)
        process.kill()
        out, err = process.communicate(timeout=patience.SECONDS)
        self.kills += process.returncode < 0
        assert process.returncode in (-9, 0, 1), err
        assert "Traceback" not in err, err
        self.said += [err.strip().splitlines()[-1]] if process.returncode == 1 else []
        self.thanked += [
            line.split()[1] for line in out.splitlines(keepends=True) if line.startswith("thanked") and line[-1] == "\n"
        ]

    def assert_whole(self) -> dict[str, int]:
        """The disk has room again: all that was acknowledged is there, once, and every file is what it is called."""
        with device_journal.opened(self.data, now=wall_clock()) as store:
            cards = [event.subject for event in store.events() if event.kind == "card_awarded"]
            assert verify.journal(store).found is None
            assert verify.projections(store) == ()
        aside = [card for file in self.data.glob("set-aside-*/journal.db") for card in cards_in(file)]
        for file in self.disk.glob("*.db"):
            assert backup.is_sound(file), file
        for file in self.disk.glob("*.pdf"):
            assert file.read_bytes().rstrip().endswith(b"%%EOF")
        lost = set(self.thanked) - set(cards) - set(aside)
        return {"cards": len(self.thanked), "lost": len(lost), "doubled": len(cards) - len(set(cards))}


def cards_in(file: Path) -> list[str]:
    """What a journal that `restore` set aside still has."""
    with closing(connect(file)) as db:
        rows = db.execute_sql("SELECT subject FROM event WHERE kind = 'card_awarded'").fetchall()
    return [subject for (subject,) in rows]


def fills_up(disk: Path, chance: random.Random) -> None:
    """While programs write to it: so nobody knows what will be left."""
    with suppress(OSError, ValueError):
        fill(disk, leave=chance.choice((0, 4096, 50_000, 400_000)))


def with_room(disk: Path, *, kept: int = 2) -> None:
    """Somebody makes room: what the campaign itself would fill the small disk with goes away."""
    for name in ("somebody-else", "copy.db", "cards.pdf"):
        (disk / name).unlink(missing_ok=True)
    for folder in sorted(disk.glob("data/set-aside-*"))[:-kept]:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def report(what: str, disk: Disk, figures: dict[str, int]) -> None:
    said = sorted(set(disk.said))[:3]
    print(json.dumps({"full disk": what, "kills": disk.kills, **figures, "said": said}, ensure_ascii=False), flush=True)
    assert (figures["lost"], figures["doubled"]) == (0, 0)


@pytest.fixture
def hall(small_disk: Path) -> Disk:
    """A hall on the small disk, and a backup of it beside."""
    (small_disk / "data").mkdir()
    store = staffed_today(small_disk / "data")
    backup.back_up(store.db, small_disk / "good.db")
    store.close()
    return Disk(small_disk)


@pytest.mark.long
@pytest.mark.parametrize("small_disk", ["60m"], indirect=True)
@pytest.mark.parametrize("what", ["record", *COMMANDS])
def test_kills_on_a_full_disk(hall: Disk, what: str) -> None:
    chance = random.Random(what)
    for place in range(ROUNDS):
        alone = what == "restore" and place % 2 == 0  # the other times it says that the folder is in use
        writer = None if alone else hall.start("-c", _WORK, str(hall.data), what)
        if writer and writer.stdout:
            writer.stdout.readline()
        time.sleep(chance.uniform(0, 1.5))
        fills_up(hall.disk, chance)
        other = hall.start("-m", "shared.cli", *_words(hall, what)) if what in COMMANDS else None
        threads = [
            threading.Thread(target=hall.killed, args=(process, chance.uniform(0.2, most)))
            for process, most in ((writer, 2.5), (other, 8))
            if process
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with_room(hall.disk)
        figures = hall.assert_whole()
        if what == "restore":
            hall.thanked.clear()  # the next one goes back behind these
    report(what, hall, figures)


def _words(hall: Disk, what: str) -> list[str]:
    files = [str(hall.disk / word) if word in _FILES else word for word in COMMANDS[what]]
    return ["--data", str(hall.data), "--lang", "en", *files]


@pytest.fixture
def on_small_disk(site: Site, small_disk: Path) -> Iterator[Site]:
    site.folder = small_disk
    yield site
    for device in site.devices:  # before the disk goes
        device.close()


@pytest.mark.long
@pytest.mark.parametrize("small_disk", ["60m"], indirect=True)
def test_kills_on_a_full_disk_while_it_syncs(on_small_disk: Site, tmp_path: Path) -> None:
    """Own cards go out and others' come in, on a disk that has no room for them now and then."""
    site, chance = on_small_disk, random.Random(5)
    device = site.device("data")
    device.close()
    hall = Disk(site.folder)
    with closing(staffed_today(hall.data)):
        pass
    site.folder = tmp_path
    other = site.device("other")
    for _ in range(ROUNDS):
        writer = hall.start("-c", _WORK, str(hall.data), "sync")
        assert writer.stdout
        writer.stdout.readline()
        for _ in range(60):
            other.record()
        other.sync()
        fills_up(hall.disk, chance)
        hall.killed(writer, chance.uniform(0.5, 3))
        with_room(hall.disk)
        figures = hall.assert_whole()
    with closing(open_store(hall.data, PROJECTIONS)) as store:
        courier = Courier(hall.data, lambda: store)
        patience.until(lambda: courier.step(store) is not None and not outbox.waiting(store).count, "all to be sent")
        mine = {event.subject for event in store.events() if event.kind == "card_awarded"}
    assert other.cards() <= {event.id for event in device_events(hall.data)}
    held = {str(row[0]) for row in site.sql("SELECT subject FROM hub.event WHERE kind = 'card_awarded'")}
    assert held == mine >= set(hall.thanked)
    assert site.sql("SELECT count(*) FROM hub.event WHERE fault <> '' AND kind = 'card_awarded'") == [(0,)]
    assert verify_hub(site.admin).faults == ()
    assert (hall.data / BALLAST).exists()
    report("sync", hall, figures)


def device_events(folder: Path) -> list[Event]:
    with closing(open_store(folder, PROJECTIONS)) as store:
        return store.events()
