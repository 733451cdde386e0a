"""Opening the file: migrations in order, several processes at once, newer files, backups before a step, leases."""

import shutil
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from shared import device_journal
from shared.device.leases import FolderInUse, Lease
from shared.journal import backup, database, opening
from shared.journal.faults import StoreFromFuture
from shared.registry import PROJECTIONS
from tests.support import patience
from tests.support.builders import HALL, MORNING, empty_store, staffed_store


def schema(file):
    db = peewee.SqliteDatabase(str(file))
    rows = db.execute_sql(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    db.close()
    return [row for row in rows if not row[1].startswith("schema_migration")]


@pytest.fixture
def second_step(tmp_path, monkeypatch):
    """A version of the program with one more step than the shipped one."""
    steps = tmp_path / "steps"
    shutil.copytree(opening.MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    newest = max(int(step.name[:4]) for step in steps.glob("0*.py"))
    step = f"{newest + 1:04}_note"
    text = 'def up(migrator, db):\n    db.execute_sql("ALTER TABLE meta ADD COLUMN note TEXT")\n'
    (steps / f"{step}.py").write_text(text)

    def switch():
        monkeypatch.setattr(opening, "MIGRATIONS", steps)
        return step

    return switch


def test_a_migrated_file_has_the_schema_of_a_fresh_one(tmp_path, second_step):
    old = staffed_store(tmp_path / "migrated")
    before = old.events()
    old.close()
    step = second_step()
    migrated = empty_store(tmp_path / "migrated")
    assert migrated.events() == before
    migrated.close()
    with device_journal.opened(tmp_path / "fresh", now=MORNING):
        pass
    assert schema(tmp_path / "migrated" / opening.FILE) == schema(tmp_path / "fresh" / opening.FILE)
    kept = tmp_path / "migrated" / backup.FOLDER / f"before-{step}.db"
    assert backup.is_sound(kept)
    assert not any("note" in sql for _, name, sql in schema(kept) if name == "meta")


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path, second_step, monkeypatch):
    with monkeypatch.context():
        step = second_step()
        empty_store(tmp_path / "data").close()
    monkeypatch.undo()
    before = (tmp_path / "data" / opening.FILE).read_bytes()
    with pytest.raises(StoreFromFuture, match=step):
        device_journal.open_here(tmp_path / "data", now=MORNING)
    assert (tmp_path / "data" / opening.FILE).read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path, second_step):
    staffed_store(tmp_path / "data").close()
    before = schema(tmp_path / "data" / opening.FILE)
    step = second_step()
    file = opening.MIGRATIONS / f"{step}.py"
    file.write_text(file.read_text() + '    db.execute_sql("NONSENSE")\n')
    with pytest.raises(peewee.OperationalError):
        empty_store(tmp_path / "data")
    assert schema(tmp_path / "data" / opening.FILE) == before


_OPEN = """
import sys
from pathlib import Path
from shared import device_journal
from shared.people.actions import set_hall
sys.stdin.readline()
store = device_journal.open_here(Path(sys.argv[1]), now=1_772_400_000_000, hall="H")
set_hall(store, sys.argv[2], sys.argv[2], "b", now=1_772_400_000_000)
print(store.station)
device_journal.close(store)
"""


@pytest.mark.parametrize("attempt", [0, *(pytest.param(more, marks=pytest.mark.long) for more in range(1, 10))])
def test_many_processes_open_one_fresh_folder_at_once(tmp_path, attempt):
    command = [sys.executable, "-c", _OPEN, str(tmp_path / "data")]
    pipe = subprocess.PIPE
    started = [
        subprocess.Popen([*command, f"H{place}"], stdin=pipe, stdout=pipe, stderr=pipe, text=True) for place in range(4)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=patience.SECONDS) for process in started]
    assert [process.returncode for process in started] == [0] * 4, [error for _, error in answers]
    assert len({out for out, _ in answers}) == 1  # one file, one station
    with device_journal.opened(tmp_path / "data", now=MORNING) as store:
        assert sorted(event.body["code"] for event in store.events()) == ["H0", "H1", "H2", "H3"]
        assert [event.n for event in store.events()] == [1, 2, 3, 4]


