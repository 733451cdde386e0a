"""Backups: one a day, made and restored by command; they overwrite nothing but backups."""

import sqlite3
from contextlib import closing

import pytest

from shared import device_journal
from shared.journal import backup, faults, opening, verify
from tests.cli.conftest import run
from tests.journal.damage import DAY, award
from tests.support.builders import HALL, MORNING, staffed_store

__all__ = ["run"]


def test_one_backup_a_day_and_seven_kept(tmp_path):
    for day in range(10):
        for hour in (0, 5):
            device_journal.open_here(tmp_path, now=MORNING + day * DAY + hour * 3_600_000, hall=HALL).close()
    names = [file.stem for file in backup.dailies(tmp_path)]
    assert names == [f"2026-03-{day:02}" for day in range(11, 4, -1)]
    assert all(backup.is_sound(file) for file in backup.dailies(tmp_path))


def test_back_up_and_restore_through_the_command_line(run, tmp_path):
    folder, file = tmp_path / "data", tmp_path / "kept.db"
    store = staffed_store(folder)
    award(store, 10, MORNING)
    station, saved = store.station, store.events()
    store.close()
    run("backup", file)
    with device_journal.opened(folder, now=MORNING) as store:
        award(store, 5, MORNING + DAY)
    said = run("restore", file).stdout
    with device_journal.opened(folder, now=MORNING) as store:
        events = store.events()
        assert events[: len(saved)] == saved
        assert [event.kind for event in events[len(saved) :]] == ["station_replaced"]
        assert store.station != station
        assert verify.projections(store) == ()
    (aside,) = folder.glob("set-aside-*")
    assert str(aside) in said
    assert backup.is_sound(aside / opening.FILE)  # nothing is deleted
    run("verify")
    run("--data", tmp_path / "elsewhere", "restore", file)  # a new machine


def test_a_backup_overwrites_only_backups(run, tmp_path):
    run("init")
    other = tmp_path / "thesis.txt"
    other.write_text("mine")
    run("backup", other, code=1)
    run("backup", tmp_path / "data" / opening.FILE, code=1)
    run("restore", other, code=1)
    run("backup", tmp_path / "no" / "such" / "folder" / "b.db")
    run("backup", tmp_path / "b.db")
    run("backup", tmp_path / "b.db")
    assert other.read_text() == "mine"


def test_restore_is_refused_while_the_folder_is_in_use(run, tmp_path):
    run("init")
    run("backup", tmp_path / "b.db")
    with device_journal.opened(tmp_path / "data", now=MORNING):
        assert "自助屏" in run("restore", tmp_path / "b.db", code=1).stderr


def test_a_failed_backup_does_not_stop_the_program(tmp_path, caplog):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / backup.FOLDER).write_text("in the way")
    with device_journal.opened(tmp_path / "data", now=MORNING, hall=HALL) as store:
        assert store.hall == HALL
    assert "backup" in caplog.text


def test_another_program_s_file_with_tables_of_the_same_names_is_no_backup(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.executescript("CREATE TABLE event (a); CREATE TABLE meta (b);")
    assert not backup.is_sound(tmp_path / "x.db")


def test_nothing_is_copied_from_a_file_that_is_no_sound_backup(tmp_path):
    (tmp_path / "x.db").write_text("mine")
    for file in (tmp_path / "x.db", tmp_path / "none.db", tmp_path):
        assert not backup.is_sound(file)
        with pytest.raises(faults.StoreDamaged):
            backup.copy_of(file, tmp_path / "target.db")
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]
