"""Somebody deletes or replaces journal.db while programs have it open: no card that was thanked for is lost."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared import device_journal
from shared.device.leases import Lease
from shared.domain.workdays import day_of
from shared.journal import backup, journal_file, opening, verify
from shared.journal.faults import StoreMoved
from shared.journal.opening import open_store
from shared.journal.sqlite import sqlite3
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.qt.background import Background
from shared.registry import PROJECTIONS
from shared.sync.courier import Courier
from tests.support import patience
from tests.support.builders import MORNING, staffed_store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete or replace an open file")
MINUTE = 60_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A hall with one card, and a backup from before a second one."""
    store = staffed_store(tmp_path)
    award(store, 1)
    backup.daily(store.db, tmp_path, day_of(MORNING))
    award(store, 2)
    yield store
    store.close()


def award(store: Store, minute: int) -> None:
    cards.award(store, "1001", P.POLITE, now=MORNING + minute * MINUTE)


def on_restart(folder: Path) -> int:
    """How many cards a program finds that is started now, while the others run: a copy of the folder tells."""
    copy = folder.parent / f"{folder.name}-restarted"
    shutil.copytree(folder, copy)
    with device_journal.opened(copy, now=MORNING + 60 * MINUTE) as store:
        assert verify.journal(store).found is None
        assert verify.projections(store) == ()
        total = len(views.mine(store, "1001", now=MORNING + 600 * MINUTE).cards)
    shutil.rmtree(copy)
    return total


def test_the_courier_puts_a_deleted_file_back_while_nothing_is_recorded(store: Store, tmp_path: Path) -> None:
    (tmp_path / journal_file.FILE).unlink()
    Courier(tmp_path, lambda: store).step(store)
    assert on_restart(tmp_path) == 2


def test_a_card_given_after_the_file_was_deleted_was_lost(store: Store, tmp_path: Path) -> None:
    (tmp_path / journal_file.FILE).unlink()
    award(store, 3)
    assert on_restart(tmp_path) == 3
    award(store, 4)
    assert on_restart(tmp_path) == 4
    assert not list(tmp_path.glob("set-aside-*"))


def test_a_file_deleted_between_two_taps_is_put_back_before_the_next(store: Store, tmp_path: Path) -> None:
    (tmp_path / journal_file.FILE).unlink()
    device_journal.run_daily_duties(store, now=MORNING + 3 * MINUTE)
    assert on_restart(tmp_path) == 2


def test_a_file_put_in_its_place_is_set_aside(store: Store, tmp_path: Path) -> None:
    (older,) = backup.dailies(tmp_path)
    shutil.copyfile(older, tmp_path / "other.db")
    (tmp_path / "other.db").replace(tmp_path / journal_file.FILE)
    award(store, 3)
    assert on_restart(tmp_path) == 3
    (aside,) = tmp_path.glob("set-aside-*")
    assert backup.is_sound(aside / journal_file.FILE)


def test_a_truncated_file_fails_or_keeps_the_card(store: Store, tmp_path: Path) -> None:
    with (tmp_path / journal_file.FILE).open("r+b") as file:
        file.truncate(0)
    try:
        award(store, 3)
    except Exception as error:
        said = str(error)
        store.db.close()
        assert on_restart(tmp_path) >= 1, said
    else:
        assert on_restart(tmp_path) == 3


def test_two_programs_agree_on_one_file_and_neither_loses_a_card(store: Store, tmp_path: Path) -> None:
    """The second finds the file that the first one put back, and goes over to it before it records."""
    with closing(open_store(tmp_path, PROJECTIONS)) as other:
        award(other, 3)
        (tmp_path / journal_file.FILE).unlink()
        award(store, 4)
        award(other, 5)
        award(store, 6)
        award(other, 7)
        assert len(other.events()) == len(store.events())
    assert on_restart(tmp_path) == 7
    assert not list(tmp_path.glob("set-aside-*"))


def test_an_app_does_the_act_again_by_itself(store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    with closing(open_store(tmp_path, PROJECTIONS)) as other:
        background = Background(lambda: open_store(tmp_path, PROJECTIONS))
        with qtbot.waitSignal(background.ready, timeout=patience.MS):
            background.start()
        (tmp_path / journal_file.FILE).unlink()
        award(other, 3)
        thanked: list[bool] = []
        background.run(lambda own: award(own, 4), lambda _: thanked.append(True))
        qtbot.waitUntil(lambda: bool(thanked), timeout=patience.MS)
        background.close()
    assert on_restart(tmp_path) == 4


def tap(store: Store, *acts: Callable[[], object]) -> None:
    """What happens in the course of one transaction."""
    with store.transaction(MORNING + 3 * MINUTE):
        for act in acts:
            act()


def test_a_tap_that_missed_the_file_another_program_put_back_is_done_again(store: Store, tmp_path: Path) -> None:
    with closing(open_store(tmp_path, PROJECTIONS)) as other:
        deleted = (tmp_path / journal_file.FILE).unlink
        with pytest.raises(StoreMoved) as moved:
            tap(store, lambda: award(store, 3), deleted, lambda: award(other, 4))
        assert moved.value.try_again
        award(store, 3)
    assert on_restart(tmp_path) == 4


@pytest.mark.parametrize("wrote_before", [True, False])
@pytest.mark.parametrize("logged", [True, False])
def test_a_file_deleted_in_the_middle_of_a_tap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logged: bool, wrote_before: bool
) -> None:
    """With a write-ahead log the tap ends well; without one SQLite may refuse to write, and it is done again."""
    if not logged:
        monkeypatch.setattr(opening, "wal_is_safe", lambda: False)
    with closing(staffed_store(tmp_path)) as store:
        award(store, 1)
        before = [lambda: award(store, 2)] if wrote_before else []
        try:
            tap(store, *before, (tmp_path / journal_file.FILE).unlink, lambda: award(store, 3))
        except StoreMoved:
            award(store, 3)
        assert on_restart(tmp_path) == 2 + wrote_before


def test_the_log_of_the_deleted_file_does_not_spoil_the_new_one(store: Store, tmp_path: Path) -> None:
    with closing(open_store(tmp_path, PROJECTIONS)) as other:
        (tmp_path / journal_file.FILE).unlink()
        award(store, 3)
        other.close()  # the last one on the deleted file: SQLite would delete "its" log now
        for minute in range(4, 24):
            award(store, minute)
        with closing(sqlite3.connect(tmp_path / journal_file.FILE)) as third:
            assert third.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert on_restart(tmp_path) == 23


def test_the_lease_still_keeps_others_out_meanwhile(store: Store, tmp_path: Path) -> None:
    lease = Lease(tmp_path)
    lease.share()
    (tmp_path / journal_file.FILE).unlink()
    award(store, 3)
    assert on_restart(tmp_path) == 3
    lease.close()
