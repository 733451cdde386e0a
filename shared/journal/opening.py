"""Open a journal file: check SQLite, check the file, back up, migrate under one lock, rebuild what changed."""

import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import peewee
from playhouse.migrations import Runner

from shared.domain.progress import Progress, no_progress
from shared.journal import faults
from shared.journal.database import WAIT_SECONDS, JournalDatabase
from shared.journal.journal_file import FILE as FILE
from shared.journal.projection import Projection, Projections
from shared.journal.sqlite import check, vacuum_into
from shared.journal.store import Store
from shared.journal.tables import MetaRow

MIGRATIONS = Path(__file__).parent / "migrations"
_REBUILD_SECONDS = 600.0  # the longest wait for another program that rebuilds ten years of events
_CHECK_PAGES = 16
_WAL_SAFE = (3, 51, 3)  # older ones can corrupt a WAL under two processes
STATEMENTS = 500
"""Statements kept prepared, 6 kB each.

Once that many have been used, pysqlite3 drops each new one at the next: a rebuild filled its usual 100 for good,
and every tap had its statements parsed again, 0.2 ms.
"""


def connect(file: Path) -> JournalDatabase:
    """A database handle with the journal's settings; WAL only where this SQLite is safe with it."""
    pragmas = {
        "journal_mode": "wal" if wal_is_safe() else "delete",
        "synchronous": "full",
        "foreign_keys": 1,
        "secure_delete": 1,  # what is erased is zeroed
        "busy_timeout": 5000,
        "wal_autocheckpoint": 4000,  # pages: one tap in hundreds pays for the checkpoint, not one in sixty
    }
    return JournalDatabase(str(file), pragmas=pragmas, lock_type="IMMEDIATE", timeout=5, cached_statements=STATEMENTS)


def wal_is_safe() -> bool:
    """Whether the SQLite in use has the fix for two processes on one WAL."""
    version: tuple[int, ...] = peewee.sqlite3.sqlite_version_info  # type: ignore[attr-defined]  # the module peewee chose
    return version >= _WAL_SAFE


def open_store(
    folder: Path,
    projections: Iterable[Projection],
    *,
    hall: str = "",
    progress: Progress = no_progress,
) -> Store:
    """Open (or make) the journal in `folder`, and rebuild its projections if they are of another version.

    `hall` is set only in a new file; `progress(done, total)` counts events while rebuilding. Raises `StoreDamaged`,
    `StoreFromFuture`, `StoreFull`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # it holds customers' names and phones
    faults.lay_ballast(folder)
    db = connect(folder / FILE)
    registered = Projections(projections)
    try:
        with faults.named(folder):
            _check(db)
            db.wait_seconds = _REBUILD_SECONDS
            migrate(db, folder)
            _set_station(db, hall)
            store = Store(db, registered, folder)
            store.rebuild_if_changed(progress)
            db.wait_seconds = WAIT_SECONDS
    except BaseException:
        close_even_damaged(db)
        raise
    return store


def close_even_damaged(db: peewee.SqliteDatabase) -> None:
    """Close a file even if it is damaged, without an error: Windows cannot move a file that is open."""
    with suppress(peewee.DatabaseError):
        db.close()


def _check(db: peewee.SqliteDatabase) -> None:
    """Check with a small cache: the usual one would stay with the connection, full of pages that are read once."""
    usual, db.cache_size = db.cache_size, _CHECK_PAGES
    answer = check(db)
    db.cache_size = usual
    if answer != "ok":
        raise faults.StoreDamaged(answer)


def refuse_future(db: peewee.SqliteDatabase) -> None:
    """Raise `StoreFromFuture` when a newer version has changed this file."""
    _steps(Runner(db, directory=str(MIGRATIONS)))


def _steps(runner: Runner) -> tuple[set[str], set[str]]:
    known, applied = {step.name for step in runner.migrations()}, set(runner.applied())
    if applied - known:
        raise faults.StoreFromFuture(", ".join(sorted(applied - known)))
    return known, applied


def migrate(db: peewee.SqliteDatabase, folder: Path) -> None:
    """Apply the migrations that this file lacks, under the write lock of `atomic`: the runner itself takes none."""
    runner = Runner(db, directory=str(MIGRATIONS))
    known, applied = _steps(runner)
    if known <= applied:
        return
    if applied:
        _back_up_first(db, folder, min(known - applied))
    with db.atomic():
        runner.up()


def _back_up_first(db: peewee.SqliteDatabase, folder: Path, step: str) -> None:
    file = folder / "backups" / f"before-{step}.db"
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        vacuum_into(db, file)


def _set_station(db: peewee.SqliteDatabase, hall: str) -> None:
    """Give a new file its station id; two processes at once agree, because the first one wins."""
    settings = [{"key": "station", "value": uuid.uuid4().hex[:12]}, {"key": "hall", "value": hall}]
    wanted = settings if hall else settings[:1]
    with db.atomic():
        MetaRow.insert_many(wanted).on_conflict_ignore().execute(db)
