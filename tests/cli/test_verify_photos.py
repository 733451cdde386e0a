"""`verify` finds changed and missing photos; the daily duties repair a damaged one."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from shared import device_journal
from shared.journal import attachments, backup
from shared.people import actions, views
from tests.support.builders import MORNING, staffed_store

PHOTO = random.Random(1).randbytes(9_000)
HOUR = 3_600_000
Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hall where one person has a photo."""
    with closing(staffed_store(tmp_path / "data")) as store:
        assert actions.set_photo(store, "1001", PHOTO, now=MORNING) is None
    return tmp_path / "data"


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "journal.db")) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_changed_photo_was_not_seen_by_verify(folder: Path, run: Run) -> None:
    assert "完好" in run("verify").stdout
    change(folder, "UPDATE attachment SET content = x'ffd8ff'")
    said = run("verify", code=1).output
    assert "照片与名称不符" in said


def test_a_lost_photo_was_not_seen_by_verify(folder: Path, run: Run) -> None:
    change(folder, "DELETE FROM attachment")
    assert "staff:1001" in run("verify", code=1).output


@pytest.mark.parametrize(("backed_up", "sent"), [(True, False), (False, True), (False, False)])
def test_a_spoilt_photo_is_healed_or_comes_again(folder: Path, backed_up: bool, sent: bool) -> None:
    """From a backup; else from the hub, which sends what is missing; else it is left as it is."""
    if backed_up:
        with device_journal.opened(folder, now=MORNING + HOUR):
            assert backup.dailies(folder)
    change(folder, f"UPDATE attachment SET content = x'ffd8ff', sent = {int(sent)}")
    with device_journal.opened(folder, now=MORNING + 3 * HOUR) as store:
        found = views.person(store, "1001")
        assert found is not None
        assert found.photo == (PHOTO if backed_up else None if sent else b"\xff\xd8\xff")
        assert bool(attachments.missing(store)) == sent
        assert len(attachments.to_send(store)) == int(not sent)  # the hub is asked whether it has the sound one
