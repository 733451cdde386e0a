"""Opens this device's journal as every program does: recovers it if it is damaged, makes its daily backup.

The one place where the journal meets the list of practices; `kiosk`, `counter` and `warm-window` all start here.
"""

import logging
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from shared.declaration.declared import declared
from shared.declaration.practice import DeviceKind
from shared.device import config, pepper
from shared.device.leases import Lease
from shared.domain.clock import wall_clock
from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import day_of
from shared.journal import backup, faults, healing, journal_file, opening, purge, recovery
from shared.journal.store import Store
from shared.registry import PROJECTIONS
from shared.sync import enrolment

log = logging.getLogger("warm_window.device")
_LEAST_BYTES = 64_000  # SQLite needs more to open a journal
_leases: "weakref.WeakKeyDictionary[Store, Lease]" = weakref.WeakKeyDictionary()


def open_here(
    folder: Path, *, now: int, hall: str = "", kiosk: bool = False, progress: Progress = no_progress
) -> Store:
    """The journal in `folder`, ready for use; a damaged one is rebuilt from its backup and what can still be read.

    `hall` is set only in a new file. `kiosk`: whether the program is one, which leaves most daily duties to others.
    `progress(done, total)` is called while something long runs. Raises
    `StoreFromFuture`, `StoreFull`, or `FolderInUse` when a damaged file cannot be set aside because another program
    still has it open. While the store is open, no other program can set the file aside.
    """
    lease = Lease(folder)
    try:
        store = _open(folder, lease, now, hall, progress)
    except BaseException:
        lease.close()
        raise
    _leases[store] = lease
    weakref.finalize(store, lease.close)
    run_daily_duties(store, now=now, kiosk=kiosk)
    return store


def _open(folder: Path, lease: Lease, now: int, hall: str, progress: Progress) -> Store:
    lease.share()
    if not (recovery.unfinished(folder) or recovery.vanished(folder)):
        try:
            return opening.open_store(folder, PROJECTIONS, hall=hall, progress=progress)
        except faults.StoreDamaged as error:
            log.warning("the journal is damaged: %s", error)
    lease.take_alone()
    _repair(folder, now, progress)
    lease.share()
    return opening.open_store(folder, PROJECTIONS, hall=hall, progress=progress)


def _repair(folder: Path, now: int, progress: Progress) -> None:
    """Recover the damaged file, unless another program did so while we waited."""
    if recovery.unfinished(folder):
        journal_file.swap_in(folder, now)
    elif recovery.vanished(folder) or not _opens(folder):
        with faults.named(folder):
            recovery.recover(folder, now=now, progress=progress)


def _opens(folder: Path) -> bool:
    try:
        opening.open_store(folder, PROJECTIONS).close()
    except faults.StoreDamaged:
        return False
    return True


def open_now(folder: Path, *, kiosk: bool = False) -> Store:
    """`open_here` with the device's own clock, for the courier."""
    return open_here(folder, now=wall_clock(), kiosk=kiosk)


@contextmanager
def opened(folder: Path, *, now: int, hall: str = "", progress: Progress = no_progress) -> Iterator[Store]:
    """`open_here` for the length of a `with`; then the store is closed and the folder released."""
    store = open_here(folder, now=now, hall=hall, progress=progress)
    try:
        yield store
    finally:
        close(store)


@contextmanager
def opened_unrepaired(folder: Path, *, progress: Progress = no_progress) -> Iterator[Store]:
    """The journal for a command that examines it: not repaired, not backed up. Raises `StoreDamaged` as well.

    On a disk that cannot be written, a temporary copy: the journal itself cannot change meanwhile.
    """
    if is_unwritable(folder):
        with _copy(folder) as copy, closing(opening.open_store(copy, PROJECTIONS, progress=progress)) as store:
            yield store
        return
    lease = Lease(folder)
    try:
        lease.share()
        with closing(opening.open_store(folder, PROJECTIONS, progress=progress)) as store:
            yield store
    finally:
        lease.close()


def is_unwritable(folder: Path) -> bool:
    """Whether the folder is read-only, or its disk too full for SQLite to open a journal."""
    return folder.is_dir() and (not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < _LEAST_BYTES)


@contextmanager
def _copy(folder: Path) -> Iterator[Path]:
    """A temporary folder with a copy of the journal and its WAL."""
    with tempfile.TemporaryDirectory(prefix="warm-window-") as temporary:
        for part in (opening.FILE, f"{opening.FILE}-wal"):
            if (folder / part).exists():
                shutil.copyfile(folder / part, Path(temporary) / part)
        yield Path(temporary)


def close(store: Store) -> None:
    """Close the store for good and release the folder."""
    store.close()
    if lease := _leases.pop(store, None):
        lease.close()


def run_daily_duties(store: Store, *, now: int, kiosk: bool = False) -> None:
    """The day's backup, what practices declare as daily duties (such as erasing personal data), the purge after that.

    Cheap when nothing is due; an app that runs for days calls it hourly. Failures are
    logged and not raised; `doctor` shows the backup's age. `now` is this device's own clock, in ms.
    `kiosk`: only the duties that kiosks have too, as every program does on a PC that joined a hub as one. It spares
    the kiosk 100 modules, 2.4 MB.
    """
    store.stay_in_place(now)
    now += store.clock_correction
    _attempt("checking the journal", lambda: healing.check_next(store, now))
    _attempt("the daily backup", lambda: _back_up(store, now))
    kiosk = kiosk or _joined_as_kiosk(store.folder)
    for practice in declared().practices:
        for duty in (practice.daily_everywhere, None if kiosk else practice.daily):
            if duty:
                _attempt(f"the daily duty of {practice.name}", partial(duty, store, now=now))
    _attempt("keeping the key of the PINs", lambda: _keep_pepper(store.folder))
    _attempt("the purge of erased values", lambda: purge.purge(store))


def _joined_as_kiosk(folder: Path) -> bool:
    try:
        enrolled = enrolment.joined(folder)
    except enrolment.EnrolmentError:  # lost or damaged; the courier says so
        return False
    return enrolled is not None and enrolled.kind == DeviceKind.KIOSK


def newest_backup(folder: Path) -> date | None:
    """The day of the newest daily backup in `folder`; None where there is none."""
    found = backup.dailies(folder)
    return date.fromisoformat(found[0].stem) if found else None


def _attempt(what: str, duty: Callable[[], object]) -> None:
    try:
        duty()
    except Exception:
        log.exception("%s failed; it is tried again", what)


def _back_up(store: Store, now: int) -> None:
    kept = config.load(store.folder).backups_kept
    backup.daily(store.db, store.folder, day_of(now), kept=kept)


def _keep_pepper(folder: Path) -> None:
    if fault := pepper.fault(folder):  # at every start: it makes the fingerprint by which a later loss is noticed
        log.error("no PIN can be checked: %s", fault)
    elif pepper.move_to_vault(folder):
        log.info("the key of the PINs was moved to the credential store of this user")


def restore(folder: Path, file: Path, *, now: int) -> None:
    """Go back to a backup. Raises `FolderInUse` while kiosk or counter are open, `StoreDamaged` for a bad backup."""
    lease = Lease(folder)
    try:
        lease.take_alone(wait_seconds=2)
        with faults.named(folder):
            recovery.restore(folder, file, now=now)
    finally:
        lease.close()
