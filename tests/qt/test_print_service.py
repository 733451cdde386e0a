"""A print service that accepts every connection and never answers, as a dead network printer makes it."""

import json
import os
import socket
import subprocess
import sys

import pytest

from shared.qt import print_service
from tests.support import patience

_PROGRAM = """
import json, threading, time
from PySide6.QtWidgets import QApplication
from shared.qt import printers
app = QApplication([])
answers, began = [], time.monotonic()
def asks():
    answers.append([printers.printer("Roll") is None, time.monotonic() - began])
    answers.append([list(printers.names()) == [], time.monotonic() - began])
asking = threading.Thread(target=asks, daemon=True)
asking.start()
longest, last = 0.0, time.monotonic()
while asking.is_alive():
    time.sleep(0.02)
    longest, last = max(longest, time.monotonic() - last), time.monotonic()
print(json.dumps([longest, answers]), flush=True)
import os
os._exit(0)  # what hangs in the library is not waited for
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the service of this test is CUPS")
def test_a_print_service_that_hung_stopped_the_whole_program() -> None:
    with socket.create_server(("127.0.0.1", 0)) as service:
        server = f"127.0.0.1:{service.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env=os.environ | {"CUPS_SERVER": server, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=patience.SECONDS,
        )
    longest, ((no_printer, first), (no_names, second)) = json.loads(done.stdout)
    assert no_printer
    assert no_names
    assert longest < print_service.SECONDS + patience.SLACK  # the library itself waits for minutes
    assert second < first + print_service.SECONDS + patience.SLACK


def test_a_service_that_answers_or_is_not_there_is_no_obstacle() -> None:
    assert print_service.answers()
