"""A real disk that is full, or can only be read: each command says so; verifying and backing up still work."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared.cli.group import commands
from shared.device_journal import opened
from shared.journal import backup
from tests.support.builders import MORNING, staffed_store
from tests.support.small_disk import fill, small_disk

__all__ = ["small_disk"]
Run = Callable[..., Result]


@pytest.fixture
def run(small_disk: Path, qapp: object) -> Run:
    def run(*words: object, code: int = 0) -> Result:
        result = CliRunner().invoke(commands, ["--data", str(small_disk / "data"), "--lang", "en", *map(str, words)])
        assert isinstance(result.exception, SystemExit | None), repr(result.exception)
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def data(small_disk: Path, tmp_path: Path) -> Path:
    staffed_store(tmp_path / "made").close()
    shutil.copytree(tmp_path / "made", small_disk / "data")
    with opened(small_disk / "data", now=MORNING):
        pass
    return small_disk / "data"


@pytest.fixture
def read_only(data: Path, small_disk: Path, tmp_path: Path) -> Iterator[Path]:
    """With a write-ahead log beside the file, as after a power cut."""
    holder = staffed_store(tmp_path / "live")
    for part in (tmp_path / "live").glob("journal.db*"):
        shutil.copyfile(part, data / part.name)
    (data / "journal.db-shm").unlink(missing_ok=True)
    holder.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    yield data
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)


def test_a_disk_that_can_only_be_read_is_verified_and_backed_up(read_only: Path, run: Run, tmp_path: Path) -> None:
    assert "events" in run("verify").output
    run("backup", tmp_path / "saved.db")
    assert backup.is_sound(tmp_path / "saved.db")
    found = json.loads(run("doctor", "--json", code=1).stdout)["checks"]
    assert [check["name"] for check in found if check["state"] == "bad"] == ["space", "writing"]
    assert any(check["name"] == "hall" and check["state"] == "ok" for check in found)


def test_commands_that_write_say_that_the_disk_is_read_only(read_only: Path, run: Run, tmp_path: Path) -> None:
    run("backup", tmp_path / "saved.db")
    for words in (("restore", tmp_path / "saved.db"), ("print", "cards", "--count", 1, "--out", tmp_path / "c.pdf")):
        assert "readonly" in run(*words, code=1).output.lower().replace("-", "")
    assert "x.db" in run("backup", read_only / "x.db", code=1).output


def test_a_full_disk_is_said_by_what_writes_to_it(data: Path, small_disk: Path, run: Run, tmp_path: Path) -> None:
    run("backup", tmp_path / "saved.db")
    fill(small_disk, leave=20_000)
    for words in (
        ("backup", small_disk / "copy.db"),
        ("print", "cards", "--count", 300, "--out", small_disk / "cards.pdf"),
        ("restore", tmp_path / "saved.db"),
        ("doctor",),
    ):
        assert run(*words, code=1).output
        assert not (small_disk / "cards.pdf").exists()
        assert not (small_disk / "copy.db").exists()
    assert "events" in run("verify").output
    run("backup", tmp_path / "saved too.db")