def test_the_file_is_opened_with_durable_settings(tmp_path):
    store = empty_store(tmp_path)
    pragmas = {name: store.db.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert pragmas == {"journal_mode": "wal" if opening.wal_is_safe() else "delete", "synchronous": 2}
    assert store.db.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1
    store.close()


def test_a_checked_file_keeps_the_usual_cache(tmp_path):
    store = empty_store(tmp_path)
    with closing(opening.connect(tmp_path / opening.FILE)) as unchecked:
        assert store.db.cache_size == unchecked.cache_size
    store.close()


def test_a_folder_in_use_is_not_set_aside(tmp_path):
    with device_journal.opened(tmp_path, now=MORNING, hall=HALL):
        other = Lease(tmp_path)
        with pytest.raises(FolderInUse):
            other.take_alone(wait_seconds=0.1)
        other.share()
        other.close()
    alone = Lease(tmp_path)
    alone.take_alone(wait_seconds=0.1)
    with pytest.raises(FolderInUse):
        Lease(tmp_path).share(wait_seconds=0.1)
    alone.close()


def test_the_station_stays_and_the_hall_is_set_once(tmp_path):
    first = empty_store(tmp_path)
    station = first.station
    first.close()
    again = opening.open_store(tmp_path, (), hall="别处")
    assert (again.station, again.hall) == (station, HALL)
    again.close()
    assert Path(tmp_path / "ballast").exists()


@pytest.fixture(params=["pysqlite3", "Python's own module, as on Windows"])
def module(request, monkeypatch):
    """Both ways to wait: by SQLite's busy handler, and by asking again where no handler can be set."""
    if request.param != "pysqlite3":
        monkeypatch.setattr(database, "_has_busy_handler", lambda connection: False)


@pytest.mark.usefixtures("module")
def test_a_writer_waits_for_the_file_as_long_as_it_may_and_no_longer(tmp_path):
    first = empty_store(tmp_path)
    second = opening.connect(tmp_path / opening.FILE)
    second.wait_seconds = 0.02
    with first.db.atomic(), pytest.raises(peewee.OperationalError, match="locked"):
        second.begin()
    second.begin()
    second.rollback()
    second.close()
    first.close()


@pytest.mark.usefixtures("module")
def test_a_waiting_writer_goes_on_as_soon_as_the_other_has_ended(tmp_path):
    first, written = empty_store(tmp_path), []

    def write():
        second = opening.connect(tmp_path / opening.FILE)
        second.begin()
        written.append(True)
        second.rollback()
        second.close()

    writer = threading.Thread(target=write)
    with first.db.atomic():
        writer.start()
        writer.join(0.1)
        assert (writer.is_alive(), written) == (True, [])
    writer.join(patience.SECONDS)
    assert written == [True]
    first.close()


@pytest.fixture
def impatient(monkeypatch):
    """A tap waits 0.1 s for the file, not 5."""
    connect = opening.connect

    def impatiently(file):
        db = connect(file)
        db.wait_seconds = 0.1
        return db

    monkeypatch.setattr(opening, "connect", impatiently)


def test_a_program_that_starts_while_another_rebuilds_waits_for_it(tmp_path, impatient):
    staffed_store(tmp_path).close()
    first = empty_store(tmp_path)
    opened = []

    def start():
        opening.open_store(tmp_path, PROJECTIONS).close()
        opened.append("second")

    second = threading.Thread(target=start)
    with first.db.atomic():
        second.start()
        second.join(1)
        assert second.is_alive()
        first.rebuild()
    second.join(patience.SECONDS)
    assert opened == ["second"]
    first.close()
