"""What keeps a program from working on a folder, and folders that show a moment of their own."""

import errno

import pytest

from shared.device import data_folder, demonstration
from shared.device.data_folder import Trouble, trouble
from shared.device.demonstration import Demonstration
from shared.domain.clock import wall_clock


def test_a_named_folder_must_exist_and_be_one(tmp_path):
    (tmp_path / "file").touch()
    assert trouble(tmp_path) is None
    assert trouble(tmp_path / "none") == (Trouble.MISSING, "")
    assert trouble(tmp_path / "file") == (Trouble.A_FILE, "")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]  # nothing stays of the try


def test_this_user_s_own_folder_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv(data_folder.VARIABLE, raising=False)
    monkeypatch.setattr(data_folder, "data_folder", lambda given: tmp_path / "a" / "b")
    assert trouble() is None
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, None), (errno.EDQUOT, None), (errno.EROFS, "read-only"), (errno.EACCES, "no access")],
)
def test_a_full_disk_can_still_be_read(tmp_path, monkeypatch, number, said):
    def fails(folder):
        raise OSError(number, said or "full")

    monkeypatch.setattr(data_folder, "_try_to_write", fails)
    assert trouble(tmp_path) == ((Trouble.NOT_WRITABLE, said) if said else None)


def test_a_demonstration_goes_on_from_its_own_moment(tmp_path):
    demonstration.mark(tmp_path, Demonstration(1_400_000_000_000, "overview"))
    assert demonstration.of(tmp_path) == Demonstration(1_400_000_000_000, "overview")
    assert 0 <= demonstration.clock_of(tmp_path)() - 1_400_000_000_000 < 60_000


@pytest.mark.parametrize("text", [None, "", "no json", "[]", "{}", '{"now": "soon"}', '{"now": null}', "\x00"])
def test_a_folder_of_real_work_goes_by_the_pc_s_clock(tmp_path, text):
    if text is not None:
        (tmp_path / demonstration.FILE).write_text(text)
    assert demonstration.of(tmp_path) is None
    assert demonstration.clock_of(tmp_path) is wall_clock
