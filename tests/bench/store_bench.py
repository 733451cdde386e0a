"""What a stored tap costs: awarding a card against the same two inserts in bare sqlite3."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peewee import sqlite3  # the module peewee chose, so both sides run the same SQLite

from shared.practice.cards import actions
from shared.practice.cards.facts import P
from tests.bench.row import Row, row
from tests.builders import MORNING, staffed_store

_TIMES = 2000
_HOUR = 3_600_000


def _durations(act: Callable[[int], object], times: int = _TIMES) -> list[float]:
    """Seconds of each of so many acts."""
    result = []
    for turn in range(times):
        start = time.perf_counter()
        act(turn)
        result.append(time.perf_counter() - start)
    return result


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

        _durations(bare, 50), _durations(award, 50)
        pairs = [
            (_durations(lambda _, t=t: bare(t), 1)[0], _durations(lambda _, t=t: award(t), 1)[0])
            for t in range(50, _TIMES)
        ]
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
