"""`warm-window doctor`: looks at everything a hall depends on, changes nothing, and says what needs attention."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from shared.cli.context import CommandContext
from shared.cli.options import json_option
from shared.domain.workdays import day_of, local

if TYPE_CHECKING:
    from shared.journal.store import Store

_MB = 1_000_000
_LEAST_MB, _FEW_MB = 100, 1000  # free room on the disk: below is bad, below is a warning
_OLD_BACKUP_DAYS = 2
_NEXT_YEAR_FROM = 12  # the official schedule of the next year is out by December
_LATE_MS = 24 * 60 * 60_000  # an event unsent for a day
_CLOCK_MS = 5 * 60_000
_OK, _WARN, _BAD = "ok", "warn", "bad"
_MARKS = {_OK: "[ ok ]", _WARN: "[ !  ]", _BAD: "[ XX ]"}


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at: its state (ok, warn, bad) and what was found, in figures or a few words."""

    name: str
    state: str
    value: str


@click.command()
@json_option
@click.pass_obj
def doctor(context: CommandContext, as_json: bool) -> None:
    """检查本机：数据文件、磁盘、字体、日历、备份等 · Check everything this device depends on."""
    found = list(findings(context))
    if as_json:
        context.json({"ok": not any(f.state == _BAD for f in found), "checks": found})
    else:
        for finding in found:
            click.echo(f"{_MARKS[finding.state]} {context.sentence('doctor_' + finding.name)}: {finding.value}")
    if any(finding.state == _BAD for finding in found):
        raise click.exceptions.Exit(1)


def findings(context: CommandContext) -> Iterator[Finding]:
    """Everything, in the order a person would look."""
    from shared.journal import faults

    yield _sqlite()
    yield _space(context.folder)
    if context.is_unwritable:
        yield Finding("writing", _BAD, str(context.folder))
        with suppress(faults.StoreError), context.store_unrepaired() as copy:
            yield _journal(copy.folder)
            yield from _of_store(context, copy)
    else:
        journal = _journal(context.folder)
        yield journal
        if journal.state == _OK:
            yield from _contents(context)
    yield _backups(context)
    yield from _set_aside(context.folder)
    yield _pepper(context.folder)
    yield from _small_files(context.folder)
    yield _qt()
    yield _font(context.folder)


def _sqlite() -> Finding:
    from shared.journal import opening
    from shared.journal.sqlite import sqlite3

    mode = "WAL" if opening.wal_is_safe() else "WAL off"
    return Finding("sqlite", _OK if opening.wal_is_safe() else _WARN, f"{sqlite3.sqlite_version}, {mode}")


def _space(folder: Path) -> Finding:
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(there).free // _MB
    state = _BAD if free < _LEAST_MB else _WARN if free < _FEW_MB else _OK
    return Finding("space", state, f"{free} MB")


def _journal(folder: Path) -> Finding:
    """SQLite's own full check; a damaged file is only reported here, kiosk and counter repair it when they start."""
    import peewee

    from shared.journal import opening
    from shared.journal.sqlite import check, sqlite3

    file = folder / opening.FILE
    if not file.exists():
        return Finding("journal", _WARN, f"{file}: -")
    db = peewee.SqliteDatabase(str(file), pragmas={"query_only": 1})
    try:
        answer = check(db, "integrity_check")
    except (peewee.DatabaseError, sqlite3.Error) as error:
        answer = str(error)
    finally:
        opening.close_even_damaged(db)
    size = f"{file}, {-(-file.stat().st_size // 1000)} kB"
    return Finding("journal", _OK if answer == "ok" else _BAD, size if answer == "ok" else f"{size}: {answer}")


def _contents(context: CommandContext) -> Iterator[Finding]:
    from shared.journal import faults, opening
    from shared.registry import PROJECTIONS

    try:
        store = opening.open_store(context.folder, PROJECTIONS)  # not by `device_journal`: it would repair and back up
    except faults.StoreError as error:
        yield Finding("journal", _BAD, context.sentence("unusable", said=error.said, reason=error))
        return
    try:
        yield from _of_store(context, store)
    finally:
        store.close()


def _of_store(context: CommandContext, store: "Store") -> Iterator[Finding]:
    yield _hall(store)
    yield _calendar(store, day_of(context.now))
    yield _clock(store, context.now)
    yield from _devices(store)
    yield from _rows(store)
    yield from _hub(store, context.folder, context.now)


