"""Private files: readable by their owner alone, whole, and made once however many programs start together."""

import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.device.private_files import make_private, write_private


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_replaced_whole_and_nothing_stays_beside_it(tmp_path):
    file = tmp_path / "hub.secret"
    write_private(file, "a" * 100)
    write_private(file, "密码")
    assert file.read_text("utf-8") == "密码"
    assert names(tmp_path) == ["hub.secret"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files by their owner's profile")
@pytest.mark.parametrize("write", [write_private, make_private])
def test_only_its_owner_may_read_it(tmp_path, write):
    write(tmp_path / "x", "secret")
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file(tmp_path):
    (tmp_path / "x").mkdir()  # no file can take its place
    with pytest.raises((IsADirectoryError, PermissionError)):
        write_private(tmp_path / "x", "text")
    assert names(tmp_path) == ["x"]


def test_of_many_programs_the_first_makes_it(tmp_path):
    file = tmp_path / "pepper"

    def start(number: int) -> str:
        make_private(file, str(number) * 64)
        return str(file.read_text())

    with ThreadPoolExecutor(8) as pool:
        read = set(pool.map(start, range(8)))
    assert read == {file.read_text()}
    assert names(tmp_path) == ["pepper"]
