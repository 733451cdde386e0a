"""A hub of its own for each test, or for a module that changes nothing in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.sync.hub_schema.local_server import LocalServer
from tests.hub.site import Site, make_template


@pytest.fixture(scope="session")
def server(postgresql: LocalServer) -> LocalServer:
    """The run's PostgreSQL, with an installed hub in it to be copied."""
    make_template(postgresql)
    return postgresql


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
