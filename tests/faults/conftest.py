"""The hub's fixtures, and a proxy before it that can break connections."""

from collections.abc import Iterator

import pytest

from tests.faults.proxy import Proxy
from tests.hub.conftest import lasting_site, server, site
from tests.hub.site import Site

__all__ = ["lasting_site", "proxy", "server", "site"]


@pytest.fixture
def proxy(site: Site) -> Iterator[Proxy]:
    made = Proxy(site.admin.info.port)
    yield made
    made.close()
