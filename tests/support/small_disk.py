"""A real small file system, where this machine can mount one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from shared.journal import faults

BALLAST_BYTES = faults.BALLAST_BYTES  # of the product: `tests/conftest.py` makes it small


@pytest.fixture
def small_disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a disk of 12 MB, or of what the test asks for; a journal there has its whole ballast."""
    monkeypatch.setattr(faults, "BALLAST_BYTES", BALLAST_BYTES)
    size = getattr(request, "param", "12m")
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip(f"this machine mounts no small disk: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, *, leave: int) -> Path:
    """Somebody else's file that leaves so many bytes on the disk, or fewer where a program writes at the same time."""
    filler, free = folder / "somebody-else", os.statvfs(folder)
    with suppress(OSError):  # that program was faster: then the disk is full, too
        filler.write_bytes(bytes(free.f_bavail * free.f_frsize - leave))
    return filler
