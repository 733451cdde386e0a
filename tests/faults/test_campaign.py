"""Hundreds of kills of the real programs and of PostgreSQL: what was acknowledged is there, and is there once."""

import json
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from shared import device_journal
from shared.domain.clock import wall_clock
from shared.journal import verify
from shared.people import actions as people
from tests.support import patience
from tests.support.builders import PIN, staffed_today

KILLS = 300
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
