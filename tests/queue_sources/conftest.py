"""The ticket machine that HTTP sources are asked about."""

import threading

import pytest

from tests.queue_sources.machine import Server
from tests.support import patience


@pytest.fixture
def machine():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.05,))
    thread.start()
    yield made
    made.over.set()
    made.shutdown()
    made.server_close()
    thread.join(patience.SECONDS)
