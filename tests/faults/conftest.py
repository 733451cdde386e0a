"""The hub's fixtures, and a line to it that can be broken."""

from collections.abc import Iterator

import pytest

from tests.faults.proxy import Proxy
from tests.hub.conftest import lasting_site, server, site
from tests.hub.site import Site

__all__ = ["lasting_site", "line", "server", "site"]


@pytest.fixture
def line(site: Site) -> Iterator[Proxy]:
    made = Proxy(site.admin.info.port)
    yield made
    made.close()
