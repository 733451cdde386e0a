"""Who has a data folder in use, among processes: shared or alone, let go by whoever dies, also by older versions."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.device.leases import FILE, FolderInUse, Lease, fault

OLDER = """import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
db.execute(sys.argv[2])
db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
print("held", flush=True)
sys.stdin.read()"""
"""How the versions before filelock took the folder."""


@contextmanager
def older_version(folder: Path, begin: str) -> Iterator[None]:
    command = [sys.executable, "-c", OLDER, str(folder / FILE), begin]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == "held\n"
        yield
        running.kill()


@pytest.fixture
def lease(tmp_path: Path) -> Iterator[Lease]:
    made = Lease(tmp_path)
    yield made
    made.close()


def test_an_older_version_shares_the_folder_and_keeps_it_from_being_taken(tmp_path: Path, lease: Lease) -> None:
    with older_version(tmp_path, "BEGIN"):
        lease.share(wait_seconds=0)
        with pytest.raises(FolderInUse):
            lease.take_alone(wait_seconds=0.1)


def test_a_folder_that_an_older_version_holds_alone_is_waited_for(tmp_path: Path, lease: Lease) -> None:
    with older_version(tmp_path, "BEGIN EXCLUSIVE"), pytest.raises(FolderInUse):
        lease.share(wait_seconds=0.1)
    lease.share(wait_seconds=30)  # it was killed: its lock went with it


def test_a_lease_goes_from_shared_to_alone_and_back(tmp_path: Path, lease: Lease) -> None:
    lease.share()
    lease.take_alone(wait_seconds=0)
    lease.share()
    other = Lease(tmp_path)
    other.share(wait_seconds=0)
    other.close()


def test_a_look_at_the_file_of_locks_ended_the_lock_on_it(tmp_path: Path, lease: Lease) -> None:
    lease.take_alone()
    assert fault(tmp_path) == ""
    os.truncate(tmp_path / FILE, 100)  # a disk's fault; to open and close the file would end the lock as well
    assert fault(tmp_path)
    os.truncate(tmp_path / FILE, 0)
    asked = subprocess.run([sys.executable, "-c", OLDER, str(tmp_path / FILE), "BEGIN EXCLUSIVE"], capture_output=True)
    assert b"locked" in asked.stderr
