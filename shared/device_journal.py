"""Open this device's journal as every program of the product does: recover it if it is damaged, make its daily backup.

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
from shared.device import config, pepper
from shared.device.leases import Lease
from shared.domain.clock import wall_clock
from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import day_of
from shared.journal import backup, faults, healing, in_place, opening, purge, recovery
from shared.journal.store import Store
from shared.registry import PROJECTIONS

log = logging.getLogger("warm_window.device")
_LEAST_BYTES = 64_000  # SQLite needs more to open a journal
_leases: "weakref.WeakKeyDictionary[Store, Lease]" = weakref.WeakKeyDictionary()


def open_here(folder: Path, *, now: int, hall: str = "", progress: Progress = no_progress) -> Store:
    """The journal in `folder`, ready for use; a damaged one is rebuilt from its backup and what can still be read.

    `hall` is set only in a new file. `progress(done, total)` is called while something long runs. Raises
    `StoreFromFuture`, `StoreFull`, or `FolderInUse` when a damaged file cannot be set aside because another program
    still has it open. As long as the store lives, nobody else can set the file aside.
    """
    lease = Lease(folder)
    try:
        store = _open(folder, lease, now, hall, progress)
    except BaseException:
        lease.close()
        raise
    _leases[store] = lease
    weakref.finalize(store, lease.close)
    keep_house(store, now=now)
    return store


def _open(folder: Path, lease: Lease, now: int, hall: str, progress: Progress) -> Store:
    lease.share()
    if not (recovery.unfinished(folder) or recovery.vanished(folder)):
        try:
            return opening.open_store(folder, PROJECTIONS, hall=hall, progress=progress)
        except faults.StoreDamaged as error:
            log.warning("the journal is damaged: %s", error)
    lease.take_alone()
    _mend(folder, now, progress)
    lease.share()
    return opening.open_store(folder, PROJECTIONS, hall=hall, progress=progress)


def _mend(folder: Path, now: int, progress: Progress) -> None:
    """Set the damaged file right, unless another program did so while we waited."""
    if recovery.unfinished(folder):
        in_place.put(folder, now)
    elif recovery.vanished(folder) or not _opens(folder):
        with faults.named(folder):
            recovery.recover(folder, now=now, progress=progress)


def _opens(folder: Path) -> bool:
    try:
        opening.open_store(folder, PROJECTIONS).close()
    except faults.StoreDamaged:
        return False
    return True


def open_now(folder: Path) -> Store:
    """`open_here` by the device's own clock: what a courier opens the journal with."""
    return open_here(folder, now=wall_clock())


@contextmanager
def opened(folder: Path, *, now: int, hall: str = "", progress: Progress = no_progress) -> Iterator[Store]:
    """`open_here` for the length of a `with`: afterwards the folder is free."""
    store = open_here(folder, now=now, hall=hall, progress=progress)
    try:
        yield store
    finally:
        close(store)


@contextmanager
def as_it_is(folder: Path, *, progress: Progress = no_progress) -> Iterator[Store]:
    """The journal for whoever examines it: nothing is mended, nothing backed up. Raises `StoreDamaged` as well.

    On a disk that takes nothing, a copy of it elsewhere: nobody can be changing it meanwhile.
    """
    if takes_nothing(folder):
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


def takes_nothing(folder: Path) -> bool:
    """Whether the folder lies on a disk that can only be read, or is full to the last pages."""
    return folder.is_dir() and (not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < _LEAST_BYTES)


@contextmanager
def _copy(folder: Path) -> Iterator[Path]:
    """A folder with a copy of the journal and its log, which nobody writes where nobody can."""
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


def keep_house(store: Store, *, now: int) -> None:
    """The day's backup, what practices declare as daily duties (such as erasing personal data), the purge after that.

    Cheap when nothing is due; an app that runs for days calls it hourly. What fails here stops nobody from working: it
    is logged, and `doctor` shows the backup's age. `now` is this device's own clock, in ms.
    """
    store.stay_in_place(now)
    now += store.clock_correction
    _attempt("looking through the journal", lambda: healing.look(store, now))
    _attempt("the daily backup", lambda: _back_up(store, now))
    for practice in declared().practices:
        if practice.daily:
            _attempt(f"the daily duty of {practice.name}", partial(practice.daily, store, now=now))
    _attempt("keeping the key of the PINs", lambda: _keep_pepper(store.folder))
    _attempt("taking what was erased out of all files", lambda: purge.purge(store))


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
    if fault := pepper.fault(folder):  # asked at every start, so that a later loss is known for one
        log.error("no PIN can be checked: %s", fault)
    elif pepper.shelter(folder):
        log.info("the key of the PINs lies in the credential store of this user now")


def restore(folder: Path, file: Path, *, now: int) -> None:
    """Go back to a backup. Raises `FolderInUse` while kiosk or counter are open, `StoreDamaged` for a bad backup."""
    lease = Lease(folder)
    try:
        lease.take_alone(wait_seconds=2)
        with faults.named(folder):
            recovery.restore(folder, file, now=now)
    finally:
        lease.close()
