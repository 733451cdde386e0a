"""Reads, previews and imports a file of a kind: what is new, what is known, what is wrong by line."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from shared.declaration.practice import OFFICE_ONLY
from shared.device import csv_file
from shared.device.csv_file import BadLine, CsvTable
from shared.domain.columns import column
from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.imports.kind import FileKind, ImportRun, Parser, Taken
from shared.journal.store import Store
from shared.sync.enrolment import joined

T = TypeVar("T")
_SIGNS = 16
LARGEST = 50_000_000  # bytes; a year's workload of a hundred people has some five million
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # .xlsx; .xls, or one that a password protects


class Preview(msgspec.Struct, Generic[T], frozen=True):
    """A file as it would be taken: `taken` counts its good lines; `refused`: what stops all of them."""

    table: CsvTable[T]
    unread: tuple[str, ...]
    taken: Taken | None
    refused: Refusal | None = None


def content(file: Path) -> bytes:
    """What a file holds; of one that is too large only so much that `lines` refuses it. Raises `OSError`."""
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def lines(
    kind: FileKind[T], content: bytes, parse: Parser[T], progress: Progress = no_progress
) -> tuple[CsvTable[T], tuple[str, ...]] | Refusal:
    """The lines of a file, and the columns that are not read; refused where it cannot be read at all."""
    text = _as_text(content, progress)
    return text if isinstance(text, Refusal) else _lines(kind, text, parse, progress)


def _as_text(content: bytes, progress: Progress) -> bytes | Refusal:
    """A text file as it is, a workbook as the text of its first sheet."""
    if len(content) > LARGEST:
        return Refusal("file_too_large", {"megabytes": LARGEST // 1_000_000})
    if content.startswith(_OLD_WORKBOOK):
        return Refusal("bad_workbook")
    if content.startswith(_WORKBOOK):
        from shared.documents import xlsx_text  # late: openpyxl is large, and most files are texts

        progress(0, 1)
        try:
            content = xlsx_text.as_csv(content).encode()
        except xlsx_text.UnreadableWorkbook:
            return Refusal("bad_workbook")
    return content if content.strip() else Refusal("empty_file")


def _lines(
    kind: FileKind[T], content: bytes, parse: Parser[T], progress: Progress
) -> tuple[CsvTable[T], tuple[str, ...]] | Refusal:
    try:
        heading = csv_file.heading(content, kind.headings)
        if missing := tuple(column(name) for name in kind.required if name not in heading.names):
            return Refusal("no_columns", {"columns": missing})
        if heading.twice:
            return Refusal("columns_twice", {"columns": tuple(column(name) for name in heading.twice)})
        found = csv_file.read(content, kind.headings, parse, progress)
    except UnicodeDecodeError:
        return Refusal("bad_encoding")
    except csv_file.BadQuotes as error:
        return Refusal("bad_quotes", {"line": error.line})
    known = kind.headings.values()
    return found, tuple(name for name in heading.names if name and name not in known)


def table(
    store: Store, kind: FileKind[T], content: bytes, run: ImportRun
) -> tuple[CsvTable[T], tuple[str, ...]] | Refusal:
    """The same, with the refusals of lines that conflict with other lines or with what is known."""
    read = lines(kind, content, kind.parser(store, run.now), run.progress)
    if isinstance(read, Refusal) or kind.cross_check is None:
        return read
    found, unread = read
    wrong = kind.cross_check(store, list(zip(found.lines, found.good, strict=True)), run.choices)
    return found.without([BadLine(*each) for each in wrong]), unread


def preview(store: Store, kind: FileKind[T], content: bytes, run: ImportRun) -> Preview[T] | Refusal:
    """What importing the file would do: tried in a transaction that is rolled back."""
    read = _elsewhere(store) or table(store, kind, content, run)
    if isinstance(read, Refusal):
        return read
    found, unread = read
    answer = _rolled_back(store, run.now, lambda: kind.take(store, found.good, run)) if found.good else Taken(0, 0)
    if isinstance(answer, Refusal):
        return Preview(found, unread, None, answer)
    return Preview(found, unread, answer)


def take(store: Store, kind: FileKind[T], content: bytes, run: ImportRun, *, skip_bad: bool = False) -> Taken | Refusal:
    """Take all lines, or none where one is bad (with `skip_bad`: the good ones)."""
    read = _elsewhere(store) or table(store, kind, content, run)
    if isinstance(read, Refusal):
        return read
    found, _ = read
    if found.bad and not skip_bad:
        return Refusal("lines_bad", {"count": len(found.bad)})
    return kind.take(store, found.good, run)


def _elsewhere(store: Store) -> Refusal | None:
    """On a hub only the office's devices import files: the hub would quarantine them from another device."""
    device = joined(store.folder)
    return Refusal("import_at_office") if device and device.kind not in OFFICE_ONLY else None


def source(name: str, content: bytes) -> str:
    """A file's name and digest: where a figure came from."""
    return f"{name} {sha256(content).hexdigest()[:_SIGNS]}"


class _RollBack(Exception):
    """Raised inside the transaction of a preview to undo it."""


def _rolled_back(store: Store, now: int, work: Callable[[], Taken | Refusal]) -> Taken | Refusal:
    answer: Taken | Refusal | None = None
    try:
        with store.transaction(now):
            answer = work()
            raise _RollBack
    except _RollBack:
        pass
    assert answer is not None
    return answer
