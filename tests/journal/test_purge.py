"""What was erased is in no file of the folder any more, whatever copies were made."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from shared import device_journal
from shared.device_journal import run_daily_duties
from shared.journal import backup, opening, purge, verify
from shared.journal.opening import FILE
from shared.journal.sqlite import sqlite3
from shared.journal.store import Store
from shared.practice.inquiries import actions
from tests.practice.inquiries.asking import ask
from tests.support.practice_hall import ZHANG, at, begin_day, open_hall

CLOSED, DUE = date(2026, 3, 6), date(2026, 9, 3)
PHONE, NAME = "13812345678", "王小明"


def holding(folder: Path) -> list[str]:
    """The files of the folder that hold the customer's phone number or name."""
    wanted = (PHONE.encode(), NAME.encode(), NAME.encode("utf-16-le"))
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sorted(file.relative_to(folder).as_posix() for file in files if any(w in file.read_bytes() for w in wanted))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A hall with a ticket closed long ago, and copies of every kind that hold its customer."""
    store = open_hall(tmp_path)
    opened = ask(store)
    for day in (date(2026, 3, 5), CLOSED):
        run_daily_duties(store, now=at("09:00", day))
    actions.close(store, ZHANG, opened.id, "已答复", now=at("10:00", CLOSED))
    aside = tmp_path / "set-aside-20260306-120000"
    aside.mkdir()
    backup.back_up(store.db, aside / FILE)
    backup.back_up(store.db, tmp_path / backup.FOLDER / "before-0009.db")
    ask(store, phone="024-23456789", name="李四")  # stays open
    for week in range(26):
        begin_day(store, date(2026, 9, 2) - timedelta(weeks=week))
    yield store
    store.close()


def test_the_phone_of_an_erased_customer_is_in_no_file_of_the_folder(store: Store, tmp_path: Path) -> None:
    assert len(holding(tmp_path)) >= 5
    run_daily_duties(store, now=at("10:00", DUE))
    assert holding(tmp_path) == []
    store.close()
    assert holding(tmp_path) == []
    assert b"024" in b"".join(file.read_bytes() for file in tmp_path.rglob("*.db"))  # the open ticket's


@pytest.mark.skipif(not opening.wal_is_safe(), reason="with a rollback journal there is no log")
def test_while_another_program_reads_the_log_keeps_the_phone_and_is_purged_later(store: Store, tmp_path: Path) -> None:
    store.db.wait_seconds = 0.02  # type: ignore[attr-defined]
    with closing(sqlite3.connect(tmp_path / FILE)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM companion").fetchone()
        run_daily_duties(store, now=at("10:00", DUE))
        assert store.setting(purge.DUE)
    assert purge.purge(store)
    assert holding(tmp_path) == []
    assert not purge.purge(store)


def test_a_purged_backup_can_still_be_restored(store: Store, tmp_path: Path) -> None:
    run_daily_duties(store, now=at("10:00", DUE))
    store.close()
    device_journal.restore(tmp_path, tmp_path / backup.FOLDER / "2026-03-06.db", now=at("11:00", DUE))
    with device_journal.opened(tmp_path, now=at("11:00", DUE)) as restored:
        assert any(event.kind == "inquiry_opened" for event in restored.events())
    assert holding(tmp_path) == []


def test_a_purged_backup_put_in_place_by_hand_has_whole_tables(store: Store, tmp_path: Path) -> None:
    run_daily_duties(store, now=at("10:00", DUE))
    (tmp_path / "by hand").mkdir()
    shutil.copy(tmp_path / backup.FOLDER / "2026-03-06.db", tmp_path / "by hand" / FILE)
    with device_journal.opened(tmp_path / "by hand", now=at("11:00", DUE)) as found:
        assert verify.projections(found) == ()


def test_a_journal_of_an_earlier_version_left_the_phone_in_free_pages(store: Store, tmp_path: Path) -> None:
    store.db.execute_sql("PRAGMA secure_delete = 0")
    tickets = [ask(store, phone=PHONE, text=f"{PHONE} " * 20 + str(row)).id for row in range(100)]
    tickets += [event.subject for event in store.events() if event.kind == "inquiry_opened"]
    with store.transaction(at("10:00", DUE)) as tx:
        for ticket in dict.fromkeys(tickets):
            tx.erase(ticket, reason="retention")
    store.db.execute_sql("DELETE FROM meta WHERE key = ?", (purge.DUE,))
    assert FILE in holding(tmp_path)
    store.db.execute_sql("PRAGMA secure_delete = 1")
    assert purge.purge(store)
    assert holding(tmp_path) == []
    assert not purge.purge(store)


def test_a_damaged_copy_that_holds_an_erased_customer_is_deleted(store: Store, tmp_path: Path) -> None:
    damaged = tmp_path / "set-aside-20260306-120000" / FILE
    damaged.write_bytes(b"x" * 100 + damaged.read_bytes()[100:])
    spoilt = tmp_path / backup.FOLDER / "2026-03-06.db"
    spoilt.write_bytes(b"x" * 100 + spoilt.read_bytes()[100:])
    other = tmp_path / "set-aside-20260307-120000"
    other.mkdir()
    (other / FILE).write_bytes(b"nothing of a customer's" * 100)
    run_daily_duties(store, now=at("10:00", DUE))
    assert holding(tmp_path) == []
    assert (other / FILE).exists()
    assert not spoilt.exists()
    assert (tmp_path / backup.FOLDER / "before-0009.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_a_backup_is_for_this_user_s_eyes_only(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "usb" / "copy.db"
    backup.back_up(store.db, file)
    for each in (file, *(tmp_path / backup.FOLDER).glob("*.db")):
        assert each.stat().st_mode & 0o777 == 0o600
    shutil.rmtree(file.parent)
