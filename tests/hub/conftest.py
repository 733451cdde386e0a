"""A real PostgreSQL for the whole run, a hub of its own for each test."""

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.sync.hub_schema.local_server import LocalServer
from tests.hub.site import Site, make_template


@pytest.fixture(scope="session")
def server() -> Iterator[LocalServer]:
    # Not in pytest's own folder: a second run shuts that to everybody but root, and PostgreSQL never runs as root.
    started = LocalServer(Path(tempfile.mkdtemp(prefix="warm-window-hub-")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel complains about XDG_RUNTIME_DIR
        started.start(fsync="off", max_connections="400")
    make_template(started)
    yield started
    started.destroy()


@pytest.fixture
def site(server: LocalServer, tmp_path: Path) -> Iterator[Site]:
    made = Site(server, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def lasting_site(server: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One hub for all tests of a module that change nothing in it."""
    made = Site(server, tmp_path_factory.mktemp("site"))
    yield made
    made.close()
