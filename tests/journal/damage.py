"""A hall with two days of records and a backup between them, and ways to damage its file."""

import atexit
import hashlib
import random
import shutil
import tempfile
from functools import cache
from pathlib import Path

from shared.domain.workdays import day_of
from shared.journal import backup, opening
from shared.journal.sqlite import sqlite3
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from tests.support.builders import MORNING, staffed_store

DAY = 86_400_000
PAGE = 4096


def award(store, count, start):
    for place in range(count):
        cards.award(store, "1001", list(P)[place % 5], sentence=f"谢谢{place}", now=start + place * 60_000)


def used_hall(folder, *, backed_up=100, after=200):
    """A hall with a backup between two days of awards, cleanly closed; the ids of all its events."""
    whole, ids = _used_hall(backed_up, after)
    shutil.copytree(whole, folder, dirs_exist_ok=True)
    return ids


@cache
def _used_hall(backed_up, after):
    """Such a hall, made once, and the ids of its events."""
    folder = Path(tempfile.mkdtemp(prefix="warm-window-used_hall-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = staffed_store(folder)
    award(store, backed_up, MORNING)
    backup.daily(store.db, folder, day_of(MORNING))
    award(store, after, MORNING + DAY)
    ids = [event.id for event in store.events()]
    store.close()
    return folder, ids


def spoil(folder, *spans):
    file = folder / opening.FILE
    content = bytearray(file.read_bytes())
    for start, length in spans:
        content[start : start + length] = random.Random(start).randbytes(len(content[start : start + length]))
    file.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def pages_of(folder, name):
    """Where the leaf pages of a table or index begin in the file, found by walking its tree."""
    connection = sqlite3.connect(folder / opening.FILE)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    connection.close()
    content = (folder / opening.FILE).read_bytes()

    def leaves(number):
        page = content[(number - 1) * PAGE : number * PAGE]
        if page[0] in (0x0D, 0x0A):
            return [(number - 1) * PAGE]
        cells = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i]) for i in range(int.from_bytes(page[3:5]))]
        children = [int.from_bytes(page[cell : cell + 4]) for cell in cells] + [int.from_bytes(page[8:12])]
        return [leaf for child in children for leaf in leaves(child)]

    return leaves(root)
