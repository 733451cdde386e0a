"""A history rewritten with its chain is found by signed days; backups with foreign triggers or views are refused."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from click.testing import Result

from shared import device_journal
from shared.daily_log import actions as daily
from shared.journal import backup, journal_file, seal, verify
from shared.journal.sqlite import sqlite3
from shared.journal.tables import COLUMNS, as_event, as_row
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from tests.cli.conftest import run
from tests.support.builders import HALL, MONDAY, MORNING, actor, staffed_store

__all__ = ["run"]
Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hall of three cards, whose day was signed, and a card after it."""
    folder = tmp_path / "data"
    store = staffed_store(folder)
    for place in range(3):
        cards.award(store, "1001", list(P)[place], now=MORNING + place * 600_000)
    daily.sign(store, actor("2001"), HALL, MONDAY, now=MORNING + 36_000_000)
    cards.award(store, "1002", P.POLITE, now=MORNING + 90_000_000)
    store.close()
    return folder


def rewrite(folder: Path, said: str, says: str) -> None:
    """What somebody does who has this program's sources: change events and seal all that follow again."""
    with closing(sqlite3.connect(folder / journal_file.FILE)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        links: dict[str, str] = {}
        for row in connection.execute(f"SELECT pos, {COLUMNS} FROM event ORDER BY n").fetchall():
            event = as_event((*row[:10], row[10].replace(said, says), *row[11:]))
            links[event.station] = link = seal.link(links.get(event.station, seal.START), event)
            values = as_row(msgspec.structs.replace(event, link=link), acked=False, seq=None)
            connection.execute("UPDATE event SET body = ?, link = ? WHERE pos = ?", (values[9], values[11], row[0]))
        for _, statement in guards:
            connection.execute(statement)
        connection.execute("DELETE FROM meta WHERE key = 'projections'")
        connection.commit()


def test_a_history_rewritten_with_its_chain_is_found_by_its_signed_days(folder: Path, run: Run) -> None:
    assert "完好" in run("verify").stdout
    rewrite(folder, '"p":"patient"', '"p":"positive"')
    with device_journal.opened(folder, now=MORNING) as store:
        assert verify.journal(store).found is None  # the chain fits
    told = run("verify", code=1).stderr
    assert MONDAY.isoformat() in told
    assert "签字" in told


def test_facts_recorded_after_a_signature_leave_it_valid(folder: Path, run: Run) -> None:
    with device_journal.opened(folder, now=MORNING) as store:
        cards.award(store, "1001", P.POLITE, now=MORNING + 100_000_000)
        daily.sign(store, actor("2001"), HALL, MONDAY, now=MORNING + 110_000_000)
    assert "完好" in run("verify").stdout


INJECTED = {
    "trigger": "CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM companion; END",
    "guard": "DROP TRIGGER event_no_delete; CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT 1; END",
    "view": "CREATE VIEW staff AS SELECT * FROM person",
}


@pytest.mark.parametrize("injected", INJECTED.values(), ids=INJECTED)
def test_a_backup_with_triggers_or_views_of_others_is_not_restored(folder: Path, run: Run, injected: str) -> None:
    file = folder.parent / "kept.db"
    run("backup", file)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(injected)
    assert backup.is_sound(file)
    before = (folder / journal_file.FILE).stat().st_ino
    assert "触发器" in run("restore", file, code=1).stderr
    assert (folder / journal_file.FILE).stat().st_ino == before
    assert not list(folder.glob("set-aside-*"))


def test_a_damaged_journal_is_not_mended_from_such_a_backup(folder: Path) -> None:
    with device_journal.opened(folder, now=MORNING):
        pass
    (kept,) = (folder / backup.FOLDER).glob("*.db")
    with closing(sqlite3.connect(kept)) as connection:
        connection.executescript(INJECTED["trigger"])
    assert backup.newest_sound(folder) is None
