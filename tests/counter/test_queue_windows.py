"""Several windows at once, each a process of its own."""

import itertools
import json
import subprocess
import sys
from pathlib import Path

from shared.journal.store import Store
from shared.practice.line import actions, statistics
from tests.support.builders import MONDAY, at

ROOT = Path(__file__).resolve().parents[2]
_NUMBERS = 24
_WINDOW = """
import sys, json
from pathlib import Path
from PySide6.QtTest import QSignalSpy, QTest
from shared.qt import startup
from counter.__main__ import build
from counter.session import Clock
folder, number, start = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
app = startup.application([], "counter", folder)
window = build(app, folder, clock=Clock(now=lambda: start, steady=lambda: 0))
window.show()
window.start()
while not window.session.here.people:
    QTest.qWait(5)
from tests.support.builders import actor, at
window.sign_in.signed_in.emit(actor(number))
while window.workspace is None:
    QTest.qWait(5)
control = window.workspace.open("queue").control
print("ready", flush=True)
sys.stdin.readline()
called, over = [], []
control.notified.connect(lambda text, tone: over.append(text) if "没有等候" in text else None)
while not over:
    control.call_next()
    while not (control.state.serving or over):
        QTest.qWait(2)
    if control.state.serving:
        called.append(control.state.serving.label)
        control.done()
        while control.state.serving:
            QTest.qWait(2)
print(json.dumps(called))
window.close()
"""


def test_three_windows_in_three_processes_never_call_one_number_twice(folder: Path, store: Store) -> None:
    given = [actions.take(store, "gas_payment", now=at("10:00") + n * 1000).label for n in range(_NUMBERS)]
    command = [sys.executable, "-c", _WINDOW, str(folder)]
    pipe = subprocess.PIPE
    windows = [
        subprocess.Popen([*command, number, str(at("10:30"))], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        for number in ("1001", "1002", "1003")
    ]
    for window in windows:
        assert window.stdout
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        assert window.stdin
        window.stdin.write("go\n")
        window.stdin.flush()
    called = [json.loads(window.communicate(timeout=120)[0]) for window in windows]
    assert [window.returncode for window in windows] == [0, 0, 0]
    assert sorted(itertools.chain(*called)) == given  # everybody once, nobody twice, nobody left
    assert sum(bool(each) for each in called) > 1
    assert sum(work.total for work in statistics.workload(store, MONDAY, MONDAY)) == len(given)
