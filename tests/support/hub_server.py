"""One real PostgreSQL for the whole run, shared by all folders of tests."""

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.sync.hub_schema.local_server import LocalServer


@pytest.fixture(scope="session")
def postgresql() -> Iterator[LocalServer]:
    # Not in pytest's own folder: a second run shuts that to everybody but root, and PostgreSQL never runs as root.
    started = LocalServer(Path(tempfile.mkdtemp(prefix="warm-window-hub-")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel complains about XDG_RUNTIME_DIR
        started.start(fsync="off", max_connections="400")
    yield started
    started.destroy()
