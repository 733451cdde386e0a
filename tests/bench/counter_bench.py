"""The counter at work: what a call and a sign-in cost, and how long the screen's thread is ever kept busy."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peewee import sqlite3  # type: ignore[attr-defined]  # the module peewee chose: both sides run the same SQLite

from shared.domain.roles import Role
from shared.practice.line import actions, views
from tests.bench.row import Row, row
from tests.support.builders import HALL, MORNING, actor, staffed_store
from tests.support.watch import FRAME_MS, OPENING_MS, Watch

_TIMES, _WARM_UP = 1000, 50
_A_DAY = 200  # numbers
_WAITING = 8
_MINUTE = 60_000
_CUSTOMERS = 20
_PATIENCE_SECONDS = 15
_SIGN_INS, _SIGN_IN_BEFORE_S = 7, 0.9
_ROOT = Path(__file__).resolve().parents[2]


def call_next() -> list[Row]:
    """p99 of a call in the middle of a day's line, taking turns with the same writes in bare sqlite3."""
    with tempfile.TemporaryDirectory() as folder:
        store, db = staffed_store(Path(folder)), _bare(Path(folder))
        theirs, ours = [], []
        for turn in range(_TIMES):
            now = MORNING + turn // _A_DAY * 1440 * _MINUTE + turn % _A_DAY * _MINUTE
            while len(views.in_line(store, HALL, now)) < _WAITING:
                actions.take(store, "gas_payment", now=now)
            theirs.append(_seconds(lambda turn=turn: _bare_call(db, turn)))
            began = time.perf_counter()
            called = actions.call_next(store, actor(), now=now)
            ours.append(time.perf_counter() - began)
            actions.done(store, actor(), called.id, "gas_payment", now=now)
        store.close()
        db.close()
    return [row("call next, p99", _p99(ours), _p99(theirs), aim=3, unit="s")]


def _bare(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=wal",
        "PRAGMA synchronous=full",
        "CREATE TABLE event (id TEXT PRIMARY KEY, subject TEXT, body TEXT, link TEXT, ts INTEGER)",
        "CREATE TABLE number (subject TEXT PRIMARY KEY, state TEXT, staff TEXT, called_at INTEGER)",
    ):
        db.execute(statement)
    db.executemany("INSERT INTO number VALUES (?, 'waiting', '', NULL)", [(f"number:{n}",) for n in range(_TIMES)])
    return db


def _bare_call(db: sqlite3.Connection, turn: int) -> None:
    number = f"number:{turn}"
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?)", (f"{turn:032x}", number, "x" * 200, "y" * 64, turn))
    db.execute("UPDATE number SET state = 'called', staff = '1001', called_at = ? WHERE subject = ?", (turn, number))
    db.execute("COMMIT")


def _seconds(act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values[_WARM_UP:], n=100)[98]


# ---- the screen's thread ---------------------------------------------------------------------------------------------


def working_hour() -> list[Row]:
    """The longest stretch in which the screen's thread answers nothing, while a neighbour works on the same journal.

    Pages are opened once before: the first opening of each is shown apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        staffed_store(Path(folder)).close()
        neighbour = subprocess.Popen(_role("neighbour", folder), cwd=_ROOT)
        try:
            gaps = json.loads(subprocess.run(_role("hour", folder), cwd=_ROOT, capture_output=True, check=True).stdout)
        finally:
            neighbour.kill()
            neighbour.wait()
    name = "worst GUI-thread call in a working hour, ms"
    return [
        row(name, gaps["worst"], FRAME_MS, aim=1, unit="ms"),
        row("… of the thread's own CPU time", gaps["cpu"], FRAME_MS, aim=1, unit="ms"),
        row("… 99 of 100 calls", gaps["p99"], FRAME_MS, aim=1, unit="ms"),
        row("… of CPU time at the first opening of a page", gaps["first"], OPENING_MS, aim=1, unit="ms"),
    ]


def sign_in() -> list[Row]:
    """CPU of the process from a right PIN to the first page, filled, and half a second on; against what it once was."""
    with tempfile.TemporaryDirectory() as folder:
        staffed_store(Path(folder)).close()
        spent = json.loads(subprocess.run(_role("ins", folder), cwd=_ROOT, capture_output=True, check=True).stdout)
    first, *later = spent
    return [
        row("first sign-in at the counter, CPU, against before", first, _SIGN_IN_BEFORE_S, aim=1, unit="s"),
        row("every later one", statistics.median(later), _SIGN_IN_BEFORE_S, aim=0.5, unit="s"),
    ]


def office_sign_in() -> list[Row]:
    """The longest calls of the office's sign-ins: the one in which their first page is built, and the next."""
    with tempfile.TemporaryDirectory() as folder:
        staffed_store(Path(folder)).close()
        ran = subprocess.run(_role("office", folder), cwd=_ROOT, capture_output=True, check=True)
    *_, second, first = sorted(json.loads(ran.stdout))
    return [
        row("longest call of the office's sign-in, CPU, ms", first, OPENING_MS, aim=1, unit="ms"),
        row("… the next, which opens no page", second, FRAME_MS, aim=1, unit="ms"),
    ]


