"""The rulebook as a printed booklet: cover, contents, every chapter with its version, and a sheet to sign."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from shared.documents import templates
from shared.practice.rulebook.views import Chapter
from shared.practice.rulebook.words import label
from shared.qt import printing, theme


def as_pdf(chapters: Iterable[Chapter], file: Path) -> None:
    """Write the booklet to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(chapters), file, title=label("title"), foot=foot)


def print_on(chapters: Iterable[Chapter], device: QPagedPaintDevice) -> bool:
    """Print the booklet; False if it did not begin."""
    return printing.printed(as_html(chapters), device, foot=foot)


def as_html(chapters: Iterable[Chapter]) -> str:
    """The booklet as HTML of the kind that Qt's text document lays out."""
    book = tuple((chapter, _paragraphs(chapter.text)) for chapter in chapters)
    return templates.filled("rulebook.html", book=book, label=label, colour=theme.tokens()["colour"]["warm"])


def foot(page: int, pages: int) -> str:
    """The foot of each page."""
    return f"{label('title')} · {label('page').format(page=page, pages=pages)}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
