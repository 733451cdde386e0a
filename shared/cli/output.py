"""Where a command's file goes: to `--out`, else to stdout; a PDF or a workbook is not written to a terminal."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from shared.cli.context import CommandContext


def needs_out(context: CommandContext, form: str, out: Path | None) -> None:
    """Raises `UsageError` when a PDF or a workbook would go to a terminal."""
    if out is None and form in ("pdf", "xlsx") and sys.stdout.isatty():
        raise click.UsageError(context.sentence("needs_out"))


def pdf(print_to: Callable[[Path], None]) -> bytes:
    """The bytes of what `print_to` writes to the file it is given."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        print_to(file)
        return file.read_bytes()


def write(context: CommandContext, content: bytes, out: Path | None) -> None:
    """Write the file, whole or not at all, or stdout. Raises `Problem` where it cannot be written."""
    if out is None:
        context.write(content)
        return
    with context.replacing(out) as part:
        part.write_bytes(content)
    context.note("written", file=out)
