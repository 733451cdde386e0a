"""Exports and prints the daily log: PDF, XLSX, JSON, text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import print_out, save_file
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.store_type import Store
from shared.daily_log import views
from shared.daily_log.exports import pdf, plain
from shared.daily_log.page import DailyLog
from shared.daily_log.words import label

_TITLE = QT_TRANSLATE_NOOP("Counter", "导出当日日志")
_FORMATS = {"pdf": "PDF", "xlsx": "Excel (XLSX)", "json": "JSON", "txt": "TXT"}


def ask(page: AnyPage, log: DailyLog) -> Dialog:
    """Ask for format and folder, then write the file."""
    fresh, name = _reader(page, log), _name(log)
    about = f"{log.hall_name} · {log.day.isoformat()}"
    return save_file.ask(page, _TITLE, name, lambda s, file, kind: write(fresh(s), file, kind), _FORMATS, about)


def _reader(page: AnyPage, log: DailyLog) -> Callable[[Store], DailyLog]:
    """A function that reads the day again when it is written: the page may be older than a signature just given."""
    actor, now = page.actor, page.session.now
    return lambda store: views.day(store, log.hall, log.day, now=now(), reader=actor)


def write(log: DailyLog, file: Path, kind: str) -> None:
    """Write the log to `file` in the format `kind`. Raises `OSError`."""
    from shared.daily_log.exports import xlsx  # late: takes 20 MB and is seldom used

    if kind == "pdf":
        pdf.as_pdf(log, file)
        return
    as_bytes: dict[str, Callable[[DailyLog], bytes]] = {
        "xlsx": xlsx.as_xlsx,
        "json": plain.as_json,
        "txt": lambda day: plain.as_text(day).encode(),
    }
    file.write_bytes(as_bytes[kind](log))


def print_day(page: AnyPage, log: DailyLog) -> None:
    """Open the print dialog with the log."""
    fresh = _reader(page, log)
    print_out.ask(page, print_out.PrintJob(_name(log), lambda store, paper: pdf.print_on(fresh(store), paper)))


def _name(log: DailyLog) -> str:
    return f"{label('title')}-{log.hall_name}-{log.day.isoformat()}"
