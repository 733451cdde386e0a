"""Where a file of a command goes: to `--out`, else to stdout, which must be no screen for a PDF or a workbook."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from shared.cli.here import Here


def needs_out(here: Here, form: str, out: Path | None) -> None:
    """Raises `UsageError` when a PDF or a workbook would go to the screen."""
    if out is None and form in ("pdf", "xlsx") and sys.stdout.isatty():
        raise click.UsageError(here.sentence("needs_out"))


def pdf(print_to: Callable[[Path], None]) -> bytes:
    """What a printer that writes files printed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        print_to(file)
        return file.read_bytes()


def write(here: Here, content: bytes, out: Path | None) -> None:
    """Write the file, or stdout."""
    if out is None:
        here.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise here.problem("cannot_write", file=out, reason=error.strerror) from error
    here.note("written", file=out)