def _hall(store: "Store") -> Finding:
    from shared.people import views

    hall = views.hall(store)
    staff = len(views.everyone(store, hall.code)) if hall else 0
    return Finding("hall", _OK if staff else _WARN, f"{hall.name} ({staff})" if hall else "-")


def _calendar(store: "Store", today: date) -> Finding:
    from shared.reference.views import calendar

    years = calendar(store).years
    wanted = today.year + (today.month >= _NEXT_YEAR_FROM)
    return Finding("calendar", _OK if wanted in years else _WARN, f"{min(years)}-{max(years)}" if years else "-")


def _clock(store: "Store", now: int) -> Finding:
    """A clock behind the newest event was set back: promised times would be wrong."""
    behind = store.head().greatest - (now + store.hub_offset)
    return Finding("clock", _WARN if behind > _CLOCK_MS else _OK, f"{local(now):%Y-%m-%d %H:%M} UTC+8")


def _devices(store: "Store") -> Iterator[Finding]:
    question = "SELECT station, count(*), max(occurred_at) FROM event GROUP BY station ORDER BY station"
    for station, count, last in store.db.execute_sql(question).fetchall():
        ours = " *" if station == store.station else ""
        yield Finding("device", _OK, f"{station}{ours}: {count}, {local(last):%Y-%m-%d %H:%M}")


def _rows(store: "Store") -> Iterator[Finding]:
    """Damaged rows that neither backup nor hub could replace; `_small_files` has those that may still be."""
    from shared.journal import healing

    if gone := healing.lost_rows(store.db):
        yield Finding("rows_aside", _WARN, str(len(gone)))


def _hub(store: "Store", folder: Path, now: int) -> Iterator[Finding]:
    """Where this device has joined a hub: how many events it has not sent yet, and since when."""
    from shared.sync import enrolment, outbox, unreadable_events

    try:
        joined = enrolment.joined(folder)
    except enrolment.EnrolmentError:
        return  # reported by `_small_files`
    if joined is None:
        return
    waiting = outbox.waiting(store)
    late = waiting.count > 0 and now - waiting.since > _LATE_MS
    since = f", {local(waiting.since):%Y-%m-%d %H:%M}" if waiting.count else ""
    yield Finding("hub", _WARN if late else _OK, f"{joined.host}:{joined.port}, {waiting.count}{since}")
    if passed := unreadable_events.skipped(store):
        reasons = "; ".join(f"{one.kind}: {one.reason}" for one in passed.first[:3])
        yield Finding("unread", _WARN, f"{passed.count} ({reasons})")


def _backups(context: CommandContext) -> Finding:
    from shared.journal import backup

    found = backup.dailies(context.folder)
    if not found:
        return Finding("backups", _WARN, "-")
    age = (day_of(context.now) - date.fromisoformat(found[0].stem)).days
    return Finding("backups", _WARN if age > _OLD_BACKUP_DAYS else _OK, f"{found[0].stem} ({len(found)})")


def _set_aside(folder: Path) -> Iterator[Finding]:
    for aside in sorted(folder.glob("set-aside-*")):
        yield Finding("set_aside", _WARN, str(aside))


def _pepper(folder: Path) -> Finding:
    from shared.device import pepper

    file = folder / pepper.FILE
    if not file.exists():
        return Finding("pins", _WARN, "-")
    private = sys.platform == "win32" or not file.stat().st_mode & 0o077
    return Finding("pins", _OK if private else _WARN, str(file))


def _small_files(folder: Path) -> Iterator[Finding]:
    """The files beside the journal that are missing or damaged."""
    from shared.sync import damaged_files

    for name, fault in damaged_files.damaged(folder).items():
        yield Finding("file", _BAD, f"{name}: {fault}")


def _qt() -> Finding:
    try:
        from PySide6 import QtWidgets
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return Finding("qt", _BAD, str(error))
    return Finding("qt", _OK if QtWidgets else _BAD, qVersion())


def _font(folder: Path) -> Finding:
    """The font the programs write Chinese with; without a folder that can be written, the one that came with them."""
    try:
        from PySide6.QtGui import QFontInfo, QRawFont

        from shared.qt import fonts, printing
    except ImportError as error:
        return Finding("font", _BAD, str(error))
    application = printing.ready(folder) if os.access(folder, os.W_OK) else None
    if application is None:
        packaged = fonts.packaged()
        return Finding("font", _OK if packaged else _BAD, packaged.name if packaged else "-")
    font = fonts.application_font()
    writes_chinese = QRawFont.fromFont(font).supportsCharacter(ord("暖"))
    return Finding("font", _OK if writes_chinese else _BAD, QFontInfo(font).family())
