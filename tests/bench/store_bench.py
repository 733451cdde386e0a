"""What a stored tap costs: awarding a card against the same two inserts in bare sqlite3."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peewee import sqlite3  # type: ignore[attr-defined]  # the module peewee chose: both sides run the same SQLite

from shared.practice.cards import actions
from shared.practice.cards.facts import P
from tests.bench.row import Row, row
from tests.support.builders import MORNING, staffed_store

_TIMES = 2000
_WARM_UP = 50
_HOUR = 3_600_000


def _seconds(act: Callable[[int], object], turn: int) -> float:
    start = time.perf_counter()
    act(turn)
    return time.perf_counter() - start


def _bare(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=wal",
        "PRAGMA synchronous=full",
        "CREATE TABLE event (id TEXT PRIMARY KEY, subject TEXT, body TEXT, link TEXT, ts INTEGER)",
        "CREATE TABLE card (id INTEGER PRIMARY KEY, subject TEXT, staff TEXT, p TEXT, at INTEGER, sentence TEXT)",
    ):
        db.execute(statement)
    return db


def award_commit() -> list[Row]:
    """p50 and p99 of an award, taking turns with the reference so that both see the same disk."""
    with tempfile.TemporaryDirectory() as folder:
        store, db = staffed_store(Path(folder)), _bare(Path(folder))

        def bare(turn: int) -> None:
            db.execute("BEGIN IMMEDIATE")
            db.execute(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?)", (f"{turn:032x}", f"card:{turn}", "x" * 200, "y" * 64, turn)
            )
            db.execute("INSERT INTO card VALUES (NULL, ?, ?, ?, ?, ?)", (f"card:{turn}", "1001", "polite", turn, ""))
            db.execute("COMMIT")

        def award(turn: int) -> None:
            actions.award(store, f"100{turn % 4 + 1}", list(P)[turn % 5], now=MORNING + turn * _HOUR)

        pairs = [(_seconds(bare, turn), _seconds(award, turn)) for turn in range(_TIMES)][_WARM_UP:]
        store.close()
        db.close()
    theirs, ours = zip(*pairs, strict=True)
    return [
        row("award commit, p50", statistics.median(ours), statistics.median(theirs), aim=2, unit="s"),
        row("award commit, p99", _p99(ours), _p99(theirs), aim=3, unit="s"),
    ]


def _p99(values: tuple[float, ...]) -> float:
    return statistics.quantiles(values, n=100)[98]


ROWS = (award_commit,)