def _role(name: str, folder: str) -> list[str]:
    return [sys.executable, "-m", "tests.bench.counter_bench", name, folder]


def _neighbour(folder: Path) -> None:
    """The kiosk and window 2: customers come, some are served."""
    from shared.journal.opening import open_store
    from shared.registry import PROJECTIONS

    store, now = open_store(folder, PROJECTIONS), MORNING
    while True:
        now += 1000
        for _ in range(3 if len(views.in_line(store, HALL, now)) < _WAITING else 0):
            actions.take(store, "gas_payment", now=now)
        called = actions.call_next(store, actor("1002"), now=now)
        if isinstance(called, views.Number):
            actions.done(store, actor("1002"), called.id, "gas_payment", now=now)
        time.sleep(0.15)


def _counter(folder: Path) -> Any:
    """The counter's window on the store of `folder`, once it knows the people."""
    from counter.__main__ import build
    from counter.session import Clock
    from shared.qt import startup

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    app = startup.application([], "counter", folder)
    times = Clock(now=lambda: MORNING + int((time.monotonic() - began) * 1000), steady=lambda: 0)
    window = build(app, folder, clock=times)
    window.resize(1366, 768)
    window.show()
    window.start()
    _until(lambda: window.session.here.people)
    return window


def _signs_in(window: Any, number: str = "1001") -> None:
    window.sign_in.signed_in.emit(actor(number))
    _until(lambda: (work := window.workspace) and work.actor.number == number and work.pages)


def _ins(folder: Path) -> None:
    """Two people take turns: whoever comes back to their own pages would find them built."""
    window, spent = _counter(folder), []
    for turn in range(_SIGN_INS):
        _lets_pass(500)
        began = time.process_time()
        _signs_in(window, f"100{turn % 2 + 1}")
        _until(lambda: all(page.filled for page in window.workspace.pages.values()))
        _lets_pass(500)
        spent.append(time.process_time() - began)
        window.lock()
    print(json.dumps(spent))
    window.close()


def _office(folder: Path) -> None:
    """Once their pages are loaded, as they are while a PIN is typed."""
    window, loaded = _counter(folder), list[bool]()
    window.loader.load(Role.OFFICE, lambda: loaded.append(True))
    _until(lambda: loaded)
    watch = Watch(window)
    with watch.over("signing in"):
        _signs_in(window, "9001")
        _lets_pass(500)
    print(json.dumps([call.cpu for call in watch.calls]))
    window.close()


def _hour(folder: Path) -> None:
    """Window 1 by keyboard: customers of the line, and after each another page."""
    window = _counter(folder)
    _signs_in(window)
    pages = [place.key for place in window.workspace.places]
    watch = Watch(window)
    for key in pages:
        _visits(window, watch, key, "first")
    for customer in range(_CUSTOMERS):
        _serves(window, watch)
        _visits(window, watch, pages[customer % len(pages)], "again")
    _tell(watch)
    window.close()


def _visits(window: Any, watch: Watch, key: str, doing: str) -> None:
    with watch.over(f"{doing} {key}"):
        page = window.workspace.open(key)
        _until(lambda: page.filled)
        _lets_pass(100)


def _serves(window: Any, watch: Watch) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from counter.kit import page_change

    _visits(window, watch, "queue", "again")
    page_change.reset()  # whoever serves has looked at the page
    control = window.workspace.pages["queue"].control
    with watch.over("serving"):
        QTest.keyClick(window, Qt.Key.Key_F2)
        _until(lambda: control.state.serving)
        _lets_pass(300)
    for key in (Qt.Key.Key_1, Qt.Key.Key_F4):
        with watch.over("serving"):
            QTest.keyClick(window, key)
            _lets_pass(50)
    _until(lambda: control.state.serving is None)


def _until(look: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not look():
        assert time.monotonic() < end
        _lets_pass(5)


def _lets_pass(ms: int) -> None:
    """The real event loop for so long; `QTest.qWait` sleeps in steps of 10 ms, which are nobody's call."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _tell(watch: Watch) -> None:
    first = [call for call in watch.calls if call.doing.startswith("first")]
    later = [call for call in watch.calls if not call.doing.startswith("first")]
    figures = {
        "worst": max(call.wall for call in later),
        "cpu": max(call.cpu for call in later),
        "p99": statistics.quantiles([call.wall for call in later], n=100)[98],
        "first": max(call.cpu for call in first),
    }
    print(json.dumps(figures))
    if "-v" in sys.argv:
        print(*watch.worst, sep="\n", file=sys.stderr)


ROWS = (call_next, sign_in, office_sign_in, working_hour)

if __name__ == "__main__":
    {"hour": _hour, "ins": _ins, "neighbour": _neighbour, "office": _office}[sys.argv[1]](Path(sys.argv[2]))
